import { DatabaseUnavailable } from '@huiyin/kernel/database-unavailable';
import type { Tx } from '@huiyin/kernel/tx';
import type pg from 'pg';
import { isConnectionLoss } from './connection-loss.ts';
import { Transaction, type StatementHook } from './query.ts';

/** Thrown through a transaction to roll it back and still answer a value. */
class RollBackWith<Value> {
  readonly value: Value;
  constructor(value: Value) {
    this.value = value;
  }
}

/** Ends the surrounding transaction without effect and answers `value` from it. */
export function rollBackWith(value: unknown): never {
  // eslint-disable-next-line no-throw-literal -- control flow inside this package, never seen outside
  throw new RollBackWith(value);
}

export interface TransactionOptions {
  readonly pool: pg.Pool;
  /** Row-level security context; undefined for the relay's own role, which has its own policies. */
  readonly tenant: string | undefined;
  readonly readOnly?: boolean;
  readonly beforeStatement?: StatementHook | undefined;
}

/**
 * Runs `work` in one transaction on one checked-out connection. A lost connection is a DatabaseUnavailable; when it
 * was lost during COMMIT the outcome is unknown and the error says so. The connection is never reused after a loss.
 */
export async function inTransaction<Result>(
  options: TransactionOptions,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const client = await connect(options.pool);
  const transaction = new Transaction(client, options.beforeStatement);
  let lost: Error | undefined;
  const onError = (error: Error): void => void (lost ??= error);
  client.on('error', onError);
  let committing = false;
  try {
    await begin(transaction, options);
    const result = await work(transaction.asTx());
    committing = true;
    await statement(transaction, 'commit');
    release(client, onError, lost);
    return result;
  } catch (error) {
    if (lost !== undefined || isConnectionLoss(error)) {
      release(client, onError, lost ?? (error as Error));
      throw new DatabaseUnavailable(committing ? 'commit-unknown' : 'rolled-back', { cause: error });
    }
    await rollBack(client, onError);
    if (error instanceof RollBackWith) return error.value as Result;
    throw error;
  }
}

/**
 * Sends one statement with its tenant context as one message: one round trip, run by the server as one transaction.
 * The statement is no constant text and is not prepared, so its values must be literals made by the given function.
 * Answers the results of the context and of the statement. A lost connection leaves the outcome unknown.
 */
export async function inOneTrip(
  options: TransactionOptions & { readonly tenant: string },
  statementOf: (literal: (text: string) => string) => string,
): Promise<readonly pg.QueryResult[]> {
  const client = await connect(options.pool);
  let lost: Error | undefined;
  const onError = (error: Error): void => void (lost ??= error);
  client.on('error', onError);
  const literal = (text: string): string => client.escapeLiteral(text);
  const sql = `${tenantContext(literal(options.tenant))}; ${statementOf(literal)}`;
  try {
    await options.beforeStatement?.({ sql, client });
    // Several statements in one text are answered by a list, which the types do not know.
    const results = (await client.query(sql)) as unknown as readonly pg.QueryResult[];
    release(client, onError, lost);
    return results;
  } catch (error) {
    const broken = lost ?? (isConnectionLoss(error) ? (error as Error) : undefined);
    release(client, onError, broken);
    if (broken !== undefined) throw new DatabaseUnavailable('commit-unknown', { cause: error });
    throw error;
  }
}

function tenantContext(tenantLiteral: string): string {
  return `select set_config('huiyin.tenant', ${tenantLiteral}, true)`;
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new DatabaseUnavailable('rolled-back', { cause: error });
  }
}

/** Begin and tenant context travel together: one round trip. */
async function begin(transaction: Transaction, options: TransactionOptions): Promise<void> {
  const mode = options.readOnly === true ? 'begin isolation level repeatable read read only' : 'begin';
  const context =
    options.tenant === undefined
      ? ''
      : `; ${tenantContext(transaction.client.escapeLiteral(options.tenant))}`;
  await statement(transaction, mode + context);
}

async function statement(transaction: Transaction, sql: string): Promise<void> {
  const { client, beforeStatement } = transaction;
  if (beforeStatement !== undefined) await beforeStatement({ sql, client });
  await client.query(sql);
}

async function rollBack(client: pg.PoolClient, onError: (error: Error) => void): Promise<void> {
  try {
    await client.query('rollback');
    release(client, onError, undefined);
  } catch (error) {
    release(client, onError, error as Error);
  }
}

function release(client: pg.PoolClient, onError: (error: Error) => void, broken: Error | undefined): void {
  // A destroyed connection may still emit errors while it closes; the listener stays on it.
  if (broken === undefined) client.removeListener('error', onError);
  client.release(broken);
}
