-- Batches 培训批次, who is enrolled with how far they came, certificates with their end.
create table batch (
  tenant text not null,
  id text not null,
  topic text not null,
  title text not null,
  starts_on date not null,
  ends_on date not null,
  check (starts_on <= ends_on),
  primary key (tenant, id)
);
select huiyin_tenant_table('batch');
create index batch_by_start on batch (tenant, starts_on desc, id desc);

create table enrolment (
  tenant text not null,
  batch_id text not null,
  person_id text not null,
  unit_id text not null,
  state text not null check (state in ('enrolled', 'failed', 'passed')),
  attempts integer not null,
  primary key (tenant, batch_id, person_id),
  foreign key (tenant, batch_id) references batch (tenant, id)
);
select huiyin_tenant_table('enrolment');
create index enrolment_by_person on enrolment (tenant, person_id);

create table certificate (
  tenant text not null,
  id text not null,
  number text not null,
  person_id text not null,
  unit_id text not null,
  topic text not null,
  issued_on date not null,
  valid_until date not null,
  expired boolean not null,
  primary key (tenant, id),
  unique (tenant, number)
);
select huiyin_tenant_table('certificate');
create index certificate_by_person on certificate (tenant, person_id, topic);
create index certificate_due on certificate (tenant, valid_until) where not expired;

-- Running numbers of certificates, one row a tenant and year; locked until the transaction ends.
create table certificate_counter (
  tenant text not null,
  year integer not null,
  last integer not null,
  primary key (tenant, year)
);
select huiyin_tenant_table('certificate_counter');
