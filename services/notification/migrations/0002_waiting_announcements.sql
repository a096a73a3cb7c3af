-- Announcements to a lead deputy whom no fact has named yet: no order exists between services.
create table waiting_announcement (
  tenant text not null,
  case_id text not null,
  source_event_id uuid not null,
  type text not null,
  text text not null,
  occurred_at timestamptz(3) not null,
  primary key (tenant, case_id, source_event_id)
);
select huiyin_tenant_table('waiting_announcement');
