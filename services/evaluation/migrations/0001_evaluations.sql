-- What evaluation knows of one case: shares with their course, replies, look-backs, evaluations (docs/adr/0003).
create table case_file (
  tenant text not null,
  -- The suggestion's id.
  id text not null,
  -- The stream's: the ETag of everything of the case.
  version bigint not null,
  phase text not null,
  -- Who may see promises and rectifications, for lists: deputies of the case.
  deputy_ids text[] not null,
  state jsonb not null,
  primary key (tenant, id)
);
select huiyin_tenant_table('case_file');

-- 承诺台账: a promise lives on for years, so it is listed by its day across cases.
create table promise (
  tenant text not null,
  id text not null,
  case_id text not null,
  unit_id text not null,
  status text not null,
  due_on date not null,
  state jsonb not null,
  primary key (tenant, id),
  foreign key (tenant, case_id) references case_file (tenant, id)
);
select huiyin_tenant_table('promise');
create index promise_of_case on promise (tenant, case_id);
create index promise_by_day on promise (tenant, due_on, id);
create index promise_of_unit on promise (tenant, unit_id, due_on, id);

-- 整改
create table rectification (
  tenant text not null,
  id text not null,
  case_id text not null,
  unit_id text not null,
  status text not null,
  ordered_on date not null,
  state jsonb not null,
  primary key (tenant, id),
  foreign key (tenant, case_id) references case_file (tenant, id)
);
select huiyin_tenant_table('rectification');
create index rectification_of_case on rectification (tenant, case_id);
create index rectification_by_day on rectification (tenant, ordered_on, id);
create index rectification_of_unit on rectification (tenant, unit_id, ordered_on, id);

-- Facts for the score that comes later, each with the event it follows from.
create table score_fact (
  tenant text not null,
  source_event_id text not null,
  fact text not null,
  case_id text not null,
  assignment_id text not null,
  unit_id text not null,
  on_date date not null,
  primary key (tenant, source_event_id, fact)
);
select huiyin_tenant_table('score_fact');
create index score_fact_of_unit on score_fact (tenant, unit_id, on_date);
