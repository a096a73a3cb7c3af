-- In-app notices: one a person and event, however often the event is delivered.
create table notice (
  tenant text not null,
  id text not null,
  person_id text not null,
  source_event_id uuid not null,
  type text not null,
  text text not null,
  case_id text not null,
  occurred_at timestamptz(3) not null,
  read_at timestamptz(3),
  primary key (tenant, id),
  unique (tenant, person_id, source_event_id)
);
select huiyin_tenant_table('notice');
create index notice_inbox on notice (tenant, person_id, occurred_at desc, id desc);
create index notice_unread on notice (tenant, person_id) where read_at is null;

-- Who is who on a case, from the facts that say so: recipients of later facts that name the case only.
create table case_party (
  tenant text not null,
  case_id text not null,
  lead_deputy_id text not null,
  title text not null,
  primary key (tenant, case_id)
);
select huiyin_tenant_table('case_party');
