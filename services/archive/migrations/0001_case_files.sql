-- Every fact heard about a case, as its owner recorded it. The case file is folded from these, never edited.
create table case_fact (
  tenant text not null,
  case_id text not null,
  service text not null,
  version bigint not null,
  event_id uuid not null,
  type text not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  person_id text not null,
  roles text[] not null,
  reason text,
  traceparent text not null,
  hash text not null,
  payload jsonb not null,
  primary key (tenant, case_id, service, version)
);
select huiyin_tenant_table('case_fact');
create index case_fact_timeline on case_fact (tenant, case_id, occurred_at desc, event_id desc);

-- One row a case: columns for lists, the folded file as a document.
create table case_file (
  tenant text not null,
  id text not null,
  origin text not null check (origin in ('live', 'register')),
  number text not null,
  title text not null,
  year integer,
  category text not null,
  stage text not null,
  colour text not null,
  due_date date,
  next_party_kind text not null,
  next_party_id text not null,
  lead_unit_names text[] not null,
  unit_ids text[] not null,
  deputy_ids text[] not null,
  deciding_offices text[] not null,
  assigned boolean not null,
  file jsonb not null,
  changed_at timestamptz(3) not null,
  primary key (tenant, id)
);
select huiyin_tenant_table('case_file');
create index case_file_by_number on case_file (tenant, number desc, id desc);
create index case_file_by_year on case_file (tenant, year, number desc);
create index case_file_by_colour on case_file (tenant, colour, due_date) where origin = 'live';
create index case_file_units on case_file using gin (unit_ids);
create index case_file_deputies on case_file using gin (deputy_ids);

-- What was sealed: the manifest whose hash stands in case-sealed.
create table manifest (
  tenant text not null,
  case_id text not null,
  content text not null,
  hash text not null,
  entries integer not null,
  primary key (tenant, case_id)
);
select huiyin_tenant_table('manifest');
