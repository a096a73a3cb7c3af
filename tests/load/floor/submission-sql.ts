import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { SubmissionModel } from './submission-model.ts';

/**
 * What intake writes to submit a suggestion, and what it locks and reads of the suggestion itself, in one transaction and
 * in its order: the statements of packages/postgres and services/intake/src/storage. Left out is what it reads to check
 * (rules, sessions, memberships).
 */
export function submitBare(model: SubmissionModel): (client: pg.PoolClient, id: string) => Promise<void> {
  const { tenant } = model;
  const suggestion = JSON.parse(model.after.suggestion) as Record<string, unknown>;
  const stream = JSON.parse(model.after.stream) as { version: number; hash: string };
  const text = JSON.parse(model.after.text) as Record<string, unknown>;
  const state = JSON.stringify(suggestion['state']);
  const event = JSON.stringify([JSON.parse(model.after.event)]);
  const textOf = JSON.stringify(text['text']);
  return async (client, id) => {
    const as = (row: string): string => row.replaceAll(model.id, id);
    const run = (sql: string, values: readonly unknown[]): Promise<pg.QueryResult> =>
      client.query({ name: nameOf(sql), text: sql, values: [...values] });
    const key = [tenant, 'bench', 'submit', randomUUID()];
    await client.query(`begin; select set_config('huiyin.tenant', '${tenant}', true)`);
    await run(SQL.claim, [...key, model.after.stream.slice(0, 64), new Date()]);
    await run(SQL.open, [tenant, id, stream.hash]);
    await run(SQL.lock, [tenant, id]);
    await run(SQL.load, [tenant, id]);
    await run(SQL.keepText, [
      ...[tenant, id, text['text_version'], textOf, text['text_hash'], text['submitted_on']],
    ]);
    await run(SQL.save, [
      ...[tenant, id, suggestion['version'], suggestion['status'], suggestion['kind'], suggestion['title']],
      ...[suggestion['lead_deputy_id'], suggestion['period'], suggestion['submitted_on'], null, null, null],
      ...[as(state), suggestion['changed_at']],
    ]);
    const lead = JSON.stringify([{ deputyId: suggestion['lead_deputy_id'], relation: 'lead-deputy' }]);
    await run(SQL.saveDeputies, [tenant, id, lead]);
    await run(SQL.append, [as(event), randomUUID()]);
    await run(SQL.move, [tenant, JSON.stringify([{ id, version: stream.version, hash: stream.hash }])]);
    await run(SQL.answer, [...key, as(model.after.result)]);
    await client.query('commit');
  };
}

const names = new Map<string, string>();

function nameOf(sql: string): string {
  const name = names.get(sql) ?? createHash('sha256').update(sql).digest('base64url').slice(0, 22);
  names.set(sql, name);
  return name;
}

const SQL = {
  claim: `insert into idempotency (tenant, actor, method, key, request_hash, created_at)
    values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
  open: 'insert into stream (tenant, id, version, hash) values ($1, $2, 0, $3) on conflict do nothing',
  lock: 'select version, hash from stream where tenant = $1 and id = $2 for update',
  load: 'select state, version from suggestion where tenant = $1 and id = $2',
  keepText: `insert into submitted_text (tenant, suggestion_id, text_version, text, text_hash, submitted_on)
    values ($1, $2, $3, $4, $5, $6)`,
  save: `insert into suggestion (tenant, id, version, status, kind, title, lead_deputy_id, period, submitted_on,
      number, display_number, pre_review_requested_at, state, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    on conflict (tenant, id) do update set version = excluded.version, status = excluded.status,
      title = excluded.title, lead_deputy_id = excluded.lead_deputy_id, period = excluded.period,
      submitted_on = excluded.submitted_on, number = excluded.number, display_number = excluded.display_number,
      pre_review_requested_at = excluded.pre_review_requested_at, state = excluded.state,
      changed_at = excluded.changed_at`,
  saveDeputies: `with wanted as (
      select w."deputyId" as deputy_id, w.relation
      from jsonb_to_recordset($3::jsonb) as w("deputyId" text, relation text)
    ), gone as (
      delete from suggestion_deputy d where d.tenant = $1 and d.suggestion_id = $2
        and not exists (select 1 from wanted where wanted.deputy_id = d.deputy_id)
    )
    insert into suggestion_deputy (tenant, suggestion_id, deputy_id, relation)
    select $1, $2, deputy_id, relation from wanted
    on conflict (tenant, suggestion_id, deputy_id) do update set relation = excluded.relation
      where suggestion_deputy.relation <> excluded.relation`,
  append: `insert into event (id, tenant, stream, version, type, payload, account_id, person_id, roles,
      occurred_at, recorded_at, reason, traceparent, prev_hash, hash)
    select $2, tenant, stream, version, type, payload, account_id, person_id, roles,
      occurred_at, recorded_at, reason, traceparent, prev_hash, hash
    from jsonb_to_recordset($1::jsonb) as e(tenant text, stream text, version bigint, type text,
      payload jsonb, account_id text, person_id text, roles text[], occurred_at timestamptz,
      recorded_at timestamptz, reason text, traceparent text, prev_hash text, hash text)
    order by version`,
  move: `update stream set version = head.version, hash = head.hash
    from jsonb_to_recordset($2::jsonb) as head(id text, version bigint, hash text)
    where stream.tenant = $1 and stream.id = head.id`,
  answer: 'update idempotency set result = $5 where tenant = $1 and actor = $2 and method = $3 and key = $4',
} as const;
