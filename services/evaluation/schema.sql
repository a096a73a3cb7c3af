-- columns
ballot.tenant text not null
ballot.id text not null
ballot.version bigint not null
ballot.status text not null
ballot.opened_on date not null
ballot.revote_of text
ballot.state jsonb not null
ballot_cast.tenant text not null
ballot_cast.ballot_id text not null
ballot_cast.token_hash text not null
ballot_cast.choice text not null
ballot_key.tenant text not null
ballot_key.ballot_id text not null
ballot_key.private_key text not null
ballot_vote.tenant text not null
ballot_vote.ballot_id text not null
ballot_vote.id uuid not null
ballot_vote.choice text not null
ballot_voter.tenant text not null
ballot_voter.ballot_id text not null
ballot_voter.person_id text not null
ballot_voter.checked_in boolean not null
ballot_voter.blinded_token text
ballot_voter.blind_signature text
case_file.tenant text not null
case_file.id text not null
case_file.version bigint not null
case_file.phase text not null
case_file.deputy_ids text[] not null
case_file.state jsonb not null
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
evaluation.tenant text not null
evaluation.id text not null
evaluation.case_id text not null
evaluation.unit_id text not null
evaluation.status text not null
evaluation.dissatisfied boolean not null
evaluation.delivered_on date not null
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
promise.tenant text not null
promise.id text not null
promise.case_id text not null
promise.unit_id text not null
promise.status text not null
promise.due_on date not null
promise.state jsonb not null
rectification.tenant text not null
rectification.id text not null
rectification.case_id text not null
rectification.unit_id text not null
rectification.status text not null
rectification.ordered_on date not null
rectification.state jsonb not null
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
score_fact.tenant text not null
score_fact.source_event_id text not null
score_fact.fact text not null
score_fact.case_id text not null
score_fact.assignment_id text not null
score_fact.unit_id text not null
score_fact.on_date date not null
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

-- constraints
ballot ballot_pkey PRIMARY KEY (tenant, id)
ballot ballot_status_check CHECK ((status = ANY (ARRAY['check-in'::text, 'inquorate'::text, 'checked-in'::text, 'casting'::text, 'closed'::text])))
ballot ballot_tenant_revote_of_fkey FOREIGN KEY (tenant, revote_of) REFERENCES ballot(tenant, id)
ballot_cast ballot_cast_choice_check CHECK ((choice = ANY (ARRAY['satisfied'::text, 'basically-satisfied'::text, 'dissatisfied'::text, 'abstained'::text])))
ballot_cast ballot_cast_pkey PRIMARY KEY (tenant, ballot_id, token_hash)
ballot_cast ballot_cast_tenant_ballot_id_fkey FOREIGN KEY (tenant, ballot_id) REFERENCES ballot(tenant, id)
ballot_key ballot_key_pkey PRIMARY KEY (tenant, ballot_id)
ballot_key ballot_key_tenant_ballot_id_fkey FOREIGN KEY (tenant, ballot_id) REFERENCES ballot(tenant, id)
ballot_vote ballot_vote_choice_check CHECK ((choice = ANY (ARRAY['satisfied'::text, 'basically-satisfied'::text, 'dissatisfied'::text, 'abstained'::text])))
ballot_vote ballot_vote_pkey PRIMARY KEY (tenant, ballot_id, id)
ballot_vote ballot_vote_tenant_ballot_id_fkey FOREIGN KEY (tenant, ballot_id) REFERENCES ballot(tenant, id)
ballot_voter ballot_voter_check CHECK ((checked_in OR ((blinded_token IS NULL) AND (blind_signature IS NULL))))
ballot_voter ballot_voter_pkey PRIMARY KEY (tenant, ballot_id, person_id)
ballot_voter ballot_voter_tenant_ballot_id_fkey FOREIGN KEY (tenant, ballot_id) REFERENCES ballot(tenant, id)
case_file case_file_pkey PRIMARY KEY (tenant, id)
consumed consumed_pkey PRIMARY KEY (tenant, source, stream)
dead_letter dead_letter_pkey PRIMARY KEY (source, event_id)
evaluation evaluation_pkey PRIMARY KEY (tenant, id)
evaluation evaluation_tenant_case_id_fkey FOREIGN KEY (tenant, case_id) REFERENCES case_file(tenant, id)
event event_id_key UNIQUE (id)
event event_pkey PRIMARY KEY (tenant, stream, version)
idempotency idempotency_pkey PRIMARY KEY (tenant, actor, method, key)
inbox inbox_pkey PRIMARY KEY (source, event_id)
migration migration_pkey PRIMARY KEY (name)
promise promise_pkey PRIMARY KEY (tenant, id)
promise promise_tenant_case_id_fkey FOREIGN KEY (tenant, case_id) REFERENCES case_file(tenant, id)
rectification rectification_pkey PRIMARY KEY (tenant, id)
rectification rectification_tenant_case_id_fkey FOREIGN KEY (tenant, case_id) REFERENCES case_file(tenant, id)
reference_calendar reference_calendar_pkey PRIMARY KEY (tenant)
reference_congress_session reference_congress_session_pkey PRIMARY KEY (tenant, id)
reference_membership reference_membership_pkey PRIMARY KEY (tenant, person_id, role, unit_id)
reference_rule_pack reference_rule_pack_pkey PRIMARY KEY (tenant, version)
reference_tenant reference_tenant_pkey PRIMARY KEY (tenant)
reference_unit reference_unit_pkey PRIMARY KEY (tenant, id)
score_fact score_fact_pkey PRIMARY KEY (tenant, source_event_id, fact)
seal seal_pkey PRIMARY KEY (tenant, number)
stream stream_pkey PRIMARY KEY (tenant, id)

-- indexes
CREATE INDEX ballot_by_day ON public.ballot USING btree (tenant, opened_on, id)
CREATE UNIQUE INDEX ballot_pkey ON public.ballot USING btree (tenant, id)
CREATE INDEX ballot_revote ON public.ballot USING btree (tenant, revote_of) WHERE (revote_of IS NOT NULL)
CREATE UNIQUE INDEX ballot_cast_pkey ON public.ballot_cast USING btree (tenant, ballot_id, token_hash)
CREATE UNIQUE INDEX ballot_key_pkey ON public.ballot_key USING btree (tenant, ballot_id)
CREATE UNIQUE INDEX ballot_vote_pkey ON public.ballot_vote USING btree (tenant, ballot_id, id)
CREATE UNIQUE INDEX ballot_voter_pkey ON public.ballot_voter USING btree (tenant, ballot_id, person_id)
CREATE UNIQUE INDEX case_file_pkey ON public.case_file USING btree (tenant, id)
CREATE UNIQUE INDEX consumed_pkey ON public.consumed USING btree (tenant, source, stream)
CREATE INDEX dead_letter_open ON public.dead_letter USING btree (tenant, source, stream, version) WHERE (resolved_at IS NULL)
CREATE UNIQUE INDEX dead_letter_pkey ON public.dead_letter USING btree (source, event_id)
CREATE INDEX evaluation_by_day ON public.evaluation USING btree (tenant, status, delivered_on, id)
CREATE INDEX evaluation_of_unit ON public.evaluation USING btree (tenant, unit_id, delivered_on, id)
CREATE UNIQUE INDEX evaluation_pkey ON public.evaluation USING btree (tenant, id)
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
CREATE INDEX promise_by_day ON public.promise USING btree (tenant, due_on, id)
CREATE INDEX promise_of_case ON public.promise USING btree (tenant, case_id)
CREATE INDEX promise_of_unit ON public.promise USING btree (tenant, unit_id, due_on, id)
CREATE UNIQUE INDEX promise_pkey ON public.promise USING btree (tenant, id)
CREATE INDEX rectification_by_day ON public.rectification USING btree (tenant, ordered_on, id)
CREATE INDEX rectification_of_case ON public.rectification USING btree (tenant, case_id)
CREATE INDEX rectification_of_unit ON public.rectification USING btree (tenant, unit_id, ordered_on, id)
CREATE UNIQUE INDEX rectification_pkey ON public.rectification USING btree (tenant, id)
CREATE UNIQUE INDEX reference_calendar_pkey ON public.reference_calendar USING btree (tenant)
CREATE UNIQUE INDEX reference_congress_session_pkey ON public.reference_congress_session USING btree (tenant, id)
CREATE INDEX reference_membership_delegation ON public.reference_membership USING btree (tenant, delegation) WHERE (delegation <> ''::text)
CREATE UNIQUE INDEX reference_membership_pkey ON public.reference_membership USING btree (tenant, person_id, role, unit_id)
CREATE INDEX reference_membership_role ON public.reference_membership USING btree (tenant, role, unit_id) WHERE active
CREATE UNIQUE INDEX reference_rule_pack_pkey ON public.reference_rule_pack USING btree (tenant, version)
CREATE UNIQUE INDEX reference_tenant_pkey ON public.reference_tenant USING btree (tenant)
CREATE INDEX reference_unit_oversees ON public.reference_unit USING gin (oversees)
CREATE UNIQUE INDEX reference_unit_pkey ON public.reference_unit USING btree (tenant, id)
CREATE INDEX score_fact_of_unit ON public.score_fact USING btree (tenant, unit_id, on_date)
CREATE UNIQUE INDEX score_fact_pkey ON public.score_fact USING btree (tenant, source_event_id, fact)
CREATE UNIQUE INDEX seal_pkey ON public.seal USING btree (tenant, number)
CREATE UNIQUE INDEX stream_pkey ON public.stream USING btree (tenant, id)

-- row-level security
ballot enabled forced
ballot_cast enabled forced
ballot_key enabled forced
ballot_vote enabled forced
ballot_voter enabled forced
case_file enabled forced
consumed enabled forced
dead_letter enabled forced
evaluation enabled forced
event enabled forced
idempotency enabled forced
inbox enabled forced
migration off
promise enabled forced
rectification enabled forced
reference_calendar enabled forced
reference_congress_session enabled forced
reference_membership enabled forced
reference_rule_pack enabled forced
reference_tenant enabled forced
reference_unit enabled forced
score_fact enabled forced
seal enabled forced
stream enabled forced

-- policies
ballot tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
ballot_cast tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
ballot_key tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
ballot_vote tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
ballot_voter tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
case_file tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
consumed tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
dead_letter relay_reads SELECT to evaluation_relay using true
dead_letter tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
evaluation tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
event relay_marks UPDATE to evaluation_relay using true check true
event relay_reads SELECT to evaluation_relay using true
event tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
idempotency relay_forgets DELETE to evaluation_relay using true
idempotency relay_reads SELECT to evaluation_relay using true
idempotency tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
inbox relay_forgets DELETE to evaluation_relay using true
inbox relay_reads SELECT to evaluation_relay using true
inbox tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
promise tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
rectification tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_calendar tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_congress_session tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_membership tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_rule_pack tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_tenant relay_reads SELECT to evaluation_relay using true
reference_tenant tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_unit tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
score_fact tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
seal relay_reads SELECT to evaluation_relay using true
seal relay_seals INSERT to evaluation_relay check true
seal tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
stream tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))

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
ballot to evaluation_app: DELETE, INSERT, SELECT, UPDATE
ballot_cast to evaluation_app: DELETE, INSERT, SELECT, UPDATE
ballot_key to evaluation_app: DELETE, INSERT, SELECT, UPDATE
ballot_vote to evaluation_app: INSERT, SELECT
ballot_voter to evaluation_app: DELETE, INSERT, SELECT, UPDATE
case_file to evaluation_app: DELETE, INSERT, SELECT, UPDATE
consumed to evaluation_app: DELETE, INSERT, SELECT, UPDATE
dead_letter to evaluation_app: DELETE, INSERT, SELECT, UPDATE
dead_letter to evaluation_relay: SELECT
evaluation to evaluation_app: DELETE, INSERT, SELECT, UPDATE
event to evaluation_app: INSERT, SELECT
event to evaluation_relay: SELECT
idempotency to evaluation_app: DELETE, INSERT, SELECT, UPDATE
idempotency to evaluation_relay: DELETE, SELECT
inbox to evaluation_app: DELETE, INSERT, SELECT, UPDATE
inbox to evaluation_relay: DELETE, SELECT
migration to evaluation_app: SELECT
promise to evaluation_app: DELETE, INSERT, SELECT, UPDATE
rectification to evaluation_app: DELETE, INSERT, SELECT, UPDATE
reference_calendar to evaluation_app: DELETE, INSERT, SELECT, UPDATE
reference_congress_session to evaluation_app: DELETE, INSERT, SELECT, UPDATE
reference_membership to evaluation_app: DELETE, INSERT, SELECT, UPDATE
reference_rule_pack to evaluation_app: DELETE, INSERT, SELECT, UPDATE
reference_tenant to evaluation_app: DELETE, INSERT, SELECT, UPDATE
reference_tenant to evaluation_relay: SELECT
reference_unit to evaluation_app: DELETE, INSERT, SELECT, UPDATE
score_fact to evaluation_app: DELETE, INSERT, SELECT, UPDATE
seal to evaluation_app: INSERT, SELECT
seal to evaluation_relay: INSERT, SELECT
stream to evaluation_app: DELETE, INSERT, SELECT, UPDATE
