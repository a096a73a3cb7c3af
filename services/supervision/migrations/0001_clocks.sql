-- One row a case: its colour for lists and boards, and how far its decisions have come.
create table case_file (
  tenant text not null,
  id text not null,
  number text not null,
  title text not null,
  -- The worst of its open clocks.
  colour text not null,
  open_clocks integer not null,
  -- Business time up to which the case has been decided; decisions never step back behind it.
  settled_until timestamptz(3),
  -- Deputies and units who may look, and how often each unit turned red.
  state jsonb not null,
  primary key (tenant, id)
);
select huiyin_tenant_table('case_file');
create index case_file_open on case_file (tenant, colour) where open_clocks > 0;

-- What a case is coloured by, reduced from the events of its owners. Only added to: reading them again in their order
-- gives the same colours. A fact waits unsettled while earlier transitions of its case are still to be fired.
create table fact (
  tenant text not null,
  case_id text not null,
  source text not null,
  version bigint not null,
  index integer not null,
  at timestamptz(3) not null,
  settled boolean not null,
  body jsonb not null,
  primary key (tenant, case_id, source, version, index)
);
select huiyin_tenant_table('fact');
create index fact_unsettled on fact (tenant, at, case_id) where not settled;

-- 时限. Due dates have their one master here.
create table clock (
  tenant text not null,
  id text not null,
  case_id text not null,
  kind text not null,
  status text not null,
  owner text not null,
  unit_id text not null,
  due_date date,
  due_version integer not null,
  colour text not null,
  colour_since timestamptz(3) not null,
  -- The next instant at which time alone changes something; null when nothing more will.
  next_change_at timestamptz(3),
  state jsonb not null,
  primary key (tenant, id),
  foreign key (tenant, case_id) references case_file (tenant, id)
);
select huiyin_tenant_table('clock');
create index clock_of_case on clock (tenant, case_id);
-- The sweep reads the few that are due, however many wait.
create index clock_due on clock (tenant, next_change_at, id) where next_change_at is not null;
create index clock_open_by_due on clock (tenant, (coalesce(due_date, date '9999-12-31')), id) where status = 'open';
create index clock_open_of_unit on clock (tenant, unit_id, (coalesce(due_date, date '9999-12-31')), id)
  where status = 'open';
create index clock_warning on clock (tenant, colour, colour_since, id) where status = 'open' and colour <> 'green';

-- No warning twice, whatever replicas, restarts and clock jumps do (I6).
create table firing (
  tenant text not null,
  clock_id text not null,
  rule text not null,
  colour text not null,
  due_version integer not null,
  episode integer not null,
  case_id text not null,
  -- The business time at which the colour changed.
  at timestamptz(3) not null,
  primary key (tenant, clock_id, rule, colour, due_version, episode)
);
select huiyin_tenant_table('firing');
create index firing_of_case on firing (tenant, case_id, at);
