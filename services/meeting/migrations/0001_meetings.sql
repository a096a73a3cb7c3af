-- What meeting knows of one case: shares with their gates, replies with their look-backs, the facts others told.
-- A hand-over meeting outside a case has a file of its own. The meetings themselves stand in `meeting`.
create table case_file (
  tenant text not null,
  id text not null,
  -- Empty for a meeting outside a case.
  suggestion_id text not null,
  -- The stream's: the ETag of every meeting of the case.
  version bigint not null,
  standing text not null,
  -- Who may see the meetings, for lists: deputies of the case, units of its active shares.
  deputy_ids text[] not null,
  unit_ids text[] not null,
  state jsonb not null,
  primary key (tenant, id)
);
select huiyin_tenant_table('case_file');

-- A meeting: what lists ask for as columns, the decider's state union as a whole (docs/adr/0003).
create table meeting (
  tenant text not null,
  id text not null,
  file_id text not null,
  kind text not null,
  status text not null,
  starts_at timestamptz(3) not null,
  participant_ids text[] not null,
  state jsonb not null,
  primary key (tenant, id),
  foreign key (tenant, file_id) references case_file (tenant, id)
);
select huiyin_tenant_table('meeting');
create index meeting_of_case on meeting (tenant, file_id);
create index meeting_by_time on meeting (tenant, starts_at, id);

-- The draw's running count (decisions.md 7): non-key replies of a year, and those of them to be looked back at.
create table look_back_quota (
  tenant text not null,
  year integer not null,
  replies integer not null,
  required integer not null,
  primary key (tenant, year)
);
select huiyin_tenant_table('look_back_quota');
