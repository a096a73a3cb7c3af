-- A suggestion's present state: what lists and searches ask for as columns, the decider's state union as a whole
-- (docs/adr/0003). Its version is its stream's.
create table suggestion (
  tenant text not null,
  id text not null,
  version bigint not null,
  status text not null,
  kind text not null,
  title text not null,
  lead_deputy_id text not null,
  -- Empty before submission.
  period text not null,
  submitted_on date,
  number text,
  display_number text,
  -- While a pre-review is open.
  pre_review_requested_at timestamptz,
  state jsonb not null,
  -- Business time of the last change.
  changed_at timestamptz not null,
  primary key (tenant, id)
);
select huiyin_tenant_table('suggestion');

-- A number is never given twice, whatever the counter says.
create unique index suggestion_number on suggestion (tenant, number) where number is not null;
create index suggestion_awaiting_registration on suggestion (tenant, submitted_on, id) where status = 'submitted';
create index suggestion_awaiting_pre_review on suggestion (tenant, pre_review_requested_at, id)
  where status = 'pre-review';

-- Whose suggestion it is: lead-deputy, cosigner or invited-cosigner.
create table suggestion_deputy (
  tenant text not null,
  suggestion_id text not null,
  deputy_id text not null,
  relation text not null,
  primary key (tenant, suggestion_id, deputy_id),
  foreign key (tenant, suggestion_id) references suggestion (tenant, id)
);
select huiyin_tenant_table('suggestion_deputy');
create index suggestion_deputy_of on suggestion_deputy (tenant, deputy_id, suggestion_id desc);

-- Every text as it was signed and submitted. Never changed: the signatures stand over these words.
create table submitted_text (
  tenant text not null,
  suggestion_id text not null,
  text_version integer not null,
  text jsonb not null,
  text_hash text not null,
  submitted_on date not null,
  primary key (tenant, suggestion_id, text_version)
);
select huiyin_tenant_table('submitted_text');

create function submitted_text_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a submitted text is never changed';
end $$;
create trigger submitted_text_is_final before update or delete on submitted_text
  for each row execute function submitted_text_is_final();

-- Running numbers: one row a series (19-5, 19-B2026), locked until the registration commits.
create table number_counter (
  tenant text not null,
  series text not null,
  last integer not null,
  primary key (tenant, series)
);
select huiyin_tenant_table('number_counter');
