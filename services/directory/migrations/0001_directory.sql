-- What belongs to no single tenant: the tenants themselves, people, accounts, memberships and the business clock.
-- Login must see a person's memberships before there is a tenant to stand in, so these tables have no tenant context;
-- every statement that serves one tenant names it (column in_tenant).

create table tenant_registry (
  id text primary key,
  name text not null,
  level text not null check (level in ('city', 'district')),
  area_code text not null,
  parent text not null,
  desk_name text not null
);
select huiyin_global_table('tenant_registry');

create table person (
  id text primary key,
  name text not null,
  phone text not null
);
select huiyin_global_table('person');

create table membership (
  person_id text not null references person (id),
  in_tenant text not null references tenant_registry (id),
  role text not null,
  -- Empty for roles outside units.
  unit_id text not null,
  active boolean not null,
  primary key (person_id, in_tenant, role, unit_id)
);
select huiyin_global_table('membership');
create index membership_of_tenant on membership (in_tenant, person_id);

create table account (
  id text primary key,
  person_id text not null unique references person (id),
  login text not null unique,
  -- argon2id in PHC form.
  password_hash text not null
);
select huiyin_global_table('account');

-- One row. Rehearsal begins on 2026-01-05 09:00 in Shanghai; production ignores the offset.
create table business_clock (
  id integer primary key check (id = 1),
  offset_ms bigint not null
);
select huiyin_global_table('business_clock');
insert into business_clock (id, offset_ms)
  select 1, (extract(epoch from timestamptz '2026-01-05 09:00:00+08' - clock_timestamp()) * 1000)::bigint;

-- What belongs to one tenant.

create table unit (
  tenant text not null,
  id text not null,
  version bigint not null,
  name text not null,
  kind text not null,
  active boolean not null,
  deciding_office text not null,
  -- Empty unless another unit took over.
  successor_id text not null,
  primary key (tenant, id)
);
select huiyin_tenant_table('unit');
create index unit_by_name on unit (tenant, name);

-- Version of a person's stream in a tenant, the ETag.
create table person_in_tenant (
  tenant text not null,
  person_id text not null,
  version bigint not null,
  primary key (tenant, person_id)
);
select huiyin_tenant_table('person_in_tenant');

create table congress_session (
  tenant text not null,
  id text not null,
  congress_term integer not null,
  congress_session integer not null,
  opens_on date not null,
  closes_on date not null,
  cut_off_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, congress_term, congress_session)
);
select huiyin_tenant_table('congress_session');

-- A version never changes once it is activated: running cases keep it.
create table rule_pack (
  tenant text not null,
  version text not null,
  effective_from date not null,
  content_json text not null,
  primary key (tenant, version)
);
select huiyin_tenant_table('rule_pack');

create table calendar (
  tenant text not null primary key,
  version integer not null,
  known_until date not null,
  days jsonb not null
);
select huiyin_tenant_table('calendar');
