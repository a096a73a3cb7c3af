import { workCalendar, type CalendarDay, type WorkCalendar } from '@huiyin/calendar/work-calendar';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { CalendarStore, CalendarProgress } from '../app/ports.ts';
import type { CalendarVersion } from '../domain/calendar-version.ts';
import { momentOf } from '../domain/moment.ts';

/** Versions are made again only when they fall out of here. */
const MAX_CACHED_CALENDARS = 500;
/** Two imports a week for twenty years. */
const MAX_VERSIONS = 2_000;

/** Table `calendar_version`: one row an import, never changed. */
export function calendars(): CalendarStore {
  const made = new Map<string, WorkCalendar>();
  return { keep, versions, progress, read: (tx, tenant, version) => read(tx, { tenant, version }, made) };
}

async function keep(
  tx: Tx,
  tenant: string,
  { version, knownUntil, days, importedAt }: Parameters<CalendarStore['keep']>[2],
): Promise<void> {
  await execute(
    tx,
    `insert into calendar_version (tenant, version, known_until, days, imported_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [tenant, version, knownUntil, JSON.stringify(days), importedAt],
  );
}

async function versions(tx: Tx, tenant: string): Promise<readonly CalendarVersion[]> {
  const found = await rows<{ version: number; imported_at: Date }>(
    tx,
    'select version, imported_at from calendar_version where tenant = $1 order by version limit $2',
    [tenant, MAX_VERSIONS],
  );
  return found.map(({ version, imported_at }) => ({ version, since: momentOf(imported_at).at }));
}

async function read(
  tx: Tx,
  { tenant, version }: { tenant: string; version: number },
  made: Map<string, WorkCalendar>,
): Promise<WorkCalendar | undefined> {
  const key = `${tenant} ${version}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const row = await maybeRow<{ knownUntil: LocalDate; days: CalendarDay[] }>(
    tx,
    'select known_until as "knownUntil", days from calendar_version where tenant = $1 and version = $2',
    [tenant, version],
  );
  if (row === undefined) return undefined;
  const calendar = workCalendar(row);
  if (made.size >= MAX_CACHED_CALENDARS) made.clear();
  made.set(key, calendar);
  return calendar;
}

async function progress(tx: Tx, tenant: string): Promise<CalendarProgress> {
  const row = await maybeRow<{ version: number; cases: number; behind: number }>(
    tx,
    `with newest as (select coalesce(max(version), 0) as version from calendar_version where tenant = $1)
     select n.version,
       (select count(*) from case_file where tenant = $1 and open_clocks > 0)::integer as cases,
       (select count(*) from case_file where tenant = $1 and open_clocks > 0
          and calendar_version < n.version)::integer as behind
     from newest n`,
    [tenant],
  );
  return row ?? { version: 0, cases: 0, behind: 0 };
}
