-- From which a meeting's check-in codes are derived; told to nobody. Every row gets one of its own.
alter table meeting add column check_in_key uuid not null default gen_random_uuid();

-- 日历订阅: one a membership. The address holds a secret of which only the hash stands here (docs/adr/0016).
create table calendar_feed (
  tenant text not null,
  id text not null,
  person_id text not null,
  role text not null,
  unit_id text not null,
  secret_hash text not null,
  made_at timestamptz(3) not null,
  primary key (tenant, id)
);
select huiyin_tenant_table('calendar_feed');
create unique index calendar_feed_by_secret on calendar_feed (tenant, secret_hash);
