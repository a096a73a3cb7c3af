-- columns
assignment.tenant text not null
assignment.id text not null
assignment.suggestion_id text not null
assignment.ordinal integer not null
assignment.unit_id text not null
assignment.role text not null
assignment.status text not null
assignment.deciding_office text not null
assignment.active boolean not null
assignment.clock_start_on date not null
assignment.state jsonb not null
case_part.tenant text not null
case_part.id text not null
case_part.suggestion_id text not null
certificate.tenant text not null
certificate.id text not null
certificate.person_id text not null
certificate.valid_until date not null
certificate.expired boolean not null
co_opinion_draft.tenant text not null
co_opinion_draft.assignment_id text not null
co_opinion_draft.opinion text not null
co_opinion_draft.facts text not null default ''::text
co_opinion_draft.commitments jsonb not null default '[]'::jsonb
co_opinion_draft.result_class text not null default ''::text
consumed.tenant text not null
consumed.source text not null
consumed.stream text not null
consumed.version bigint not null
contact.tenant text not null
contact.id text not null
contact.assignment_id text not null
contact.round integer not null
contact.form text not null
contact.on_date date not null
contact.deputy_ids text[] not null
contact.summary text not null
contact.outcome text
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
early_fact.tenant text not null
early_fact.event_id text not null
early_fact.suggestion_id text not null
early_fact.fact jsonb not null
early_fact.occurred_at timestamp with time zone not null
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
plan_version.tenant text not null
plan_version.assignment_id text not null
plan_version.version integer not null
plan_version.content jsonb not null
plan_version.reason text not null
plan_version.filed_on date not null
plan_version.five_ones_complete boolean not null
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
reply.tenant text not null
reply.id text not null
reply.assignment_id text not null
reply.round integer not null
reply.content jsonb not null
reply.text_hash text not null
reply.letter_number text
reply.issued_on date
reply.signed_by text
reply_delivery.tenant text not null
reply_delivery.reply_id text not null
reply_delivery.suggestion_id text not null
reply_delivery.deputy_id text not null
reply_delivery.is_lead boolean not null
reply_delivery.method text not null
reply_delivery.delivered_on date not null
reply_supplement.tenant text not null
reply_supplement.id text not null
reply_supplement.reply_id text not null
reply_supplement.result_class text not null
reply_supplement.why text not null
reply_supplement.content text not null
reply_supplement.supplemented_on date not null
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
suggestion_case.tenant text not null
suggestion_case.id text not null
suggestion_case.version bigint not null
suggestion_case.status text not null
suggestion_case.number text not null
suggestion_case.registered_on date not null
suggestion_case.state jsonb not null
suggestion_case.changed_at timestamp with time zone not null

-- constraints
assignment assignment_pkey PRIMARY KEY (tenant, id)
assignment assignment_tenant_suggestion_id_fkey FOREIGN KEY (tenant, suggestion_id) REFERENCES suggestion_case(tenant, id)
case_part case_part_pkey PRIMARY KEY (tenant, id)
certificate certificate_pkey PRIMARY KEY (tenant, id)
co_opinion_draft co_opinion_draft_pkey PRIMARY KEY (tenant, assignment_id)
consumed consumed_pkey PRIMARY KEY (tenant, source, stream)
contact contact_pkey PRIMARY KEY (tenant, id)
dead_letter dead_letter_pkey PRIMARY KEY (source, event_id)
early_fact early_fact_pkey PRIMARY KEY (tenant, event_id)
event event_id_key UNIQUE (id)
event event_pkey PRIMARY KEY (tenant, stream, version)
idempotency idempotency_pkey PRIMARY KEY (tenant, actor, method, key)
inbox inbox_pkey PRIMARY KEY (source, event_id)
migration migration_pkey PRIMARY KEY (name)
plan_version plan_version_pkey PRIMARY KEY (tenant, assignment_id, version)
reference_calendar reference_calendar_pkey PRIMARY KEY (tenant)
reference_congress_session reference_congress_session_pkey PRIMARY KEY (tenant, id)
reference_membership reference_membership_pkey PRIMARY KEY (tenant, person_id, role, unit_id)
reference_rule_pack reference_rule_pack_pkey PRIMARY KEY (tenant, version)
reference_tenant reference_tenant_pkey PRIMARY KEY (tenant)
reference_unit reference_unit_pkey PRIMARY KEY (tenant, id)
reply reply_pkey PRIMARY KEY (tenant, id)
reply_delivery reply_delivery_pkey PRIMARY KEY (tenant, reply_id, suggestion_id, deputy_id)
reply_supplement reply_supplement_pkey PRIMARY KEY (tenant, id)
seal seal_pkey PRIMARY KEY (tenant, number)
stream stream_pkey PRIMARY KEY (tenant, id)
suggestion_case suggestion_case_pkey PRIMARY KEY (tenant, id)

-- indexes
CREATE INDEX assignment_by_status ON public.assignment USING btree (tenant, status, clock_start_on, id)
CREATE INDEX assignment_inbox ON public.assignment USING btree (tenant, unit_id, clock_start_on, id)
CREATE INDEX assignment_of_case ON public.assignment USING btree (tenant, suggestion_id, ordinal)
CREATE UNIQUE INDEX assignment_once_a_unit ON public.assignment USING btree (tenant, suggestion_id, unit_id) WHERE active
CREATE UNIQUE INDEX assignment_one_active_lead ON public.assignment USING btree (tenant, suggestion_id) WHERE ((role = 'lead'::text) AND active)
CREATE UNIQUE INDEX assignment_pkey ON public.assignment USING btree (tenant, id)
CREATE UNIQUE INDEX case_part_pkey ON public.case_part USING btree (tenant, id)
CREATE INDEX certificate_of_person ON public.certificate USING btree (tenant, person_id)
CREATE UNIQUE INDEX certificate_pkey ON public.certificate USING btree (tenant, id)
CREATE UNIQUE INDEX co_opinion_draft_pkey ON public.co_opinion_draft USING btree (tenant, assignment_id)
CREATE UNIQUE INDEX consumed_pkey ON public.consumed USING btree (tenant, source, stream)
CREATE INDEX contact_of_share ON public.contact USING btree (tenant, assignment_id, on_date, id)
CREATE UNIQUE INDEX contact_pkey ON public.contact USING btree (tenant, id)
CREATE INDEX dead_letter_open ON public.dead_letter USING btree (tenant, source, stream, version) WHERE (resolved_at IS NULL)
CREATE UNIQUE INDEX dead_letter_pkey ON public.dead_letter USING btree (source, event_id)
CREATE INDEX early_fact_of_case ON public.early_fact USING btree (tenant, suggestion_id, occurred_at, event_id)
CREATE UNIQUE INDEX early_fact_pkey ON public.early_fact USING btree (tenant, event_id)
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
CREATE UNIQUE INDEX plan_version_pkey ON public.plan_version USING btree (tenant, assignment_id, version)
CREATE UNIQUE INDEX reference_calendar_pkey ON public.reference_calendar USING btree (tenant)
CREATE UNIQUE INDEX reference_congress_session_pkey ON public.reference_congress_session USING btree (tenant, id)
CREATE INDEX reference_membership_delegation ON public.reference_membership USING btree (tenant, delegation) WHERE (delegation <> ''::text)
CREATE UNIQUE INDEX reference_membership_pkey ON public.reference_membership USING btree (tenant, person_id, role, unit_id)
CREATE INDEX reference_membership_role ON public.reference_membership USING btree (tenant, role, unit_id) WHERE active
CREATE UNIQUE INDEX reference_rule_pack_pkey ON public.reference_rule_pack USING btree (tenant, version)
CREATE UNIQUE INDEX reference_tenant_pkey ON public.reference_tenant USING btree (tenant)
CREATE INDEX reference_unit_oversees ON public.reference_unit USING gin (oversees)
CREATE UNIQUE INDEX reference_unit_pkey ON public.reference_unit USING btree (tenant, id)
CREATE UNIQUE INDEX reply_once_a_round ON public.reply USING btree (tenant, assignment_id, round)
CREATE UNIQUE INDEX reply_pkey ON public.reply USING btree (tenant, id)
CREATE UNIQUE INDEX reply_delivery_pkey ON public.reply_delivery USING btree (tenant, reply_id, suggestion_id, deputy_id)
CREATE INDEX reply_supplement_of ON public.reply_supplement USING btree (tenant, reply_id, supplemented_on, id)
CREATE UNIQUE INDEX reply_supplement_pkey ON public.reply_supplement USING btree (tenant, id)
CREATE UNIQUE INDEX seal_pkey ON public.seal USING btree (tenant, number)
CREATE UNIQUE INDEX stream_pkey ON public.stream USING btree (tenant, id)
CREATE INDEX suggestion_case_board ON public.suggestion_case USING btree (tenant, status, registered_on, id)
CREATE UNIQUE INDEX suggestion_case_pkey ON public.suggestion_case USING btree (tenant, id)

-- row-level security
assignment enabled forced
case_part enabled forced
certificate enabled forced
co_opinion_draft enabled forced
consumed enabled forced
contact enabled forced
dead_letter enabled forced
early_fact enabled forced
event enabled forced
idempotency enabled forced
inbox enabled forced
migration off
plan_version enabled forced
reference_calendar enabled forced
reference_congress_session enabled forced
reference_membership enabled forced
reference_rule_pack enabled forced
reference_tenant enabled forced
reference_unit enabled forced
reply enabled forced
reply_delivery enabled forced
reply_supplement enabled forced
seal enabled forced
stream enabled forced
suggestion_case enabled forced

-- policies
assignment tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
case_part tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
certificate tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
co_opinion_draft tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
consumed tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
contact tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
dead_letter relay_reads SELECT to assignment_relay using true
dead_letter tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
early_fact tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
event relay_marks UPDATE to assignment_relay using true check true
event relay_reads SELECT to assignment_relay using true
event tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
idempotency relay_forgets DELETE to assignment_relay using true
idempotency relay_reads SELECT to assignment_relay using true
idempotency tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
inbox relay_forgets DELETE to assignment_relay using true
inbox relay_reads SELECT to assignment_relay using true
inbox tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
plan_version tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_calendar tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_congress_session tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_membership tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_rule_pack tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_tenant relay_reads SELECT to assignment_relay using true
reference_tenant tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_unit tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reply tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reply_delivery tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reply_supplement tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
seal relay_reads SELECT to assignment_relay using true
seal relay_seals INSERT to assignment_relay check true
seal tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
stream tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
suggestion_case tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))

-- triggers
CREATE TRIGGER event_is_history BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION event_is_history()
CREATE TRIGGER event_is_never_truncated BEFORE TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION event_is_history()
CREATE TRIGGER issued_reply_is_final BEFORE DELETE OR UPDATE ON public.reply FOR EACH ROW EXECUTE FUNCTION issued_reply_is_final()

-- functions
event_is_history() 6c85166b6c93042faba83ed7335e7878
huiyin_app_role() 8d987775c3d960e70fbf9739897d6e70
huiyin_global_table(name text) cf80a598fc2ca9d272246f596e19ef8d
huiyin_move_on(from_source text, of_streams text[], firsts bigint[], lasts bigint[], event_ids uuid[], event_streams text[]) 20889b0c074a17e18b170867bef41355
huiyin_relay_role() a053977b5b7ab2d425f6f9f5fe0ad57f
huiyin_tenant_table(name text) dcc6a3f9c1d21d97f14aebd689b60f25
issued_reply_is_final() 2246e94226f5398d135640e0b1deb8bd

-- grants
assignment to assignment_app: DELETE, INSERT, SELECT, UPDATE
case_part to assignment_app: DELETE, INSERT, SELECT, UPDATE
certificate to assignment_app: DELETE, INSERT, SELECT, UPDATE
co_opinion_draft to assignment_app: DELETE, INSERT, SELECT, UPDATE
consumed to assignment_app: DELETE, INSERT, SELECT, UPDATE
contact to assignment_app: DELETE, INSERT, SELECT, UPDATE
dead_letter to assignment_app: DELETE, INSERT, SELECT, UPDATE
dead_letter to assignment_relay: SELECT
early_fact to assignment_app: DELETE, INSERT, SELECT, UPDATE
event to assignment_app: INSERT, SELECT
event to assignment_relay: SELECT
idempotency to assignment_app: DELETE, INSERT, SELECT, UPDATE
idempotency to assignment_relay: DELETE, SELECT
inbox to assignment_app: DELETE, INSERT, SELECT, UPDATE
inbox to assignment_relay: DELETE, SELECT
migration to assignment_app: SELECT
plan_version to assignment_app: DELETE, INSERT, SELECT, UPDATE
reference_calendar to assignment_app: DELETE, INSERT, SELECT, UPDATE
reference_congress_session to assignment_app: DELETE, INSERT, SELECT, UPDATE
reference_membership to assignment_app: DELETE, INSERT, SELECT, UPDATE
reference_rule_pack to assignment_app: DELETE, INSERT, SELECT, UPDATE
reference_tenant to assignment_app: DELETE, INSERT, SELECT, UPDATE
reference_tenant to assignment_relay: SELECT
reference_unit to assignment_app: DELETE, INSERT, SELECT, UPDATE
reply to assignment_app: DELETE, INSERT, SELECT, UPDATE
reply_delivery to assignment_app: DELETE, INSERT, SELECT, UPDATE
reply_supplement to assignment_app: DELETE, INSERT, SELECT, UPDATE
seal to assignment_app: INSERT, SELECT
seal to assignment_relay: INSERT, SELECT
stream to assignment_app: DELETE, INSERT, SELECT, UPDATE
suggestion_case to assignment_app: DELETE, INSERT, SELECT, UPDATE
