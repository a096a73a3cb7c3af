import { createHash } from 'node:crypto';
import type { Tx } from '@huiyin/kernel/tx';
import type pg from 'pg';
import type { TracedWork } from './traced-work.ts';

/** Called before each statement of a transaction; tests use it to break the connection at every await point. */
export type StatementHook = (statement: {
  readonly sql: string;
  readonly client: pg.PoolClient;
}) => Promise<void>;

/** The real thing behind the opaque `Tx`. Only this package sees inside. */
export class Transaction {
  readonly client: pg.PoolClient;
  readonly traced: TracedWork;
  readonly beforeStatement: StatementHook | undefined;

  constructor(client: pg.PoolClient, traced: TracedWork, beforeStatement: StatementHook | undefined) {
    this.client = client;
    this.traced = traced;
    this.beforeStatement = beforeStatement;
  }

  asTx(): Tx {
    return this as unknown as Tx;
  }
}

const statementNames = new Map<string, string>();

/** Statements are constant texts, so each is prepared once a connection under a name made from its text. */
function nameOf(sql: string): string {
  let name = statementNames.get(sql);
  if (name === undefined) {
    name = createHash('sha256').update(sql).digest('base64url').slice(0, 22);
    statementNames.set(sql, name);
  }
  return name;
}

async function run<Row>(
  tx: Tx,
  sql: string,
  params: readonly unknown[],
): Promise<pg.QueryResult<Row & pg.QueryResultRow>> {
  const { client, traced, beforeStatement } = tx as unknown as Transaction;
  if (beforeStatement !== undefined) await beforeStatement({ sql, client });
  traced.note(sql);
  return traced.watch(
    sql,
    client.query<Row & pg.QueryResultRow>({ name: nameOf(sql), text: sql, values: [...params] }),
  );
}

/** All rows of a statement. */
export async function rows<Row>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
  return (await run<Row>(tx, sql, params)).rows;
}

/** The first row, or undefined. */
export async function maybeRow<Row>(
  tx: Tx,
  sql: string,
  params: readonly unknown[] = [],
): Promise<Row | undefined> {
  return (await run<Row>(tx, sql, params)).rows[0];
}

/** Runs a statement for its effect; answers how many rows it touched. */
export async function execute(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<number> {
  return (await run(tx, sql, params)).rowCount ?? 0;
}
