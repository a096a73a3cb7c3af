-- columns
calendar_version.tenant text not null
calendar_version.version integer not null
calendar_version.known_until date not null
calendar_version.days jsonb not null
calendar_version.imported_at timestamp(3) with time zone not null
case_file.tenant text not null
case_file.id text not null
case_file.number text not null
case_file.title text not null
case_file.colour text not null
case_file.open_clocks integer not null
case_file.settled_until timestamp(3) with time zone
case_file.state jsonb not null
case_file.calendar_version integer not null default 0
clock.tenant text not null
clock.id text not null
clock.case_id text not null
clock.kind text not null
clock.status text not null
clock.owner text not null
clock.unit_id text not null
clock.due_date date
clock.due_version integer not null
clock.colour text not null
clock.colour_since timestamp(3) with time zone not null
clock.next_change_at timestamp(3) with time zone
clock.state jsonb not null
clock.turns_red_at timestamp(3) with time zone
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
fact.tenant text not null
fact.case_id text not null
fact.source text not null
fact.version bigint not null
fact.index integer not null
fact.at timestamp(3) with time zone not null
fact.settled boolean not null
fact.body jsonb not null
firing.tenant text not null
firing.clock_id text not null
firing.rule text not null
firing.colour text not null
firing.due_version integer not null
firing.episode integer not null
firing.case_id text not null
firing.at timestamp(3) with time zone not null
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
letter.tenant text not null
letter.id text not null
letter.case_id text not null
letter.clock_id text not null
letter.answer_clock_id text not null
letter.unit_id text not null
letter.status text not null
letter.sent_on date not null
letter.state jsonb not null
migration.name text not null
migration.checksum text not null
migration.applied_at timestamp with time zone not null
override_request.tenant text not null
override_request.clock_id text not null
override_request.state jsonb not null
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
talk.tenant text not null
talk.id text not null
talk.case_id text not null
talk.clock_id text not null
talk.hold_clock_id text not null
talk.unit_id text not null
talk.status text not null
talk.called_on date not null
talk.state jsonb not null
urge.tenant text not null
urge.id text not null
urge.case_id text not null
urge.clock_id text not null
urge.unit_id text not null
urge.urged_at timestamp(3) with time zone not null
urge.state jsonb not null

-- constraints
calendar_version calendar_version_pkey PRIMARY KEY (tenant, version)
case_file case_file_pkey PRIMARY KEY (tenant, id)
clock clock_pkey PRIMARY KEY (tenant, id)
clock clock_tenant_case_id_fkey FOREIGN KEY (tenant, case_id) REFERENCES case_file(tenant, id)
consumed consumed_pkey PRIMARY KEY (tenant, source, stream)
dead_letter dead_letter_pkey PRIMARY KEY (source, event_id)
event event_id_key UNIQUE (id)
event event_pkey PRIMARY KEY (tenant, stream, version)
fact fact_pkey PRIMARY KEY (tenant, case_id, source, version, index)
firing firing_pkey PRIMARY KEY (tenant, clock_id, rule, colour, due_version, episode)
idempotency idempotency_pkey PRIMARY KEY (tenant, actor, method, key)
inbox inbox_pkey PRIMARY KEY (source, event_id)
letter letter_pkey PRIMARY KEY (tenant, id)
letter letter_tenant_case_id_fkey FOREIGN KEY (tenant, case_id) REFERENCES case_file(tenant, id)
migration migration_pkey PRIMARY KEY (name)
override_request override_request_pkey PRIMARY KEY (tenant, clock_id)
override_request override_request_tenant_clock_id_fkey FOREIGN KEY (tenant, clock_id) REFERENCES clock(tenant, id)
reference_calendar reference_calendar_pkey PRIMARY KEY (tenant)
reference_congress_session reference_congress_session_pkey PRIMARY KEY (tenant, id)
reference_membership reference_membership_pkey PRIMARY KEY (tenant, person_id, role, unit_id)
reference_rule_pack reference_rule_pack_pkey PRIMARY KEY (tenant, version)
reference_tenant reference_tenant_pkey PRIMARY KEY (tenant)
reference_unit reference_unit_pkey PRIMARY KEY (tenant, id)
seal seal_pkey PRIMARY KEY (tenant, number)
stream stream_pkey PRIMARY KEY (tenant, id)
talk talk_pkey PRIMARY KEY (tenant, id)
talk talk_tenant_case_id_fkey FOREIGN KEY (tenant, case_id) REFERENCES case_file(tenant, id)
urge urge_pkey PRIMARY KEY (tenant, id)
urge urge_tenant_case_id_fkey FOREIGN KEY (tenant, case_id) REFERENCES case_file(tenant, id)

-- indexes
CREATE UNIQUE INDEX calendar_version_pkey ON public.calendar_version USING btree (tenant, version)
CREATE INDEX case_file_behind ON public.case_file USING btree (tenant, calendar_version, id) WHERE (open_clocks > 0)
CREATE INDEX case_file_open ON public.case_file USING btree (tenant, colour) WHERE (open_clocks > 0)
CREATE UNIQUE INDEX case_file_pkey ON public.case_file USING btree (tenant, id)
CREATE INDEX clock_due ON public.clock USING btree (tenant, next_change_at, id) WHERE (next_change_at IS NOT NULL)
CREATE INDEX clock_of_case ON public.clock USING btree (tenant, case_id)
CREATE INDEX clock_open_by_due ON public.clock USING btree (tenant, COALESCE(due_date, '9999-12-31'::date), id) WHERE (status = 'open'::text)
CREATE INDEX clock_open_of_unit ON public.clock USING btree (tenant, unit_id, COALESCE(due_date, '9999-12-31'::date), id) WHERE (status = 'open'::text)
CREATE UNIQUE INDEX clock_pkey ON public.clock USING btree (tenant, id)
CREATE INDEX clock_turning_red ON public.clock USING btree (tenant, turns_red_at) WHERE ((status = 'open'::text) AND (turns_red_at IS NOT NULL))
CREATE INDEX clock_warning ON public.clock USING btree (tenant, colour, colour_since, id) WHERE ((status = 'open'::text) AND (colour <> 'green'::text))
CREATE UNIQUE INDEX consumed_pkey ON public.consumed USING btree (tenant, source, stream)
CREATE INDEX dead_letter_open ON public.dead_letter USING btree (tenant, source, stream, version) WHERE (resolved_at IS NULL)
CREATE UNIQUE INDEX dead_letter_pkey ON public.dead_letter USING btree (source, event_id)
CREATE UNIQUE INDEX event_id_key ON public.event USING btree (id)
CREATE UNIQUE INDEX event_pkey ON public.event USING btree (tenant, stream, version)
CREATE INDEX event_sealed ON public.event USING btree (tenant, seal_number, seal_index) WHERE (seal_number IS NOT NULL)
CREATE INDEX event_unpublished ON public.event USING btree ("position") WHERE (published_at IS NULL)
CREATE INDEX event_unsealed ON public.event USING btree (tenant, "position") WHERE (seal_number IS NULL)
CREATE UNIQUE INDEX fact_pkey ON public.fact USING btree (tenant, case_id, source, version, index)
CREATE INDEX fact_unsettled ON public.fact USING btree (tenant, at, case_id) WHERE (NOT settled)
CREATE INDEX firing_by_time ON public.firing USING btree (tenant, at)
CREATE INDEX firing_of_case ON public.firing USING btree (tenant, case_id, at)
CREATE UNIQUE INDEX firing_pkey ON public.firing USING btree (tenant, clock_id, rule, colour, due_version, episode)
CREATE INDEX idempotency_age ON public.idempotency USING btree (created_at)
CREATE UNIQUE INDEX idempotency_pkey ON public.idempotency USING btree (tenant, actor, method, key)
CREATE INDEX inbox_age ON public.inbox USING btree (received_at)
CREATE UNIQUE INDEX inbox_pkey ON public.inbox USING btree (source, event_id)
CREATE INDEX letter_by_day ON public.letter USING btree (tenant, sent_on DESC, id DESC)
CREATE INDEX letter_of_case ON public.letter USING btree (tenant, case_id)
CREATE INDEX letter_of_clock ON public.letter USING btree (tenant, clock_id) WHERE (status = 'sent'::text)
CREATE INDEX letter_of_unit ON public.letter USING btree (tenant, unit_id, sent_on DESC, id DESC)
CREATE UNIQUE INDEX letter_pkey ON public.letter USING btree (tenant, id)
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name)
CREATE UNIQUE INDEX override_request_pkey ON public.override_request USING btree (tenant, clock_id)
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
CREATE INDEX talk_by_day ON public.talk USING btree (tenant, called_on DESC, id DESC)
CREATE UNIQUE INDEX talk_called ON public.talk USING btree (tenant, case_id, unit_id) WHERE (status = 'called'::text)
CREATE INDEX talk_of_case ON public.talk USING btree (tenant, case_id)
CREATE INDEX talk_of_unit ON public.talk USING btree (tenant, unit_id, called_on DESC, id DESC)
CREATE UNIQUE INDEX talk_pkey ON public.talk USING btree (tenant, id)
CREATE INDEX urge_by_time ON public.urge USING btree (tenant, urged_at DESC, id DESC)
CREATE INDEX urge_of_case ON public.urge USING btree (tenant, case_id)
CREATE INDEX urge_of_clock ON public.urge USING btree (tenant, clock_id, urged_at DESC)
CREATE INDEX urge_of_unit ON public.urge USING btree (tenant, unit_id, urged_at DESC, id DESC)
CREATE UNIQUE INDEX urge_pkey ON public.urge USING btree (tenant, id)

-- row-level security
calendar_version enabled forced
case_file enabled forced
clock enabled forced
consumed enabled forced
dead_letter enabled forced
event enabled forced
fact enabled forced
firing enabled forced
idempotency enabled forced
inbox enabled forced
letter enabled forced
migration off
override_request enabled forced
reference_calendar enabled forced
reference_congress_session enabled forced
reference_membership enabled forced
reference_rule_pack enabled forced
reference_tenant enabled forced
reference_unit enabled forced
seal enabled forced
stream enabled forced
talk enabled forced
urge enabled forced

-- policies
calendar_version tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
case_file tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
clock tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
consumed tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
dead_letter relay_reads SELECT to supervision_relay using true
dead_letter tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
event relay_marks UPDATE to supervision_relay using true check true
event relay_reads SELECT to supervision_relay using true
event tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
fact tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
firing tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
idempotency relay_forgets DELETE to supervision_relay using true
idempotency relay_reads SELECT to supervision_relay using true
idempotency tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
inbox relay_forgets DELETE to supervision_relay using true
inbox relay_reads SELECT to supervision_relay using true
inbox tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
letter tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
override_request tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_calendar tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_congress_session tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_membership tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_rule_pack tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_tenant relay_reads SELECT to supervision_relay using true
reference_tenant tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_unit tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
seal relay_reads SELECT to supervision_relay using true
seal relay_seals INSERT to supervision_relay check true
seal tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
stream tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
talk tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
urge tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))

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
calendar_version to supervision_app: DELETE, INSERT, SELECT, UPDATE
case_file to supervision_app: DELETE, INSERT, SELECT, UPDATE
clock to supervision_app: DELETE, INSERT, SELECT, UPDATE
consumed to supervision_app: DELETE, INSERT, SELECT, UPDATE
dead_letter to supervision_app: DELETE, INSERT, SELECT, UPDATE
dead_letter to supervision_relay: SELECT
event to supervision_app: INSERT, SELECT
event to supervision_relay: SELECT
fact to supervision_app: DELETE, INSERT, SELECT, UPDATE
firing to supervision_app: DELETE, INSERT, SELECT, UPDATE
idempotency to supervision_app: DELETE, INSERT, SELECT, UPDATE
idempotency to supervision_relay: DELETE, SELECT
inbox to supervision_app: DELETE, INSERT, SELECT, UPDATE
inbox to supervision_relay: DELETE, SELECT
letter to supervision_app: DELETE, INSERT, SELECT, UPDATE
migration to supervision_app: SELECT
override_request to supervision_app: DELETE, INSERT, SELECT, UPDATE
reference_calendar to supervision_app: DELETE, INSERT, SELECT, UPDATE
reference_congress_session to supervision_app: DELETE, INSERT, SELECT, UPDATE
reference_membership to supervision_app: DELETE, INSERT, SELECT, UPDATE
reference_rule_pack to supervision_app: DELETE, INSERT, SELECT, UPDATE
reference_tenant to supervision_app: DELETE, INSERT, SELECT, UPDATE
reference_tenant to supervision_relay: SELECT
reference_unit to supervision_app: DELETE, INSERT, SELECT, UPDATE
seal to supervision_app: INSERT, SELECT
seal to supervision_relay: INSERT, SELECT
stream to supervision_app: DELETE, INSERT, SELECT, UPDATE
talk to supervision_app: DELETE, INSERT, SELECT, UPDATE
urge to supervision_app: DELETE, INSERT, SELECT, UPDATE
