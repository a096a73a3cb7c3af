-- 常用筛选: filters of a list under a name, of one person in one membership.
create table saved_view (
  tenant text not null,
  id text not null,
  person_id text not null,
  role text not null,
  -- Empty for roles outside units.
  unit_id text not null,
  list text not null,
  name text not null,
  -- The query string of the list's address.
  filters text not null,
  saved_at timestamptz(3) not null,
  primary key (tenant, id),
  unique (tenant, person_id, role, unit_id, list, name)
);
select huiyin_tenant_table('saved_view');
