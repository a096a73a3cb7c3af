import { execute, rows } from '@huiyin/postgres/query';
import type { EarlyFacts } from '../app/ports.ts';
import type { ForeignFact } from '../domain/foreign-facts.ts';

/** Table `early_fact`. */
export const earlyFacts: EarlyFacts = {
  async keep(tx, tenant, early) {
    await execute(
      tx,
      `insert into early_fact (tenant, event_id, suggestion_id, fact, occurred_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [tenant, early.eventId, early.suggestionId, JSON.stringify(early.fact), early.at],
    );
  },

  async take(tx, tenant, suggestionId) {
    return rows<{ fact: ForeignFact; at: Date }>(
      tx,
      `with taken as (
         delete from early_fact where tenant = $1 and suggestion_id = $2 returning fact, occurred_at, event_id)
       select fact, occurred_at as at from taken order by occurred_at, event_id`,
      [tenant, suggestionId],
    );
  },
};
