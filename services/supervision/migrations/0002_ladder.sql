-- 督办函
create table letter (
  tenant text not null,
  id text not null,
  case_id text not null,
  clock_id text not null,
  -- The clock of its answer, whose due date is the answer's.
  answer_clock_id text not null,
  unit_id text not null,
  status text not null,
  sent_on date not null,
  state jsonb not null,
  primary key (tenant, id),
  foreign key (tenant, case_id) references case_file (tenant, id)
);
select huiyin_tenant_table('letter');
create index letter_of_case on letter (tenant, case_id);
create index letter_of_clock on letter (tenant, clock_id) where status = 'sent';
create index letter_of_unit on letter (tenant, unit_id, sent_on desc, id desc);
create index letter_by_day on letter (tenant, sent_on desc, id desc);

-- 约谈
create table talk (
  tenant text not null,
  id text not null,
  case_id text not null,
  clock_id text not null,
  hold_clock_id text not null,
  unit_id text not null,
  status text not null,
  called_on date not null,
  state jsonb not null,
  primary key (tenant, id),
  foreign key (tenant, case_id) references case_file (tenant, id)
);
select huiyin_tenant_table('talk');
create index talk_of_case on talk (tenant, case_id);
create index talk_of_unit on talk (tenant, unit_id, called_on desc, id desc);
create index talk_by_day on talk (tenant, called_on desc, id desc);
-- One talk at a time with a unit about a case.
create unique index talk_called on talk (tenant, case_id, unit_id) where status = 'called';

-- 催办
create table urge (
  tenant text not null,
  id text not null,
  case_id text not null,
  clock_id text not null,
  unit_id text not null,
  urged_at timestamptz(3) not null,
  state jsonb not null,
  primary key (tenant, id),
  foreign key (tenant, case_id) references case_file (tenant, id)
);
select huiyin_tenant_table('urge');
create index urge_of_case on urge (tenant, case_id);
create index urge_of_clock on urge (tenant, clock_id, urged_at desc);
create index urge_of_unit on urge (tenant, unit_id, urged_at desc, id desc);
create index urge_by_time on urge (tenant, urged_at desc, id desc);

-- A change of colour by hand that waits for the second person: at most one a clock.
create table override_request (
  tenant text not null,
  clock_id text not null,
  state jsonb not null,
  primary key (tenant, clock_id),
  foreign key (tenant, clock_id) references clock (tenant, id)
);
select huiyin_tenant_table('override_request');
