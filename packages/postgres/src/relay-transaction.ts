import type { Clock } from '@huiyin/kernel/clock';
import type pg from 'pg';
import type { StatementHook } from './query.ts';
import type { TransactionOptions } from './transaction.ts';

/** What the relay's chores work with. */
export interface RelayChore {
  /** Of the relay's role. */
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly beforeStatement?: StatementHook | undefined;
}

/** Transactions of the relay's role, which has policies of its own instead of a tenant. */
export function relayTransaction({ pool, beforeStatement }: Omit<RelayChore, 'clock'>): TransactionOptions {
  return { pool, tenant: undefined, beforeStatement };
}
