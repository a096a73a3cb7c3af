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
      : `; select set_config('huiyin.tenant', ${transaction.client.escapeLiteral(options.tenant)}, true)`;
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
