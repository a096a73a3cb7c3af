import { newId } from '@huiyin/kernel/ids';
import { addDays, localDateOf } from '@huiyin/kernel/local-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedClock } from '../src/app/ports.ts';
import { POLICE, TRANSPORT } from './given.ts';
import {
  accepted,
  ANY,
  at,
  by,
  code,
  handOver,
  openSupervision,
  POLICE_HEAD,
  STRANGER,
  WANG,
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
    expect(code(await supervision.use.getClockExplanation({ clockId }, by(STRANGER, at('2026-01-10'))))).toBe(
      'clock-not-found',
    );
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
    expect(code(await supervision.use.listClocks(ANY, by(WANG, END_OF_MAY)))).toBe('not-permitted');
  });

  it('another tenant’s clocks do not exist', async () => {
    const caseId = newId();
    await handOver(supervision, caseId, '2026-03-02', { tenant: XILING });
    const seen = await supervision.use.listClocks({ ...ANY, caseId }, by(ZHOU, END_OF_MAY));
    expect(code(seen)).toBe('clock-not-found');
    const own = accepted(
      await supervision.use.listClocks({ ...ANY, caseId }, by(ZHOU, END_OF_MAY, { tenant: XILING })),
    );
    expect(own.items).toHaveLength(1);
  });
});
