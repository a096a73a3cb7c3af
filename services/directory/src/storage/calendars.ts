import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow } from '@huiyin/postgres/query';
import type { CalendarStore } from '../app/ports.ts';
import type { ImportedCalendar } from '../domain/calendar.ts';

/** Table `calendar`: one row a tenant. */
export const calendars: CalendarStore = { find, save };

async function find(tx: Tx, tenant: string): Promise<ImportedCalendar | undefined> {
  return maybeRow<ImportedCalendar>(
    tx,
    'select version, known_until as "knownUntil", days from calendar where tenant = $1',
    [tenant],
  );
}

async function save(tx: Tx, tenant: string, calendar: ImportedCalendar): Promise<void> {
  await execute(
    tx,
    `insert into calendar (tenant, version, known_until, days) values ($1, $2, $3, $4)
     on conflict (tenant) do update set version = excluded.version, known_until = excluded.known_until,
       days = excluded.days`,
    [tenant, calendar.version, calendar.knownUntil, JSON.stringify(calendar.days)],
  );
}
