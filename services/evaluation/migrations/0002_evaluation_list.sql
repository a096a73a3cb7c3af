-- What lists of evaluations ask for; the evaluations themselves stand in the case's file, under the same lock.
create table evaluation (
  tenant text not null,
  id text not null,
  case_id text not null,
  -- Whose reply is judged.
  unit_id text not null,
  status text not null,
  -- Attitude or result 不满意; false until submitted.
  dissatisfied boolean not null,
  delivered_on date not null,
  primary key (tenant, id),
  foreign key (tenant, case_id) references case_file (tenant, id)
);

-- Evaluations asked for before this list was kept. Forced row security would hide them from the owner as well.
alter table case_file no force row level security;
insert into evaluation (tenant, id, case_id, unit_id, status, dissatisfied, delivered_on)
select f.tenant, e->>'evaluationId', f.id, coalesce(s->>'unitId', ''), e->>'status',
  coalesce('dissatisfied' in (e->'form'->>'attitude', e->'form'->>'result'), false), (e->>'deliveredOn')::date
from case_file f
  cross join lateral jsonb_array_elements(f.state->'evaluations') e
  left join lateral jsonb_array_elements(f.state->'shares') s on s->>'assignmentId' = e->>'assignmentId';
alter table case_file force row level security;

select huiyin_tenant_table('evaluation');
create index evaluation_by_day on evaluation (tenant, status, delivered_on, id);
create index evaluation_of_unit on evaluation (tenant, unit_id, delivered_on, id);
