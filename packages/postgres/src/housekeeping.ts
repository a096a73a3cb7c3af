import { execute } from './query.ts';
import { relayTransaction, type RelayChore } from './relay-transaction.ts';
import { inTransaction } from './transaction.ts';

const DAY_MS = 86_400_000;
/**
 * Inbox rows, days (decisions 17): three times as long as the broker keeps a message. A later duplicate is still known
 * by its version, which `consumed` keeps for ever.
 */
const INBOX_DAYS = 90;
/** A command's key and answer, days (decisions 23). */
const IDEMPOTENCY_DAYS = 30;
/** Rows of one transaction, so that nobody waits for it. */
const FORGET_ROWS = 5_000;

/** What was forgotten, in rows. */
export interface Forgotten {
  readonly inbox: number;
  readonly idempotency: number;
}

/** Deletes what has been kept long enough, by system time; for the relay role, which works across tenants. */
export async function forgetOld(chore: RelayChore): Promise<Forgotten> {
  const before = (days: number): Date => new Date(chore.clock.now().getTime() - days * DAY_MS);
  return {
    inbox: await forget(
      chore,
      `delete from inbox where ctid = any(array(
         select ctid from inbox where received_at < $1 order by received_at limit $2))`,
      before(INBOX_DAYS),
    ),
    idempotency: await forget(
      chore,
      `delete from idempotency where ctid = any(array(
         select ctid from idempotency where created_at < $1 order by created_at limit $2))`,
      before(IDEMPOTENCY_DAYS),
    ),
  };
}

async function forget(chore: RelayChore, sql: string, before: Date): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const rows = await inTransaction(relayTransaction(chore), (tx) =>
      execute(tx, sql, [before, FORGET_ROWS]),
    );
    forgotten += rows;
    if (rows < FORGET_ROWS) return forgotten;
  }
}
