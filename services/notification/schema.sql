-- columns
case_party.tenant text not null
case_party.case_id text not null
case_party.lead_deputy_id text not null
case_party.title text not null
case_party.number text not null default ''::text
consumed.tenant text not null
consumed.source text not null
consumed.stream text not null
consumed.version bigint not null
dead_letter.tenant text not null
dead_letter.source text not null
dead_letter.event_id uuid not null
dead_letter.stream text not null
dead_letter.version bigint not null
dead_letter.type text not null
dead_letter.envelope jsonb not null
dead_letter.error text not null
dead_letter.attempts integer not null
dead_letter.died_at timestamp with time zone not null
dead_letter.resolved_at timestamp with time zone
delivery.tenant text not null
delivery.id text not null
delivery.channel text not null
delivery.person_id text not null
delivery.digest_on date
delivery.state text not null
delivery.due_at timestamp(3) with time zone not null
delivery.attempts integer not null default 0
delivery.failures integer not null default 0
delivery.retry_at timestamp(3) with time zone
delivery.lease_until timestamp(3) with time zone
delivery.last_answer text not null default ''::text
delivery_notice.tenant text not null
delivery_notice.channel text not null
delivery_notice.person_id text not null
delivery_notice.source_event_id uuid not null
delivery_notice.delivery_id text not null
delivery_notice.notice_id text not null
delivery_notice.text text not null
delivery_notice.case_id text not null
delivery_notice.case_number text not null
delivery_notice.due_on text not null
delivery_notice.occurred_at timestamp(3) with time zone not null
event.tenant text not null
event.stream text not null
event.version bigint not null
event.position bigint not null generated always as identity
event.id uuid not null
event.type text not null
event.payload jsonb not null
event.account_id text not null
event.person_id text not null
event.roles text[] not null
event.occurred_at timestamp(3) with time zone not null
event.recorded_at timestamp(3) with time zone not null
event.reason text
event.traceparent text not null
event.prev_hash text not null
event.hash text not null
event.published_at timestamp with time zone
event.seal_number bigint
event.seal_index integer
idempotency.tenant text not null
idempotency.actor text not null
idempotency.method text not null
idempotency.key text not null
idempotency.request_hash text not null
idempotency.result jsonb
idempotency.created_at timestamp with time zone not null
inbox.tenant text not null
inbox.source text not null
inbox.event_id uuid not null
inbox.received_at timestamp with time zone not null
migration.name text not null
migration.checksum text not null
migration.applied_at timestamp with time zone not null
notice.tenant text not null
notice.id text not null
notice.person_id text not null
notice.source_event_id uuid not null
notice.type text not null
notice.text text not null
notice.case_id text not null
notice.occurred_at timestamp(3) with time zone not null
notice.read_at timestamp(3) with time zone
reference_calendar.tenant text not null
reference_calendar.version integer not null
reference_calendar.known_until date not null
reference_calendar.days jsonb not null
reference_congress_session.tenant text not null
reference_congress_session.id text not null
reference_congress_session.congress_term integer not null
reference_congress_session.congress_session integer not null
reference_congress_session.opens_on date not null
reference_congress_session.closes_on date not null
reference_congress_session.cut_off_at timestamp with time zone not null
reference_membership.tenant text not null
reference_membership.person_id text not null
reference_membership.role text not null
reference_membership.unit_id text not null
reference_membership.active boolean not null
reference_membership.delegation text not null default ''::text
reference_rule_pack.tenant text not null
reference_rule_pack.version text not null
reference_rule_pack.effective_from date not null
reference_rule_pack.content jsonb not null
reference_tenant.tenant text not null
reference_tenant.name text not null
reference_tenant.level text not null
reference_tenant.area_code text not null
reference_tenant.parent text not null
reference_tenant.desk_name text not null
reference_unit.tenant text not null
reference_unit.id text not null
reference_unit.name text not null
reference_unit.kind text not null
reference_unit.active boolean not null
reference_unit.deciding_office text not null
reference_unit.successor_id text
reference_unit.oversees text[] not null default '{}'::text[]
seal.tenant text not null
seal.number bigint not null
seal.root text not null
seal.prev_root text not null
seal.event_count integer not null
seal.sealed_at timestamp with time zone not null
stream.tenant text not null
stream.id text not null
stream.version bigint not null
stream.hash text not null
subscription.tenant text not null
subscription.person_id text not null
subscription.email_on boolean not null
subscription.email_address text not null
subscription.webhook_on boolean not null
subscription.digest boolean not null
subscription.quiet_from text not null
subscription.quiet_to text not null
waiting_announcement.tenant text not null
waiting_announcement.case_id text not null
waiting_announcement.source_event_id uuid not null
waiting_announcement.type text not null
waiting_announcement.text text not null
waiting_announcement.occurred_at timestamp(3) with time zone not null
waiting_announcement.due_on text not null default ''::text

-- constraints
case_party case_party_pkey PRIMARY KEY (tenant, case_id)
consumed consumed_pkey PRIMARY KEY (tenant, source, stream)
dead_letter dead_letter_pkey PRIMARY KEY (source, event_id)
delivery delivery_channel_check CHECK ((channel = ANY (ARRAY['e-mail'::text, 'webhook'::text])))
delivery delivery_pkey PRIMARY KEY (tenant, id)
delivery delivery_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sending'::text, 'sent'::text, 'refused'::text, 'unknown'::text, 'settled'::text, 'cancelled'::text])))
delivery_notice delivery_notice_pkey PRIMARY KEY (tenant, channel, person_id, source_event_id)
delivery_notice delivery_notice_tenant_delivery_id_fkey FOREIGN KEY (tenant, delivery_id) REFERENCES delivery(tenant, id)
event event_id_key UNIQUE (id)
event event_pkey PRIMARY KEY (tenant, stream, version)
idempotency idempotency_pkey PRIMARY KEY (tenant, actor, method, key)
inbox inbox_pkey PRIMARY KEY (source, event_id)
migration migration_pkey PRIMARY KEY (name)
notice notice_pkey PRIMARY KEY (tenant, id)
notice notice_tenant_person_id_source_event_id_key UNIQUE (tenant, person_id, source_event_id)
reference_calendar reference_calendar_pkey PRIMARY KEY (tenant)
reference_congress_session reference_congress_session_pkey PRIMARY KEY (tenant, id)
reference_membership reference_membership_pkey PRIMARY KEY (tenant, person_id, role, unit_id)
reference_rule_pack reference_rule_pack_pkey PRIMARY KEY (tenant, version)
reference_tenant reference_tenant_pkey PRIMARY KEY (tenant)
reference_unit reference_unit_pkey PRIMARY KEY (tenant, id)
seal seal_pkey PRIMARY KEY (tenant, number)
stream stream_pkey PRIMARY KEY (tenant, id)
subscription subscription_pkey PRIMARY KEY (tenant, person_id)
waiting_announcement waiting_announcement_pkey PRIMARY KEY (tenant, case_id, source_event_id)

-- indexes
CREATE UNIQUE INDEX case_party_pkey ON public.case_party USING btree (tenant, case_id)
CREATE UNIQUE INDEX consumed_pkey ON public.consumed USING btree (tenant, source, stream)
CREATE INDEX dead_letter_open ON public.dead_letter USING btree (tenant, source, stream, version) WHERE (resolved_at IS NULL)
CREATE UNIQUE INDEX dead_letter_pkey ON public.dead_letter USING btree (source, event_id)
CREATE INDEX delivery_due ON public.delivery USING btree (tenant, due_at) WHERE (state = 'pending'::text)
CREATE INDEX delivery_leased ON public.delivery USING btree (tenant, lease_until) WHERE (state = 'sending'::text)
CREATE INDEX delivery_of_person ON public.delivery USING btree (tenant, person_id, channel) WHERE (state = 'pending'::text)
CREATE UNIQUE INDEX delivery_pkey ON public.delivery USING btree (tenant, id)
CREATE INDEX delivery_undecided ON public.delivery USING btree (tenant, due_at, id) WHERE (state = ANY (ARRAY['refused'::text, 'unknown'::text]))
CREATE INDEX delivery_notice_message ON public.delivery_notice USING btree (tenant, delivery_id, occurred_at, source_event_id)
CREATE UNIQUE INDEX delivery_notice_pkey ON public.delivery_notice USING btree (tenant, channel, person_id, source_event_id)
CREATE UNIQUE INDEX event_id_key ON public.event USING btree (id)
CREATE UNIQUE INDEX event_pkey ON public.event USING btree (tenant, stream, version)
CREATE INDEX event_sealed ON public.event USING btree (tenant, seal_number, seal_index) WHERE (seal_number IS NOT NULL)
CREATE INDEX event_unpublished ON public.event USING btree ("position") WHERE (published_at IS NULL)
CREATE INDEX event_unsealed ON public.event USING btree (tenant, "position") WHERE (seal_number IS NULL)
CREATE INDEX idempotency_age ON public.idempotency USING btree (created_at)
CREATE UNIQUE INDEX idempotency_pkey ON public.idempotency USING btree (tenant, actor, method, key)
CREATE INDEX inbox_age ON public.inbox USING btree (received_at)
CREATE UNIQUE INDEX inbox_pkey ON public.inbox USING btree (source, event_id)
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name)
CREATE INDEX notice_inbox ON public.notice USING btree (tenant, person_id, occurred_at DESC, id DESC)
CREATE UNIQUE INDEX notice_pkey ON public.notice USING btree (tenant, id)
CREATE UNIQUE INDEX notice_tenant_person_id_source_event_id_key ON public.notice USING btree (tenant, person_id, source_event_id)
CREATE INDEX notice_unread ON public.notice USING btree (tenant, person_id) WHERE (read_at IS NULL)
CREATE UNIQUE INDEX reference_calendar_pkey ON public.reference_calendar USING btree (tenant)
CREATE UNIQUE INDEX reference_congress_session_pkey ON public.reference_congress_session USING btree (tenant, id)
CREATE INDEX reference_membership_delegation ON public.reference_membership USING btree (tenant, delegation) WHERE (delegation <> ''::text)
CREATE UNIQUE INDEX reference_membership_pkey ON public.reference_membership USING btree (tenant, person_id, role, unit_id)
CREATE INDEX reference_membership_role ON public.reference_membership USING btree (tenant, role, unit_id) WHERE active
CREATE UNIQUE INDEX reference_rule_pack_pkey ON public.reference_rule_pack USING btree (tenant, version)
CREATE UNIQUE INDEX reference_tenant_pkey ON public.reference_tenant USING btree (tenant)
CREATE INDEX reference_unit_oversees ON public.reference_unit USING gin (oversees)
CREATE UNIQUE INDEX reference_unit_pkey ON public.reference_unit USING btree (tenant, id)
CREATE UNIQUE INDEX seal_pkey ON public.seal USING btree (tenant, number)
CREATE UNIQUE INDEX stream_pkey ON public.stream USING btree (tenant, id)
CREATE UNIQUE INDEX subscription_pkey ON public.subscription USING btree (tenant, person_id)
CREATE UNIQUE INDEX waiting_announcement_pkey ON public.waiting_announcement USING btree (tenant, case_id, source_event_id)

-- row-level security
case_party enabled forced
consumed enabled forced
dead_letter enabled forced
delivery enabled forced
delivery_notice enabled forced
event enabled forced
idempotency enabled forced
inbox enabled forced
migration off
notice enabled forced
reference_calendar enabled forced
reference_congress_session enabled forced
reference_membership enabled forced
reference_rule_pack enabled forced
reference_tenant enabled forced
reference_unit enabled forced
seal enabled forced
stream enabled forced
subscription enabled forced
waiting_announcement enabled forced

-- policies
case_party tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
consumed tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
dead_letter relay_reads SELECT to notification_relay using true
dead_letter tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
delivery tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
delivery_notice tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
event relay_marks UPDATE to notification_relay using true check true
event relay_reads SELECT to notification_relay using true
event tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
idempotency relay_forgets DELETE to notification_relay using true
idempotency relay_reads SELECT to notification_relay using true
idempotency tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
inbox relay_forgets DELETE to notification_relay using true
inbox relay_reads SELECT to notification_relay using true
inbox tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
notice tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_calendar tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_congress_session tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_membership tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_rule_pack tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_tenant relay_reads SELECT to notification_relay using true
reference_tenant tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_unit tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
seal relay_reads SELECT to notification_relay using true
seal relay_seals INSERT to notification_relay check true
seal tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
stream tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
subscription tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
waiting_announcement tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))

-- triggers
CREATE TRIGGER event_is_history BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION event_is_history()
CREATE TRIGGER event_is_never_truncated BEFORE TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION event_is_history()

-- functions
event_is_history() 6c85166b6c93042faba83ed7335e7878
huiyin_app_role() 8d987775c3d960e70fbf9739897d6e70
huiyin_global_table(name text) cf80a598fc2ca9d272246f596e19ef8d
huiyin_move_on(from_source text, of_streams text[], firsts bigint[], lasts bigint[], event_ids uuid[], event_streams text[]) 20889b0c074a17e18b170867bef41355
huiyin_relay_role() a053977b5b7ab2d425f6f9f5fe0ad57f
huiyin_tenant_table(name text) dcc6a3f9c1d21d97f14aebd689b60f25

-- grants
case_party to notification_app: DELETE, INSERT, SELECT, UPDATE
consumed to notification_app: DELETE, INSERT, SELECT, UPDATE
dead_letter to notification_app: DELETE, INSERT, SELECT, UPDATE
dead_letter to notification_relay: SELECT
delivery to notification_app: DELETE, INSERT, SELECT, UPDATE
delivery_notice to notification_app: DELETE, INSERT, SELECT, UPDATE
event to notification_app: INSERT, SELECT
event to notification_relay: SELECT
idempotency to notification_app: DELETE, INSERT, SELECT, UPDATE
idempotency to notification_relay: DELETE, SELECT
inbox to notification_app: DELETE, INSERT, SELECT, UPDATE
inbox to notification_relay: DELETE, SELECT
migration to notification_app: SELECT
notice to notification_app: DELETE, INSERT, SELECT, UPDATE
reference_calendar to notification_app: DELETE, INSERT, SELECT, UPDATE
reference_congress_session to notification_app: DELETE, INSERT, SELECT, UPDATE
reference_membership to notification_app: DELETE, INSERT, SELECT, UPDATE
reference_rule_pack to notification_app: DELETE, INSERT, SELECT, UPDATE
reference_tenant to notification_app: DELETE, INSERT, SELECT, UPDATE
reference_tenant to notification_relay: SELECT
reference_unit to notification_app: DELETE, INSERT, SELECT, UPDATE
seal to notification_app: INSERT, SELECT
seal to notification_relay: INSERT, SELECT
stream to notification_app: DELETE, INSERT, SELECT, UPDATE
subscription to notification_app: DELETE, INSERT, SELECT, UPDATE
waiting_announcement to notification_app: DELETE, INSERT, SELECT, UPDATE
