-- How a person wants to be told beside the inbox. No row: in-app only. The address is kept here and nowhere else.
create table subscription (
  tenant text not null,
  person_id text not null,
  email_on boolean not null,
  email_address text not null,
  webhook_on boolean not null,
  digest boolean not null,
  -- HH:MM in Shanghai; the same twice means no quiet hours.
  quiet_from text not null,
  quiet_to text not null,
  primary key (tenant, person_id)
);
select huiyin_tenant_table('subscription');

-- One message to one person over one channel: a single notice, or the digest of a day. Its id is the stable part of
-- Message-ID and the webhook-id. Due in business time; retries and leases in system time.
create table delivery (
  tenant text not null,
  id text not null,
  channel text not null check (channel in ('e-mail', 'webhook')),
  person_id text not null,
  digest_on date,
  state text not null
    check (state in ('pending', 'sending', 'sent', 'refused', 'unknown', 'settled', 'cancelled')),
  due_at timestamptz(3) not null,
  -- Claims so far; whoever reports an outcome names the claim it made.
  attempts integer not null default 0,
  -- Failures since it was queued or last ordered to be sent again.
  failures integer not null default 0,
  retry_at timestamptz(3),
  lease_until timestamptz(3),
  last_answer text not null default '',
  primary key (tenant, id)
);
select huiyin_tenant_table('delivery');
create index delivery_due on delivery (tenant, due_at) where state = 'pending';
create index delivery_leased on delivery (tenant, lease_until) where state = 'sending';
create index delivery_undecided on delivery (tenant, due_at, id) where state in ('refused', 'unknown');
create index delivery_of_person on delivery (tenant, person_id, channel) where state = 'pending';

-- What a message says. Each event is told to a person over a channel once in all.
create table delivery_notice (
  tenant text not null,
  channel text not null,
  person_id text not null,
  source_event_id uuid not null,
  delivery_id text not null,
  notice_id text not null,
  -- Without the suggestion's title: mail passes through others' servers.
  text text not null,
  case_id text not null,
  case_number text not null,
  due_on text not null,
  occurred_at timestamptz(3) not null,
  primary key (tenant, channel, person_id, source_event_id),
  foreign key (tenant, delivery_id) references delivery (tenant, id)
);
select huiyin_tenant_table('delivery_notice');
create index delivery_notice_message on delivery_notice (tenant, delivery_id, occurred_at, source_event_id);

alter table case_party add column number text not null default '';
alter table waiting_announcement add column due_on text not null default '';
