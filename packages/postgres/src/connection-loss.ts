/** SQLSTATE classes and codes after which the connection, not the statement, is at fault. */
const CONNECTION_SQLSTATES = /^(08|57P0[1-5]|25P03|53300)/;
const CONNECTION_ERRNO = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);

/** True when an error means that the connection is gone. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && (CONNECTION_SQLSTATES.test(code) || CONNECTION_ERRNO.has(code)))
    return true;
  return /Connection terminated|Client has encountered a connection error|connection is not queryable/i.test(
    error.message,
  );
}

/** Deadlock, serialisation failure, lock not available, and a statement ended after its time, mostly at a lock. */
const CONFLICT_SQLSTATES: ReadonlySet<unknown> = new Set(['40P01', '40001', '55P03', '57014']);

/** A lost race with another transaction: nothing was done, the same may come again. */
export function isTransientConflict(error: unknown): boolean {
  return error instanceof Error && CONFLICT_SQLSTATES.has((error as { code?: unknown }).code);
}
