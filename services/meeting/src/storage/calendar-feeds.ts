import { execute, maybeRow } from '@huiyin/postgres/query';
import type { CalendarFeeds } from '../app/ports.ts';
import type { CalendarFeed } from '../domain/calendar-feed.ts';

const COLUMNS = `id as "feedId", person_id as "personId", role, unit_id as "unitId", secret_hash as "secretHash",
  made_at as "madeAt"`;

/** Table `calendar_feed`: read and written under the lock of the feed's stream. */
export const calendarFeeds: CalendarFeeds = {
  find: (tx, tenant, feedId) =>
    maybeRow<CalendarFeed>(tx, `select ${COLUMNS} from calendar_feed where tenant = $1 and id = $2`, [
      tenant,
      feedId,
    ]),
  ofSecret: (tx, tenant, secretHash) =>
    maybeRow<CalendarFeed>(
      tx,
      `select ${COLUMNS} from calendar_feed where tenant = $1 and secret_hash = $2`,
      [tenant, secretHash],
    ),
  async save(tx, tenant, { feedId, personId, role, unitId, secretHash, madeAt }) {
    await execute(
      tx,
      `insert into calendar_feed (tenant, id, person_id, role, unit_id, secret_hash, made_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (tenant, id) do update set secret_hash = excluded.secret_hash, made_at = excluded.made_at`,
      [tenant, feedId, personId, role, unitId, secretHash, madeAt],
    );
  },
  async remove(tx, tenant, feedId) {
    await execute(tx, 'delete from calendar_feed where tenant = $1 and id = $2', [tenant, feedId]);
  },
};
