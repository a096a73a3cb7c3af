-- columns
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
number_counter.tenant text not null
number_counter.series text not null
number_counter.last integer not null
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
submitted_text.tenant text not null
submitted_text.suggestion_id text not null
submitted_text.text_version integer not null
submitted_text.text jsonb not null
submitted_text.text_hash text not null
submitted_text.submitted_on date not null
suggestion.tenant text not null
suggestion.id text not null
suggestion.version bigint not null
suggestion.status text not null
suggestion.kind text not null
suggestion.title text not null
suggestion.lead_deputy_id text not null
suggestion.period text not null
suggestion.submitted_on date
suggestion.number text
suggestion.display_number text
suggestion.pre_review_requested_at timestamp with time zone
suggestion.state jsonb not null
suggestion.changed_at timestamp with time zone not null
suggestion_deputy.tenant text not null
suggestion_deputy.suggestion_id text not null
suggestion_deputy.deputy_id text not null
suggestion_deputy.relation text not null

-- constraints
consumed consumed_pkey PRIMARY KEY (tenant, source, stream)
dead_letter dead_letter_pkey PRIMARY KEY (source, event_id)
event event_id_key UNIQUE (id)
event event_pkey PRIMARY KEY (tenant, stream, version)
idempotency idempotency_pkey PRIMARY KEY (tenant, actor, method, key)
inbox inbox_pkey PRIMARY KEY (source, event_id)
migration migration_pkey PRIMARY KEY (name)
number_counter number_counter_pkey PRIMARY KEY (tenant, series)
reference_calendar reference_calendar_pkey PRIMARY KEY (tenant)
reference_congress_session reference_congress_session_pkey PRIMARY KEY (tenant, id)
reference_membership reference_membership_pkey PRIMARY KEY (tenant, person_id, role, unit_id)
reference_rule_pack reference_rule_pack_pkey PRIMARY KEY (tenant, version)
reference_tenant reference_tenant_pkey PRIMARY KEY (tenant)
reference_unit reference_unit_pkey PRIMARY KEY (tenant, id)
seal seal_pkey PRIMARY KEY (tenant, number)
stream stream_pkey PRIMARY KEY (tenant, id)
submitted_text submitted_text_pkey PRIMARY KEY (tenant, suggestion_id, text_version)
suggestion suggestion_pkey PRIMARY KEY (tenant, id)
suggestion_deputy suggestion_deputy_pkey PRIMARY KEY (tenant, suggestion_id, deputy_id)
suggestion_deputy suggestion_deputy_tenant_suggestion_id_fkey FOREIGN KEY (tenant, suggestion_id) REFERENCES suggestion(tenant, id)

-- indexes
CREATE UNIQUE INDEX consumed_pkey ON public.consumed USING btree (tenant, source, stream)
CREATE INDEX dead_letter_open ON public.dead_letter USING btree (tenant, source, stream, version) WHERE (resolved_at IS NULL)
CREATE UNIQUE INDEX dead_letter_pkey ON public.dead_letter USING btree (source, event_id)
CREATE UNIQUE INDEX event_id_key ON public.event USING btree (id)
CREATE INDEX event_paper_form ON public.event USING btree (tenant, "position" DESC) WHERE ((type = 'suggestion-submitted'::text) AND ((payload ->> 'paperForm'::text) <> ''::text))
CREATE INDEX event_paper_form_of ON public.event USING btree (tenant, person_id, "position" DESC) WHERE ((type = 'suggestion-submitted'::text) AND ((payload ->> 'paperForm'::text) <> ''::text))
CREATE UNIQUE INDEX event_pkey ON public.event USING btree (tenant, stream, version)
CREATE INDEX event_sealed ON public.event USING btree (tenant, seal_number, seal_index) WHERE (seal_number IS NOT NULL)
CREATE INDEX event_unpublished ON public.event USING btree ("position") WHERE (published_at IS NULL)
CREATE INDEX event_unsealed ON public.event USING btree (tenant, "position") WHERE (seal_number IS NULL)
CREATE INDEX idempotency_age ON public.idempotency USING btree (created_at)
CREATE UNIQUE INDEX idempotency_pkey ON public.idempotency USING btree (tenant, actor, method, key)
CREATE INDEX inbox_age ON public.inbox USING btree (received_at)
CREATE UNIQUE INDEX inbox_pkey ON public.inbox USING btree (source, event_id)
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name)
CREATE UNIQUE INDEX number_counter_pkey ON public.number_counter USING btree (tenant, series)
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
CREATE UNIQUE INDEX submitted_text_pkey ON public.submitted_text USING btree (tenant, suggestion_id, text_version)
CREATE INDEX suggestion_awaiting_pre_review ON public.suggestion USING btree (tenant, pre_review_requested_at, id) WHERE (status = 'pre-review'::text)
CREATE INDEX suggestion_awaiting_registration ON public.suggestion USING btree (tenant, submitted_on, id) WHERE (status = 'submitted'::text)
CREATE UNIQUE INDEX suggestion_number ON public.suggestion USING btree (tenant, number) WHERE (number IS NOT NULL)
CREATE UNIQUE INDEX suggestion_pkey ON public.suggestion USING btree (tenant, id)
CREATE INDEX suggestion_deputy_of ON public.suggestion_deputy USING btree (tenant, deputy_id, suggestion_id DESC)
CREATE UNIQUE INDEX suggestion_deputy_pkey ON public.suggestion_deputy USING btree (tenant, suggestion_id, deputy_id)

-- row-level security
consumed enabled forced
dead_letter enabled forced
event enabled forced
idempotency enabled forced
inbox enabled forced
migration off
number_counter enabled forced
reference_calendar enabled forced
reference_congress_session enabled forced
reference_membership enabled forced
reference_rule_pack enabled forced
reference_tenant enabled forced
reference_unit enabled forced
seal enabled forced
stream enabled forced
submitted_text enabled forced
suggestion enabled forced
suggestion_deputy enabled forced

-- policies
consumed tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
dead_letter relay_reads SELECT to intake_relay using true
dead_letter tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
event relay_marks UPDATE to intake_relay using true check true
event relay_reads SELECT to intake_relay using true
event tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
idempotency relay_forgets DELETE to intake_relay using true
idempotency relay_reads SELECT to intake_relay using true
idempotency tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
inbox relay_forgets DELETE to intake_relay using true
inbox relay_reads SELECT to intake_relay using true
inbox tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
number_counter tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_calendar tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_congress_session tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_membership tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_rule_pack tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_tenant relay_reads SELECT to intake_relay using true
reference_tenant tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_unit tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
seal relay_reads SELECT to intake_relay using true
seal relay_seals INSERT to intake_relay check true
seal tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
stream tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
submitted_text tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
suggestion tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
suggestion_deputy tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))

-- triggers
CREATE TRIGGER event_is_history BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION event_is_history()
CREATE TRIGGER event_is_never_truncated BEFORE TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION event_is_history()
CREATE TRIGGER submitted_text_is_final BEFORE DELETE OR UPDATE ON public.submitted_text FOR EACH ROW EXECUTE FUNCTION submitted_text_is_final()

-- functions
event_is_history() 6c85166b6c93042faba83ed7335e7878
huiyin_app_role() 8d987775c3d960e70fbf9739897d6e70
huiyin_global_table(name text) cf80a598fc2ca9d272246f596e19ef8d
huiyin_move_on(from_source text, of_streams text[], firsts bigint[], lasts bigint[], event_ids uuid[], event_streams text[]) 20889b0c074a17e18b170867bef41355
huiyin_relay_role() a053977b5b7ab2d425f6f9f5fe0ad57f
huiyin_tenant_table(name text) dcc6a3f9c1d21d97f14aebd689b60f25
submitted_text_is_final() fc7895c7a409d02d7ebe242e1b3733b4

-- grants
consumed to intake_app: DELETE, INSERT, SELECT, UPDATE
dead_letter to intake_app: DELETE, INSERT, SELECT, UPDATE
dead_letter to intake_relay: SELECT
event to intake_app: INSERT, SELECT
event to intake_relay: SELECT
idempotency to intake_app: DELETE, INSERT, SELECT, UPDATE
idempotency to intake_relay: DELETE, SELECT
inbox to intake_app: DELETE, INSERT, SELECT, UPDATE
inbox to intake_relay: DELETE, SELECT
migration to intake_app: SELECT
number_counter to intake_app: DELETE, INSERT, SELECT, UPDATE
reference_calendar to intake_app: DELETE, INSERT, SELECT, UPDATE
reference_congress_session to intake_app: DELETE, INSERT, SELECT, UPDATE
reference_membership to intake_app: DELETE, INSERT, SELECT, UPDATE
reference_rule_pack to intake_app: DELETE, INSERT, SELECT, UPDATE
reference_tenant to intake_app: DELETE, INSERT, SELECT, UPDATE
reference_tenant to intake_relay: SELECT
reference_unit to intake_app: DELETE, INSERT, SELECT, UPDATE
seal to intake_app: INSERT, SELECT
seal to intake_relay: INSERT, SELECT
stream to intake_app: DELETE, INSERT, SELECT, UPDATE
submitted_text to intake_app: DELETE, INSERT, SELECT, UPDATE
suggestion to intake_app: DELETE, INSERT, SELECT, UPDATE
suggestion_deputy to intake_app: DELETE, INSERT, SELECT, UPDATE
