import { execute, maybeRow } from '@huiyin/postgres/query';
import type { SubscriptionStore } from '../app/ports.ts';
import type { Subscription } from '../domain/subscription.ts';

/** Table `subscription`. */
export const subscriptions: SubscriptionStore = {
  async load(tx, tenant, personId) {
    const row = await maybeRow<Omit<Subscription, 'quiet'> & { from: string; to: string }>(
      tx,
      `select email_on as email, email_address as "emailAddress", webhook_on as webhook, digest,
         quiet_from as "from", quiet_to as "to"
       from subscription where tenant = $1 and person_id = $2`,
      [tenant, personId],
    );
    if (row === undefined) return undefined;
    const { from, to, ...rest } = row;
    return { ...rest, quiet: { from, to } };
  },

  async save(tx, tenant, personId, { email, emailAddress, webhook, digest, quiet }) {
    await execute(
      tx,
      `insert into subscription
         (tenant, person_id, email_on, email_address, webhook_on, digest, quiet_from, quiet_to)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (tenant, person_id) do update set email_on = excluded.email_on,
         email_address = excluded.email_address, webhook_on = excluded.webhook_on, digest = excluded.digest,
         quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to`,
      [tenant, personId, email, emailAddress, webhook, digest, quiet.from, quiet.to],
    );
  },
};
