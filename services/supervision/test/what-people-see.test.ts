import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { newId } from '@huiyin/kernel/ids';
import { addDays, localDateOf } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedClock } from '../src/app/ports.ts';
import { POLICE, TRANSPORT } from './given.ts';
import {
  ANY,
  at,
  by,
  clockStart,
  COMMITTEE,
  COUNCIL,
  handOver,
  HE,
  openSupervision,
  POLICE_HEAD,
  STRANGER,
  WANG,
  WATER_HEAD,
  XILING,
  ZHOU,
  type OpenSupervision,
} from './open-supervision.ts';

let supervision: OpenSupervision;

beforeAll(async () => {
  supervision = await openSupervision();
});
afterAll(() => supervision.close());

const END_OF_MAY = at('2026-05-28');

async function clockOf(caseId: string, kind: string): Promise<ListedClock> {
  const filter = { ...ANY, caseId, kind, includeClosed: true };
  const { items } = accepted(await supervision.use.listClocks(filter, by(ZHOU, END_OF_MAY)));
  const [found] = items;
  if (found === undefined) throw new Error(`no clock ${kind}`);
  return found;
}

/** A case whose reply is red without a draft: handed over on 2026-03-02, swept to 2026-05-28. */
async function redCase(): Promise<{ caseId: string; clockId: string; assignmentId: string }> {
  const caseId = newId();
  const assignmentId = await handOver(supervision, caseId, '2026-03-02');
  await supervision.sweep(END_OF_MAY);
  return { caseId, assignmentId, clockId: (await clockOf(caseId, 'reply')).watch.id };
}

describe('what people see', () => {
  it('"why this date" unfolds to start, law, last day to ask, and history', async () => {
    const caseId = newId();
    await handOver(supervision, caseId, '2026-01-04');
    const { id: clockId } = (await clockOf(caseId, 'reply')).watch;
    const explained = accepted(
      await supervision.use.getClockExplanation({ clockId }, by(WANG, at('2026-01-10'))),
    );
    expect(explained).toMatchObject({
      law: expect.stringContaining('代表法'),
      raw: '2026-04-04',
      skipped: [{ date: '2026-04-04' }, { date: '2026-04-05' }, { date: '2026-04-06' }],
      latestExtensionRequest: '2026-03-30',
      watch: { due: { date: '2026-04-07', history: [{ cause: 'started', date: '2026-04-07' }] } },
    });
    expect(explained.lines.at(0)).toContain('2026-01-04');
    expect(
      codeOf(await supervision.use.getClockExplanation({ clockId }, by(STRANGER, at('2026-01-10')))),
    ).toBe('clock-not-found');
  });

  it('the board counts colours and lists everything red with its owner', async () => {
    const { caseId } = await redCase();
    const board = accepted(await supervision.use.getBoard({ unitId: '' }, by(ZHOU, END_OF_MAY)));
    expect(board.cases.red).toBeGreaterThan(0);
    expect(board.redWithoutOwner).toBe(0);
    expect(board.red.find((clock) => clock.caseId === caseId)).toMatchObject({
      watch: { unitId: TRANSPORT, clock: { course: { owner: { kind: 'unit' } } } },
    });
    expect(board.units).toContainEqual(expect.objectContaining({ unitId: TRANSPORT }));
    const own = accepted(await supervision.use.getBoard({ unitId: TRANSPORT }, by(POLICE_HEAD, END_OF_MAY)));
    expect(own.clocks).toEqual({ green: 0, yellow: 0, red: 0 });
  });

  it('the board says on which days cases turn red, and how many did on the day before', async () => {
    const before = at('2026-05-25');
    const caseId = newId();
    await handOver(supervision, caseId, '2026-03-02');
    await supervision.sweep(before);
    const { turnsRedAt } = (await clockOf(caseId, 'reply')).watch;
    const turning = localDateOf(new Date(turnsRedAt ?? ''));
    expect(turning > '2026-05-25').toBe(true);
    const ahead = accepted(await supervision.use.getBoard({ unitId: TRANSPORT }, by(ZHOU, before)));
    expect(ahead.turningRed.map(({ day }) => day)).toContain(turning);
    expect(ahead.turningRed.every(({ day }) => day > '2026-05-25' && day <= '2026-06-24')).toBe(true);

    const dayAfter = at(addDays(turning, 1));
    await supervision.sweep(dayAfter);
    const after = accepted(await supervision.use.getBoard({ unitId: TRANSPORT }, by(ZHOU, dayAfter)));
    expect(after.turnedRedYesterday).toBeGreaterThan(0);
    expect(after.turnedRedYesterday).toBeLessThanOrEqual(after.cases.red);
    const elsewhere = accepted(await supervision.use.getBoard({ unitId: POLICE }, by(ZHOU, dayAfter)));
    expect(elsewhere.turnedRedYesterday).toBe(0);
  });

  it('lists are paged by due date and cut down to what the asker may see', async () => {
    const all = accepted(await supervision.use.listClocks({ ...ANY, limit: 200 }, by(ZHOU, END_OF_MAY)));
    const paged: string[] = [];
    let cursor = '';
    do {
      const page = accepted(
        await supervision.use.listClocks({ ...ANY, limit: 3, cursor }, by(ZHOU, END_OF_MAY)),
      );
      paged.push(...page.items.map(({ watch }) => watch.id));
      cursor = page.nextCursor;
    } while (cursor !== '');
    expect(paged).toEqual(all.items.map(({ watch }) => watch.id));
    const police = accepted(
      await supervision.use.listClocks({ ...ANY, unitId: TRANSPORT }, by(POLICE_HEAD, END_OF_MAY)),
    );
    expect(police.items.every(({ watch }) => watch.unitId === POLICE)).toBe(true);
    expect(codeOf(await supervision.use.listClocks(ANY, by(WANG, END_OF_MAY)))).toBe('not-permitted');
  });

  it('of a draft only 代表工委 sees the term of the pre-review, until the suggestion is submitted', async () => {
    const caseId = newId();
    const term = clockStart('pre_review', caseId, '2026-03-02', { n: 3, unit: 'workday' });
    const stream = { stream: caseId, at: at('2026-03-02') };
    await supervision.hear('intake', {
      ...{ ...stream, type: 'pre-review-requested' },
      payload: { suggestionId: caseId, clocks: [{ ...term, owner: 'desk', unitId: '' }] },
    });
    const { id: clockId } = (await clockOf(caseId, 'pre_review')).watch;
    const lists = async (actor: typeof ZHOU, asked: object) => {
      const found = await supervision.use.listClocks({ ...ANY, limit: 200, ...asked }, by(actor, END_OF_MAY));
      return isRejection(found) ? found.code : found.items.some(({ watch }) => watch.id === clockId);
    };
    const explains = async (actor: typeof ZHOU) =>
      codeOf(await supervision.use.getClockExplanation({ clockId }, by(actor, END_OF_MAY)));
    const wall = async (actor: typeof ZHOU) =>
      accepted(await supervision.use.getBoard({ unitId: '' }, by(actor, END_OF_MAY))).clocks;
    const total = ({ green, yellow, red }: Awaited<ReturnType<typeof wall>>) => green + yellow + red;
    expect([await lists(ZHOU, {}), await lists(ZHOU, { caseId }), await explains(ZHOU)]).toEqual([
      ...[true, true, 'accepted'],
    ]);
    for (const office of [COUNCIL, COMMITTEE]) {
      expect([await lists(office, {}), await lists(office, { caseId }), await explains(office)]).toEqual([
        ...[false, 'clock-not-found', 'clock-not-found'],
      ]);
      expect(total(await wall(office))).toBe(total(await wall(ZHOU)) - 1);
    }
    await supervision.hear('intake', {
      ...{ ...stream, type: 'suggestion-submitted' },
      payload: { suggestionId: caseId, title: '关于增设行人过街设施的建议', leadDeputyId: 'wang' },
    });
    expect(await lists(COMMITTEE, { caseId })).toBe(true);
  });

  describe('what a unit sees of one case', () => {
    const reply = (subject: string, unitId: string) => ({
      ...clockStart('reply', subject, '2026-03-02', { n: 3, unit: 'month' }),
      unitId,
    });
    const made = (caseId: string, unitId: string, role: string, more: object = {}) => {
      const assignmentId = newId();
      return supervision.hear('assignment', {
        ...{ stream: caseId, type: 'assignment-made', at: at('2026-03-02') },
        payload: {
          ...{ suggestionId: caseId, assignmentId, unitId, role, title: '关于增设行人过街设施的建议' },
          ...{ clocks: [reply(assignmentId, unitId)], ...more },
        },
      });
    };
    const seen = async (caseId: string, actor: typeof ZHOU) => {
      const filter = { ...ANY, caseId, includeClosed: true };
      const found = await supervision.use.listClocks(filter, by(actor, END_OF_MAY));
      return isRejection(found) ? found.code : found.items.map(({ watch }) => watch.unitId).toSorted();
    };

    it('the one that leads all of it, a co-handler its own, one for reference nothing', async () => {
      const caseId = newId();
      await handOver(supervision, caseId, '2026-03-02');
      await made(caseId, POLICE, 'co');
      await made(caseId, 'u-water', 'reference', { clocks: [] });
      expect(await seen(caseId, HE)).toEqual([TRANSPORT, POLICE].toSorted());
      expect(await seen(caseId, POLICE_HEAD)).toEqual([POLICE]);
      expect(await seen(caseId, WATER_HEAD)).toBe('clock-not-found');
    });

    it('of a parallel handling its own', async () => {
      const caseId = newId();
      await made(caseId, TRANSPORT, 'parallel');
      await made(caseId, POLICE, 'parallel');
      await supervision.hear('intake', {
        ...{ stream: caseId, type: 'suggestion-registered', at: at('2026-03-02') },
        payload: { suggestionId: caseId, number: '990101-19-5-0031', leadDeputyId: 'wang' },
      });
      expect(await seen(caseId, HE)).toEqual([TRANSPORT]);
      expect(await seen(caseId, POLICE_HEAD)).toEqual([POLICE]);
      expect(await seen(caseId, ZHOU)).toEqual([TRANSPORT, POLICE].toSorted());
    });

    it('nothing any more once the share is handed back, or another has taken its place', async () => {
      const caseId = newId();
      const assignmentId = await handOver(supervision, caseId, '2026-03-02');
      await supervision.hear('assignment', {
        ...{ stream: caseId, type: 'assignment-returned', at: at('2026-03-04') },
        payload: { suggestionId: caseId, assignmentId, unitId: TRANSPORT, returnRequestId: newId() },
      });
      expect(await seen(caseId, HE)).toBe('clock-not-found');
      expect(await seen(caseId, ZHOU)).toEqual([TRANSPORT]);

      const replaced = newId();
      const before = await handOver(supervision, replaced, '2026-03-02');
      await made(replaced, POLICE, 'lead', { replacesAssignmentId: before });
      expect(await seen(replaced, HE)).toBe('clock-not-found');
      expect(await seen(replaced, POLICE_HEAD)).toContain(POLICE);
    });
  });

  it('another tenant’s clocks do not exist', async () => {
    const caseId = newId();
    await handOver(supervision, caseId, '2026-03-02', { tenant: XILING });
    const seen = await supervision.use.listClocks({ ...ANY, caseId }, by(ZHOU, END_OF_MAY));
    expect(codeOf(seen)).toBe('clock-not-found');
    const own = accepted(
      await supervision.use.listClocks({ ...ANY, caseId }, by(ZHOU, END_OF_MAY, { tenant: XILING })),
    );
    expect(own.items).toHaveLength(1);
  });
});
