-- What every service's database has: the event table (audit log and outbox at once), the streams' heads, the
-- inbox, the idempotency keys and the dead letters. Roles are given by the migrator in the settings
-- huiyin.app_role and huiyin.relay_role, because their names differ from service to service.

create function huiyin_app_role() returns text language sql stable as
  $$ select current_setting('huiyin.app_role') $$;
create function huiyin_relay_role() returns text language sql stable as
  $$ select current_setting('huiyin.relay_role') $$;

-- A table of one tenant's rows: forced row-level security, rights for the application role.
create function huiyin_tenant_table(name text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format(
    'create policy tenant_isolation on %I using (tenant = (select current_setting(''huiyin.tenant'', true)))
       with check (tenant = (select current_setting(''huiyin.tenant'', true)))', name);
  execute format('grant select, insert, update, delete on %I to %I', name, huiyin_app_role());
end $$;

-- A table without tenants (directory's persons and accounts, the kit's own bookkeeping).
create function huiyin_global_table(name text) returns void language plpgsql as $$
begin
  execute format('grant select, insert, update, delete on %I to %I', name, huiyin_app_role());
end $$;

-- Head of each chain; its row lock is the case lock.
create table stream (
  tenant text not null,
  id text not null,
  version bigint not null,
  hash text not null,
  primary key (tenant, id)
);
select huiyin_tenant_table('stream');

create table seal (
  tenant text not null,
  number bigint not null,
  root text not null,
  prev_root text not null,
  event_count integer not null,
  sealed_at timestamptz not null,
  primary key (tenant, number)
);
select huiyin_tenant_table('seal');

create table event (
  tenant text not null,
  stream text not null,
  version bigint not null,
  position bigint generated always as identity,
  id uuid not null unique,
  type text not null,
  payload jsonb not null,
  account_id text not null,
  person_id text not null,
  roles text[] not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  reason text,
  traceparent text not null,
  prev_hash text not null,
  hash text not null,
  published_at timestamptz,
  seal_number bigint,
  seal_index integer,
  primary key (tenant, stream, version)
);
select huiyin_tenant_table('event');
create index event_unpublished on event (position) where published_at is null;
create index event_unsealed on event (tenant, position) where seal_number is null;
create index event_sealed on event (tenant, seal_number, seal_index) where seal_number is not null;

-- History is not rewritten: only publication and sealing may be marked, each once.
create function event_is_history() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'event rows are never removed' using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - array['published_at', 'seal_number', 'seal_index'])
     is distinct from (to_jsonb(old) - array['published_at', 'seal_number', 'seal_index'])
     or (old.published_at is not null and new.published_at is distinct from old.published_at)
     or (old.seal_number is not null and new.seal_number is distinct from old.seal_number) then
    raise exception 'event % is history', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger event_is_history before update or delete on event
  for each row execute function event_is_history();
create trigger event_is_never_truncated before truncate on event
  for each statement execute function event_is_history();

create table idempotency (
  tenant text not null,
  actor text not null,
  method text not null,
  key text not null,
  request_hash text not null,
  result jsonb,
  created_at timestamptz not null,
  primary key (tenant, actor, method, key)
);
select huiyin_tenant_table('idempotency');
create index idempotency_age on idempotency (created_at);

create table inbox (
  tenant text not null,
  source text not null,
  event_id uuid not null,
  received_at timestamptz not null,
  primary key (source, event_id)
);
select huiyin_tenant_table('inbox');
create index inbox_age on inbox (received_at);

-- Up to which version each foreign stream has been applied here.
create table consumed (
  tenant text not null,
  source text not null,
  stream text not null,
  version bigint not null,
  primary key (tenant, source, stream)
);
select huiyin_tenant_table('consumed');

create table dead_letter (
  tenant text not null,
  source text not null,
  event_id uuid not null,
  stream text not null,
  version bigint not null,
  type text not null,
  envelope jsonb not null,
  error text not null,
  attempts integer not null,
  died_at timestamptz not null,
  resolved_at timestamptz,
  primary key (source, event_id)
);
select huiyin_tenant_table('dead_letter');
create index dead_letter_open on dead_letter (tenant, source, stream, version) where resolved_at is null;

do $$
begin
  execute format('revoke update, delete on event from %I', huiyin_app_role());
  execute format('revoke update, delete on seal from %I', huiyin_app_role());
  execute format('grant usage on schema public to %I, %I', huiyin_app_role(), huiyin_relay_role());
  execute format('grant select on event, seal, dead_letter, inbox, idempotency to %I', huiyin_relay_role());
  execute format('grant update (published_at, seal_number, seal_index) on event to %I', huiyin_relay_role());
  execute format('grant insert on seal to %I', huiyin_relay_role());
  execute format('grant delete on inbox, idempotency to %I', huiyin_relay_role());
  execute format('create policy relay_reads on event for select to %I using (true)', huiyin_relay_role());
  execute format('create policy relay_marks on event for update to %I using (true) with check (true)', huiyin_relay_role());
  execute format('create policy relay_reads on seal for select to %I using (true)', huiyin_relay_role());
  execute format('create policy relay_seals on seal for insert to %I with check (true)', huiyin_relay_role());
  execute format('create policy relay_reads on dead_letter for select to %I using (true)', huiyin_relay_role());
  execute format('create policy relay_reads on inbox for select to %I using (true)', huiyin_relay_role());
  execute format('create policy relay_forgets on inbox for delete to %I using (true)', huiyin_relay_role());
  execute format('create policy relay_reads on idempotency for select to %I using (true)', huiyin_relay_role());
  execute format('create policy relay_forgets on idempotency for delete to %I using (true)', huiyin_relay_role());
end $$;
