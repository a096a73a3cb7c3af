import type pg from 'pg';

/** Rows, as jsonb texts, of one suggestion before and after it was submitted; `id` stands in them wherever it belongs. */
export interface SubmissionModel {
  readonly id: string;
  readonly tenant: string;
  readonly before: { readonly suggestion: string; readonly stream: string; readonly deputy: string };
  readonly after: {
    readonly suggestion: string;
    readonly stream: string;
    readonly text: string;
    readonly event: string;
    readonly result: string;
  };
}

/** The rows of a draft, in intake's database. */
export async function beforeSubmission(intake: pg.Client, id: string): Promise<SubmissionModel['before']> {
  return {
    suggestion: await rowOf(intake, 'suggestion t where id = $1', id),
    stream: await rowOf(intake, 'stream t where id = $1', id),
    deputy: await rowOf(intake, 'suggestion_deputy t where suggestion_id = $1', id),
  };
}

/** The rows that its submission has changed and added. */
export async function afterSubmission(intake: pg.Client, id: string): Promise<SubmissionModel['after']> {
  const { rows } = await intake.query<{ result: string }>(
    `select result::text from idempotency where result ->> 'id' = $1 and method like '%SubmitSuggestion'`,
    [id],
  );
  return {
    suggestion: await rowOf(intake, 'suggestion t where id = $1', id),
    stream: await rowOf(intake, 'stream t where id = $1', id),
    text: await rowOf(intake, 'submitted_text t where suggestion_id = $1', id),
    event: await rowOf(intake, `event t where stream = $1 and type = 'suggestion-submitted'`, id),
    result: rows[0]?.result ?? '',
  };
}

async function rowOf(client: pg.Client, from: string, id: string): Promise<string> {
  const { rows } = await client.query<{ row: string }>(`select to_jsonb(t)::text as row from ${from}`, [id]);
  const [found] = rows;
  if (rows.length !== 1 || found === undefined) throw new Error(`${rows.length} rows of ${from} are ${id}'s`);
  return found.row;
}
