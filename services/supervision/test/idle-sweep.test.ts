import { systemActor } from '@huiyin/kernel/actor';
import { openDatabase } from '@huiyin/postgres/database';
import { execute, maybeRow } from '@huiyin/postgres/query';
import { UNTOUCHED } from '@huiyin/testkit/seams';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, DONGHU, openSupervision, type OpenSupervision } from './open-supervision.ts';

const FEW = 10_000;
const MANY = 1_000_000;
/** Rows one statement adds. */
const PAGE = 50_000;
/** A tree of a hundred times as many entries is this much higher, in each of the two indexes the sweep looks into. */
const HIGHER_BLOCKS = 2 * 2;
const FILL_TIMEOUT_MS = 600_000;
const NOW = at('2026-03-18');

let supervision: OpenSupervision;
const statements = new Set<string>();

beforeAll(async () => {
  supervision = await openSupervision({
    ...UNTOUCHED,
    openDatabase: (options) =>
      openDatabase({ ...options, beforeStatement: async ({ sql }) => void statements.add(sql) }),
  });
});
afterAll(() => supervision.close());

function act(sql: string, values: readonly unknown[]): Promise<void> {
  const by = { tenant: DONGHU, actor: systemActor('supervision'), at: NOW };
  return supervision.database.uow.act(by, 'filling', async (tx) => {
    await execute(tx, 'set local statement_timeout = 0');
    await execute(tx, sql, values);
  });
}

/** Open clocks `from` to `to` that turn in later years. */
async function fill(from: number, to: number): Promise<void> {
  for (let first = from; first < to; first += PAGE) {
    await act(
      `insert into clock (tenant, id, case_id, kind, status, owner, unit_id, due_date, due_version, colour,
         colour_since, next_change_at, state)
       select $1, 'waiting-' || n, 'waiting', 'reply', 'open', 'unit', 'u', '2027-06-30', 1, 'green', '2026-03-01',
         timestamptz '2027-06-30T16:00:00Z' + n * interval '1 second', '{}'
       from generate_series($2::int, $3::int) as n`,
      [DONGHU, first, Math.min(first + PAGE, to) - 1],
    );
  }
}

/** Blocks that the sweep's look for what is due touches. */
async function blocksOfALook(): Promise<number> {
  statements.clear();
  await supervision.sweep(NOW);
  const looks = [...statements].filter((sql) => sql.includes('next_change_at <='));
  expect(looks).toHaveLength(1);
  return supervision.database.uow.read(DONGHU, async (tx) => {
    const explained = await maybeRow<{ 'QUERY PLAN': readonly [{ Plan: Record<string, number> }] }>(
      tx,
      `explain (analyze, buffers, format json) ${looks[0] ?? ''}`,
      [DONGHU, NOW, []],
    );
    const plan = explained?.['QUERY PLAN'][0].Plan;
    return (plan?.['Shared Hit Blocks'] ?? Number.NaN) + (plan?.['Shared Read Blocks'] ?? Number.NaN);
  });
}

it(
  `looks at as much of the database with ${MANY} open clocks as with ${FEW} when nothing is due`,
  async () => {
    await act(
      `insert into case_file (tenant, id, number, title, colour, open_clocks, settled_until, calendar_version, state)
       values ($1, 'waiting', '1', '等待', 'green', 1, $2, 1, '{}')`,
      [DONGHU, NOW],
    );
    await fill(0, FEW);
    await blocksOfALook();
    const few = await blocksOfALook();
    await fill(FEW, MANY);
    await blocksOfALook();
    const many = await blocksOfALook();
    console.log(`blocks of an idle sweep: ${few} with ${FEW} clocks, ${many} with ${MANY}`);
    expect(many).toBeLessThanOrEqual(few + HIGHER_BLOCKS);
    expect(many).toBeLessThan(40);
  },
  FILL_TIMEOUT_MS,
);
