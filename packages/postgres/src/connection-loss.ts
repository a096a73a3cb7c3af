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

/** Deadlock and serialisation failures: nothing was done, the same command may come again. */
export function isTransientConflict(error: unknown): boolean {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return code === '40P01' || code === '40001' || code === '55P03';
}

/** A statement that the server ended after its time, mostly because it waited for a lock: nothing was done. */
export function isOutOfTime(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === '57014';
}
