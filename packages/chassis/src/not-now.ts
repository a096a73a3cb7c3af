import { DatabaseUnavailable } from '@huiyin/kernel/database-unavailable';
import { isTransientConflict } from '@huiyin/postgres/connection-loss';
import { RpcUnavailable } from '@huiyin/rpc/errors';

/** A database or an owner that is away, a lost race, a long wait for a lock: nothing is wrong with the event itself. */
export function isNotNow(error: unknown): boolean {
  const away = error instanceof DatabaseUnavailable || error instanceof RpcUnavailable;
  return away || isTransientConflict(error);
}
