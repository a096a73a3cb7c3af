-- Assignment's part of a case 案卷: what lists ask for as columns, the decider's state without its shares as a whole
-- (docs/adr/0003). Its version is its stream's.
create table suggestion_case (
  tenant text not null,
  id text not null,
  version bigint not null,
  -- to-assign, handling, merged, ended, closed
  status text not null,
  number text not null,
  registered_on date not null,
  state jsonb not null,
  -- Business time of the last change.
  changed_at timestamptz not null,
  primary key (tenant, id)
);
select huiyin_tenant_table('suggestion_case');
create index suggestion_case_board on suggestion_case (tenant, status, registered_on, id);

-- One unit's share 承办件.
create table assignment (
  tenant text not null,
  id text not null,
  suggestion_id text not null,
  -- Order in which the shares were made.
  ordinal integer not null,
  unit_id text not null,
  -- lead, co, parallel, reference
  role text not null,
  status text not null,
  deciding_office text not null,
  -- The unit still takes part: neither handed back nor replaced nor ended.
  active boolean not null,
  -- The statutory clock counts from here.
  clock_start_on date not null,
  state jsonb not null,
  primary key (tenant, id),
  foreign key (tenant, suggestion_id) references suggestion_case (tenant, id)
);
select huiyin_tenant_table('assignment');

-- Exactly one accountable unit (decisions 2): never two active leads, whatever the code does.
create unique index assignment_one_active_lead on assignment (tenant, suggestion_id) where role = 'lead' and active;
-- A unit has one share of a suggestion at a time, parallel handlers among them.
create unique index assignment_once_a_unit on assignment (tenant, suggestion_id, unit_id) where active;
create index assignment_of_case on assignment (tenant, suggestion_id, ordinal);
create index assignment_inbox on assignment (tenant, unit_id, clock_start_on, id);
create index assignment_by_status on assignment (tenant, status, clock_start_on, id);

-- To which case a share, return request, opinion, extension, coordination or reply belongs.
create table case_part (
  tenant text not null,
  id text not null,
  suggestion_id text not null,
  primary key (tenant, id)
);
select huiyin_tenant_table('case_part');
