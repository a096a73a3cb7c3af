-- Every calendar of holidays and make-up workdays that the tenant has had, and the business time of its import: a date
-- is found, moved and explained by the calendar that held then.
create table calendar_version (
  tenant text not null,
  version integer not null,
  known_until date not null,
  days jsonb not null,
  imported_at timestamptz(3) not null,
  primary key (tenant, version)
);
select huiyin_tenant_table('calendar_version');

-- The calendar known so far held from the beginning. Row-level security is lifted from the owner for this statement.
alter table reference_calendar no force row level security;
alter table calendar_version no force row level security;
insert into calendar_version (tenant, version, known_until, days, imported_at)
  select tenant, version, known_until, days, '1970-01-01T00:00:00Z' from reference_calendar;
alter table reference_calendar force row level security;
alter table calendar_version force row level security;

-- The calendar by which a case's dates stand; 0 for cases decided before calendars had versions here.
alter table case_file add column calendar_version integer not null default 0;
create index case_file_behind on case_file (tenant, calendar_version, id) where open_clocks > 0;
