import { DatabaseUnavailable } from '@huiyin/kernel/database-unavailable';
import { isTransientConflict } from '@huiyin/postgres/connection-loss';
import { RpcUnavailable } from '@huiyin/rpc/errors';

/** A database or an owner that is away: nothing can be done at present. */
export function isAway(error: unknown): boolean {
  return error instanceof DatabaseUnavailable || error instanceof RpcUnavailable;
}

/** Somebody is away, a lost race, a long wait for a lock: nothing is wrong with the event itself. */
export function isNotNow(error: unknown): boolean {
  return isAway(error) || isTransientConflict(error);
}
