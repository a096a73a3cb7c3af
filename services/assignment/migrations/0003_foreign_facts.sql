-- Facts about cases or shares not heard of yet; applied when the case opens.
create table early_fact (
  tenant text not null,
  event_id text not null,
  suggestion_id text not null,
  fact jsonb not null,
  occurred_at timestamptz not null,
  primary key (tenant, event_id)
);
select huiyin_tenant_table('early_fact');
create index early_fact_of_case on early_fact (tenant, suggestion_id, occurred_at, event_id);

-- Training's certificates: does a unit's liaison have a valid one?
create table certificate (
  tenant text not null,
  id text not null,
  person_id text not null,
  valid_until date not null,
  expired boolean not null,
  primary key (tenant, id)
);
select huiyin_tenant_table('certificate');
create index certificate_of_person on certificate (tenant, person_id);
