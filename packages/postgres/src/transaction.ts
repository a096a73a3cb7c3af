import { DatabaseUnavailable } from '@huiyin/kernel/database-unavailable';
import type { Tx } from '@huiyin/kernel/tx';
import type pg from 'pg';
import { isConnectionLoss } from './connection-loss.ts';
import { Transaction, type StatementHook } from './query.ts';
import { TracedWork, type Operation } from './traced-work.ts';

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

/** A statement that is no constant text: its values are literals made by the given function. */
export type StatementOf = (literal: (text: string) => string) => string;

/**
 * Runs `work` in one transaction on one checked-out connection. An `opening` statement travels with the beginning of the
 * transaction, in one round trip; `work` is given its rows. A lost connection is a DatabaseUnavailable; when it
 * was lost during COMMIT the outcome is unknown and the error says so. The connection is never reused after a loss.
 */
export async function inTransaction<Result>(
  options: TransactionOptions & { readonly opening?: StatementOf },
  work: (tx: Tx, opened: readonly unknown[]) => Promise<Result>,
): Promise<Result> {
  let committing = false;
  const transact = async (transaction: Transaction): Promise<Result> => {
    const opened = await begin(transaction, options);
    const result = await work(transaction.asTx(), opened);
    committing = true;
    await statement(transaction, 'commit');
    return result;
  };
  const operation = options.readOnly === true ? 'read' : 'transaction';
  try {
    const whenLost = (): LossOutcome => (committing ? 'commit-unknown' : 'rolled-back');
    return await onConnection({ ...options, operation }, transact, { whenLost, onError: rollBack });
  } catch (error) {
    if (error instanceof RollBackWith) return error.value as Result;
    throw error;
  }
}

/**
 * Runs `work`, whose statements stand each for itself, on one checked-out connection without a transaction around them:
 * one round trip each. For the relay's role, which needs no tenant context.
 */
export function eachStatementAlone<Result>(
  options: Pick<TransactionOptions, 'pool' | 'beforeStatement'>,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return onConnection({ ...options, operation: 'statements' }, (transaction) => work(transaction.asTx()), {
    whenLost: () => 'commit-unknown',
  });
}

/**
 * Sends one statement with its tenant context as one message: one round trip, run by the server as one transaction.
 * Answers the statement's rows. A lost connection leaves the outcome unknown.
 */
export function inOneTrip(
  options: TransactionOptions & { readonly tenant: string },
  statementOf: StatementOf,
): Promise<readonly unknown[]> {
  const send = async ({ client, traced }: Transaction): Promise<readonly unknown[]> => {
    const literal = (text: string): string => client.escapeLiteral(text);
    const sql = `${tenantContext(literal(options.tenant))}; ${statementOf(literal)}`;
    await options.beforeStatement?.({ sql, client });
    // The span of this one message says all there is to say, so no statement of it is watched.
    if (traced.isRecorded) traced.note(tenantContext(LEFT_OUT), withoutValues(statementOf));
    return lastRows(await client.query(sql));
  };
  return onConnection({ ...options, operation: 'batch' }, send, { whenLost: () => 'commit-unknown' });
}

/** Stands for a value in what traces say. */
const LEFT_OUT = '?';

/** The statement as traces may say it: numbers need no literal made for them and are left out too. */
function withoutValues(statementOf: StatementOf): string {
  return statementOf(() => LEFT_OUT).replaceAll(/\b\d+\b/g, LEFT_OUT);
}

/** Of several statements in one text; they are answered by a list, which the types do not know. */
function lastRows(answer: unknown): readonly unknown[] {
  return (answer as readonly pg.QueryResult[]).at(-1)?.rows ?? [];
}

type LossOutcome = DatabaseUnavailable['outcome'];

interface Failing {
  /** What became of the work when the connection was lost under it. */
  readonly whenLost: () => LossOutcome;
  /** Brings the connection in order after any other error; answers what broke it meanwhile. */
  readonly onError?: (transaction: Transaction) => Promise<Error | undefined>;
}

interface ConnectionUse extends Pick<TransactionOptions, 'pool' | 'beforeStatement'> {
  readonly operation: Operation;
}

/** Checks a connection out for `use` and gives it back; one that was lost is never used again. */
async function onConnection<Result>(
  { pool, beforeStatement, operation }: ConnectionUse,
  use: (transaction: Transaction) => Promise<Result>,
  { whenLost, onError }: Failing,
): Promise<Result> {
  const client = await connect(pool, operation);
  const traced = new TracedWork(pool, operation);
  const transaction = new Transaction(client, traced, beforeStatement);
  let lost: Error | undefined;
  const note = (error: Error): void => void (lost ??= error);
  client.on('error', note);
  try {
    const result = await use(transaction);
    traced.end();
    release(client, note, lost);
    return result;
  } catch (error) {
    if (lost !== undefined || isConnectionLoss(error)) {
      traced.end(error);
      release(client, note, lost ?? (error as Error));
      throw new DatabaseUnavailable(whenLost(), { cause: error });
    }
    const broken = await onError?.(transaction);
    traced.end(error instanceof RollBackWith ? undefined : error);
    release(client, note, broken);
    throw error;
  }
}

function tenantContext(tenantLiteral: string): string {
  return `select set_config('huiyin.tenant', ${tenantLiteral}, true)`;
}

/** Waiting for a connection is no work at the database, unless none comes. */
async function connect(pool: pg.Pool, operation: Operation): Promise<pg.PoolClient> {
  const askedAt = performance.now();
  try {
    return await pool.connect();
  } catch (error) {
    new TracedWork(pool, operation, askedAt).end(error);
    throw new DatabaseUnavailable('rolled-back', { cause: error });
  }
}

/** Begin, tenant context and opening travel together: one round trip. Answers the opening's rows. */
async function begin(
  transaction: Transaction,
  { readOnly, tenant, opening }: TransactionOptions & { readonly opening?: StatementOf },
): Promise<readonly unknown[]> {
  const mode = readOnly === true ? 'begin isolation level repeatable read read only' : 'begin';
  if (tenant === undefined) {
    await statement(transaction, mode);
    return [];
  }
  const literal = (text: string): string => transaction.client.escapeLiteral(text);
  const sent = [mode, tenantContext(literal(tenant)), ...(opening === undefined ? [] : [opening(literal)])];
  const said = [
    ...[mode, tenantContext(LEFT_OUT)],
    ...(opening === undefined || !transaction.traced.isRecorded ? [] : [withoutValues(opening)]),
  ];
  const answer = await statement(transaction, sent.join('; '), said);
  return opening === undefined ? [] : lastRows(answer);
}

/** Sends a text; what traces say of it is given where it holds values. */
async function statement(
  { client, traced, beforeStatement }: Transaction,
  sql: string,
  said: readonly string[] = [sql],
): Promise<unknown> {
  if (beforeStatement !== undefined) await beforeStatement({ sql, client });
  traced.note(...said);
  return traced.watch(said.join('; '), client.query(sql));
}

async function rollBack({ client, traced }: Transaction): Promise<Error | undefined> {
  try {
    traced.note('rollback');
    await traced.watch('rollback', client.query('rollback'));
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

function release(client: pg.PoolClient, note: (error: Error) => void, broken: Error | undefined): void {
  // A destroyed connection may still emit errors while it closes; the listener stays on it.
  if (broken === undefined) client.removeListener('error', note);
  client.release(broken);
}
