import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { newId } from '@huiyin/kernel/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ANY,
  at,
  by,
  handOver,
  HE,
  LADDER,
  openSupervision,
  WANG,
  ZHOU,
  type OpenSupervision,
} from './open-supervision.ts';

let supervision: OpenSupervision;

beforeAll(async () => {
  supervision = await openSupervision();
});
afterAll(() => supervision.close());

const JUNE = at('2026-06-15');

/** Handed over on 2026-03-02 and never answered: by the middle of June a letter was sent and a talk called. */
async function pressedCase(): Promise<{ caseId: string; clockId: string }> {
  const caseId = newId();
  await handOver(supervision, caseId, '2026-03-02');
  await supervision.sweep(JUNE);
  const { items } = accepted(
    await supervision.use.listClocks({ ...ANY, caseId, kind: 'reply' }, by(ZHOU, JUNE)),
  );
  return { caseId, clockId: items[0]?.watch.id ?? '' };
}

async function lettersAndTalks(caseId: string, status = '') {
  const asked = { ...LADDER, caseId, status };
  const letters = accepted(await supervision.use.listLetters(asked, by(WANG, JUNE))).items;
  const talks = accepted(await supervision.use.listTalks(asked, by(WANG, JUNE))).items;
  return [...letters.map(({ letter }) => letter), ...talks.map(({ talk }) => talk)];
}

const statuses = async (caseId: string, status?: string) =>
  (await lettersAndTalks(caseId, status)).map((each) => each.status);

async function answered(caseId: string): Promise<readonly [string, string]> {
  const [letter, talk] = await lettersAndTalks(caseId);
  const words = { progress: '已完成', measures: '已完成', promisedOn: '2026-06-20' as never };
  const answer = { letterId: letter?.id ?? '', ...words };
  const record = {
    ...{ talkId: talk?.id ?? '', attendedBy: HE.personId, minutes: '已谈', undertaking: '按期完成' },
    checkOn: '2026-06-30' as never,
  };
  return [
    codeOf(await supervision.use.answerSupervisionLetter(answer, by(HE, JUNE))),
    codeOf(await supervision.use.holdTalk(record, by(ZHOU, JUNE))),
  ];
}

describe('letters not answered and talks not held', () => {
  it.each([
    ['closed', 'evaluation', 'suggestion-closed', { outcome: 'closed', closedOn: '2026-06-15', shares: [] }],
    ['withdrawn', 'assignment', 'case-ended', { cause: 'withdrawn', endedOn: '2026-06-15', unitIds: [] }],
  ] as const)('are waited for no more once the case is %s', async (_how, owner, type, payload) => {
    const { caseId } = await pressedCase();
    expect([await statuses(caseId, 'sent'), await statuses(caseId, 'called')]).toEqual([
      ['sent'],
      ['called'],
    ]);
    await supervision.hear(owner, {
      ...{ stream: caseId, type, at: JUNE },
      payload: { suggestionId: caseId, ...payload },
    });
    expect([await statuses(caseId, 'sent'), await statuses(caseId, 'called')]).toEqual([[], []]);
    expect(await statuses(caseId, 'dropped')).toEqual(['dropped', 'dropped']);
    expect(await statuses(caseId)).toEqual(['dropped', 'dropped']);
    expect(await answered(caseId)).toEqual(['letter-dropped', 'talk-dropped']);
  });

  it('do not keep 代表工委 from calling the unit again where something is still owed', async () => {
    const { caseId, clockId } = await pressedCase();
    const call = { clockId, problems: '长期无进展' };
    expect(codeOf(await supervision.use.callTalk(call, by(ZHOU, JUNE)))).toBe('talk-already-called');
    await supervision.hear('evaluation', {
      ...{ stream: caseId, type: 'suggestion-closed', at: JUNE },
      payload: { suggestionId: caseId, outcome: 'closed', closedOn: '2026-06-15', shares: [] },
    });
    // The reply's own clock is assignment's to stop, and it has not been heard yet.
    accepted(await supervision.use.callTalk(call, by(ZHOU, JUNE)));
    expect(await statuses(caseId, 'called')).toEqual(['called']);
  });
});
