-- Versions of handling plans 办理方案, as they were filed.
create table plan_version (
  tenant text not null,
  assignment_id text not null,
  version integer not null,
  content jsonb not null,
  reason text not null,
  filed_on date not null,
  five_ones_complete boolean not null,
  primary key (tenant, assignment_id, version)
);
select huiyin_tenant_table('plan_version');

-- 沟通记录
create table contact (
  tenant text not null,
  id text not null,
  assignment_id text not null,
  round integer not null,
  form text not null,
  on_date date not null,
  deputy_ids text[] not null,
  summary text not null,
  primary key (tenant, id)
);
select huiyin_tenant_table('contact');
create index contact_of_share on contact (tenant, assignment_id, on_date, id);

-- A reply 答复 of one round: a draft until its head signed it.
create table reply (
  tenant text not null,
  id text not null,
  assignment_id text not null,
  round integer not null,
  content jsonb not null,
  text_hash text not null,
  letter_number text,
  issued_on date,
  signed_by text,
  primary key (tenant, id)
);
select huiyin_tenant_table('reply');
create unique index reply_once_a_round on reply (tenant, assignment_id, round);

-- The signature stands over these words: an issued reply changes only by a supplement.
create function issued_reply_is_final() returns trigger language plpgsql as $$
begin
  if old.issued_on is not null then
    raise exception 'an issued reply is never changed';
  end if;
  return coalesce(new, old);
end $$;
create trigger issued_reply_is_final before update or delete on reply
  for each row execute function issued_reply_is_final();

-- 补充答复
create table reply_supplement (
  tenant text not null,
  id text not null,
  reply_id text not null,
  result_class text not null,
  why text not null,
  content text not null,
  supplemented_on date not null,
  primary key (tenant, id)
);
select huiyin_tenant_table('reply_supplement');
create index reply_supplement_of on reply_supplement (tenant, reply_id, supplemented_on, id);

-- 送达: one row a deputy owed the reply, by the suggestion this deputy signed.
create table reply_delivery (
  tenant text not null,
  reply_id text not null,
  suggestion_id text not null,
  deputy_id text not null,
  is_lead boolean not null,
  method text not null,
  delivered_on date not null,
  primary key (tenant, reply_id, suggestion_id, deputy_id)
);
select huiyin_tenant_table('reply_delivery');
