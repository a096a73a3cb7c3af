-- What every service keeps of directory's events: the facts its guards need about tenant, units, people, sessions,
-- rule packs and calendar. Filled by packages/reference; directory itself leaves these tables empty.

create table reference_tenant (
  tenant text primary key,
  name text not null,
  level text not null,
  area_code text not null,
  parent text not null,
  desk_name text not null
);
select huiyin_tenant_table('reference_tenant');

create table reference_unit (
  tenant text not null,
  id text not null,
  name text not null,
  kind text not null,
  active boolean not null,
  deciding_office text not null,
  successor_id text,
  primary key (tenant, id)
);
select huiyin_tenant_table('reference_unit');

create table reference_membership (
  tenant text not null,
  person_id text not null,
  role text not null,
  unit_id text not null,
  active boolean not null,
  primary key (tenant, person_id, role, unit_id)
);
select huiyin_tenant_table('reference_membership');
create index reference_membership_role on reference_membership (tenant, role, unit_id) where active;

create table reference_congress_session (
  tenant text not null,
  id text not null,
  congress_term integer not null,
  congress_session integer not null,
  opens_on date not null,
  closes_on date not null,
  cut_off_at timestamptz not null,
  primary key (tenant, id)
);
select huiyin_tenant_table('reference_congress_session');

create table reference_rule_pack (
  tenant text not null,
  version text not null,
  effective_from date not null,
  content jsonb not null,
  primary key (tenant, version)
);
select huiyin_tenant_table('reference_rule_pack');

create table reference_calendar (
  tenant text primary key,
  version integer not null,
  known_until date not null,
  days jsonb not null
);
select huiyin_tenant_table('reference_calendar');

do $$
begin
  execute format('grant select on reference_tenant to %I', huiyin_relay_role());
  execute format('create policy relay_reads on reference_tenant for select to %I using (true)', huiyin_relay_role());
end $$;
