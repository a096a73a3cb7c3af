import { newId } from '@huiyin/kernel/ids';
import { accepted } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  at,
  by,
  clockStart,
  handOver,
  LADDER,
  openSupervision,
  ZHOU,
  type OpenSupervision,
} from './open-supervision.ts';

let supervision: OpenSupervision;
beforeAll(async () => {
  supervision = await openSupervision();
});
afterAll(() => supervision.close());

/** A case whose reply has been red so long that the unit is called to a talk. */
async function calledCase(): Promise<string> {
  const caseId = newId();
  await handOver(supervision, caseId, '2026-03-02');
  await supervision.sweep(at('2026-06-15'));
  return caseId;
}

async function talksCalled(caseId: string): Promise<number> {
  const { items } = accepted(
    await supervision.use.listTalks({ ...LADDER, caseId }, by(ZHOU, at('2026-07-31'))),
  );
  return items.length;
}

describe('what is red has an owner and a next action', () => {
  it('an undertaking that was not kept has the unit called again, each time, with its own day', async () => {
    const caseId = await calledCase();
    const use = supervision.use;
    const talks = async (today: Date) =>
      accepted(await use.listTalks({ ...LADDER, caseId }, by(ZHOU, today))).items;
    let talkId = (await talks(at('2026-06-15')))[0]?.talk.id ?? '';
    for (const [held, checked, holdBy] of [
      ['2026-06-15', '2026-06-30', '2026-07-07'],
      ['2026-07-06', '2026-07-13', '2026-07-20'],
    ] as const) {
      const record = { talkId, attendedBy: 'he', minutes: '局长到会', undertaking: '月底前答复' };
      accepted(await use.holdTalk({ ...record, checkOn: checked as never }, by(ZHOU, at(held))));
      const check = { talkId, undertakingKept: false, findings: '仍未答复' };
      accepted(await use.checkTalk(check, by(ZHOU, at(checked))));
      const next = (await talks(at(checked))).find(({ talk }) => talk.status === 'called');
      expect(next).toMatchObject({ holdBy, talk: { cause: 'undertaking-broken', problems: '仍未答复' } });
      expect(next?.talk.id).not.toBe(talkId);
      talkId = next?.talk.id ?? '';
    }
    expect(await talksCalled(caseId)).toBe(3);
  });

  it('and what has none is counted: a unit or a deputy that is not named', async () => {
    const count = async (): Promise<number> =>
      accepted(await supervision.use.getBoard({ unitId: '' }, by(ZHOU, at('2026-07-31')))).redWithoutOwner;
    await supervision.sweep(at('2026-07-30'));
    const before = await count();
    expect(before).toBe(0);
    const orphan = async (kind: string, owner: object): Promise<void> => {
      const caseId = newId();
      const clock = { ...clockStart(kind, newId(), '2026-03-02', { n: 3, unit: 'month' }), ...owner };
      const payload = { suggestionId: caseId, clocks: [clock] };
      const told = { stream: caseId, type: 'plan-requested', at: at('2026-03-02'), payload };
      await supervision.hear('assignment', told);
      await supervision.sweep(at('2026-07-30'));
    };
    await orphan('reply', { owner: 'unit', unitId: '' });
    expect(await count()).toBe(1);
    await orphan('promise', { owner: 'deputy', unitId: '', personId: '' });
    expect(await count()).toBe(2);
    await orphan('promise', { owner: 'deputy', unitId: '', personId: 'wang' });
    expect(await count()).toBe(2);
  });
});
