import pg from 'pg';

/** OIDs whose JavaScript form this project fixes once: int8 as number, date as `YYYY-MM-DD` text. */
const INT8 = 20;
const DATE = 1082;

const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return safeInteger;
    if (oid === DATE) return (text: string) => text;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 out of the safe range: ${text}`);
  return value;
}

export interface PoolOptions {
  readonly url: string;
  readonly size: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** A statement that runs longer is ended by the server, milliseconds. */
  readonly statementTimeoutMs: number;
  /** A transaction whose owner went silent is ended by the server, milliseconds. */
  readonly idleInTransactionMs?: number;
  /** Called for errors of idle connections, which no caller would see. */
  readonly onIdleError: (error: Error) => void;
}

/**
 * Milliseconds a caller waits for a free connection before it is told that the database is unavailable: just below the
 * 5 s that calls last, so that a busy machine makes people wait rather than fail.
 */
const CONNECT_TIMEOUT_MS = 4_500;
/** An unused connection is kept this long, milliseconds: making one costs a process on the server and a handshake. */
const IDLE_CONNECTION_MS = 300_000;
const IDLE_IN_TRANSACTION_MS = 10_000;

/** A pool of connections to one database under one role. */
export function createPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.size,
    application_name: options.applicationName,
    statement_timeout: options.statementTimeoutMs,
    idle_in_transaction_session_timeout: options.idleInTransactionMs ?? IDLE_IN_TRANSACTION_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    keepAlive: true,
    types,
  });
  pool.on('error', options.onIdleError);
  return pool;
}
