import { stableId } from '@huiyin/kernel/ids';
import type pg from 'pg';
import type { ToldCase } from '../../support/many-clocks.ts';

/** Cases made by one statement. */
const PAGE = 2_500;
/** As the clocks of plans are named by supervision (case, kind, subject, round). */
const clockId = (caseId: string, subject: string): string => stableId(caseId, 'plan', subject, '1');

/**
 * Makes cases like one that supervision has been told of: the same rows of the same tables under ids of their own. To tell
 * of each would take hours at the sizes of this bench; what is measured begins when all are there.
 */
export async function multiply(
  database: pg.Client,
  model: ToldCase,
  cases: readonly ToldCase[],
): Promise<void> {
  for (let from = 0; from < cases.length; from += PAGE) {
    const page = cases.slice(from, from + PAGE);
    for (const table of ['case_file', 'stream'] as const) await copyRow(database, table, model, page);
    for (const [index, subject] of model.subjects.entries()) {
      const ofClock = { model, subject, index, page };
      await copyOfClock(database, 'fact', 'case_id = $1 and index = $2', [model.caseId, index], ofClock);
      const id = clockId(model.caseId, subject);
      await copyOfClock(database, 'clock', 'id = $1', [id], ofClock);
    }
  }
}

async function copyRow(
  database: pg.Client,
  table: 'case_file' | 'stream',
  model: ToldCase,
  page: readonly ToldCase[],
): Promise<void> {
  const row = await textOf(database, table, 'id = $1', [model.caseId]);
  await database.query(
    `insert into ${table} select made.* from unnest($3::text[]) as id,
       jsonb_populate_record(null::${table}, replace($1, $2, id)::jsonb) as made`,
    [row, model.caseId, page.map(({ caseId }) => caseId)],
  );
}

async function copyOfClock(
  database: pg.Client,
  table: 'fact' | 'clock',
  where: string,
  values: readonly unknown[],
  of: {
    readonly model: ToldCase;
    readonly subject: string;
    readonly index: number;
    readonly page: readonly ToldCase[];
  },
): Promise<void> {
  const { model, subject, index, page } = of;
  const row = await textOf(database, table, where, values);
  const subjects = page.map(({ subjects: each }) => each[index] ?? '');
  await database.query(
    `insert into ${table} select made.* from unnest($5::text[], $6::text[], $7::text[]) as n(case_id, subject, id),
       jsonb_populate_record(null::${table},
         replace(replace(replace($1, $2, n.case_id), $3, n.subject), $4, n.id)::jsonb) as made`,
    [
      ...[row, model.caseId, subject, clockId(model.caseId, subject)],
      ...[page.map(({ caseId }) => caseId), subjects],
      page.map(({ caseId }, n) => clockId(caseId, subjects[n] ?? '')),
    ],
  );
}

async function textOf(
  database: pg.Client,
  table: string,
  where: string,
  values: readonly unknown[],
): Promise<string> {
  const { rows } = await database.query<{ row: string }>(
    `select to_jsonb(t)::text as row from ${table} t where ${where}`,
    [...values],
  );
  const [found] = rows;
  if (rows.length !== 1 || found === undefined)
    throw new Error(`${table} has ${rows.length} rows of the model`);
  return found.row;
}
