-- columns
account.id text not null
account.person_id text not null
account.login text not null
account.password_hash text not null
business_clock.id integer not null
business_clock.offset_ms bigint not null
calendar.tenant text not null
calendar.version integer not null
calendar.known_until date not null
calendar.days jsonb not null
congress_session.tenant text not null
congress_session.id text not null
congress_session.congress_term integer not null
congress_session.congress_session integer not null
congress_session.opens_on date not null
congress_session.closes_on date not null
congress_session.cut_off_at timestamp with time zone not null
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
membership.person_id text not null
membership.in_tenant text not null
membership.role text not null
membership.unit_id text not null
membership.active boolean not null
membership.delegation text not null default ''::text
migration.name text not null
migration.checksum text not null
migration.applied_at timestamp with time zone not null
person.id text not null
person.name text not null
person.phone text not null
person_in_tenant.tenant text not null
person_in_tenant.person_id text not null
person_in_tenant.version bigint not null
person_in_tenant.card_number text not null default ''::text
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
rule_pack.tenant text not null
rule_pack.version text not null
rule_pack.effective_from date not null
rule_pack.content_json text not null
saved_view.tenant text not null
saved_view.id text not null
saved_view.person_id text not null
saved_view.role text not null
saved_view.unit_id text not null
saved_view.list text not null
saved_view.name text not null
saved_view.filters text not null
saved_view.saved_at timestamp(3) with time zone not null
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
tenant_registry.id text not null
tenant_registry.name text not null
tenant_registry.level text not null
tenant_registry.area_code text not null
tenant_registry.parent text not null
tenant_registry.desk_name text not null
unit.tenant text not null
unit.id text not null
unit.version bigint not null
unit.name text not null
unit.kind text not null
unit.active boolean not null
unit.deciding_office text not null
unit.successor_id text not null
unit.oversees text[] not null default '{}'::text[]

-- constraints
account account_login_key UNIQUE (login)
account account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
account account_person_id_key UNIQUE (person_id)
account account_pkey PRIMARY KEY (id)
business_clock business_clock_id_check CHECK ((id = 1))
business_clock business_clock_pkey PRIMARY KEY (id)
calendar calendar_pkey PRIMARY KEY (tenant)
congress_session congress_session_pkey PRIMARY KEY (tenant, id)
congress_session congress_session_tenant_congress_term_congress_session_key UNIQUE (tenant, congress_term, congress_session)
consumed consumed_pkey PRIMARY KEY (tenant, source, stream)
dead_letter dead_letter_pkey PRIMARY KEY (source, event_id)
event event_id_key UNIQUE (id)
event event_pkey PRIMARY KEY (tenant, stream, version)
idempotency idempotency_pkey PRIMARY KEY (tenant, actor, method, key)
inbox inbox_pkey PRIMARY KEY (source, event_id)
membership membership_in_tenant_fkey FOREIGN KEY (in_tenant) REFERENCES tenant_registry(id)
membership membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
membership membership_pkey PRIMARY KEY (person_id, in_tenant, role, unit_id)
migration migration_pkey PRIMARY KEY (name)
person person_pkey PRIMARY KEY (id)
person_in_tenant person_in_tenant_pkey PRIMARY KEY (tenant, person_id)
reference_calendar reference_calendar_pkey PRIMARY KEY (tenant)
reference_congress_session reference_congress_session_pkey PRIMARY KEY (tenant, id)
reference_membership reference_membership_pkey PRIMARY KEY (tenant, person_id, role, unit_id)
reference_rule_pack reference_rule_pack_pkey PRIMARY KEY (tenant, version)
reference_tenant reference_tenant_pkey PRIMARY KEY (tenant)
reference_unit reference_unit_pkey PRIMARY KEY (tenant, id)
rule_pack rule_pack_pkey PRIMARY KEY (tenant, version)
saved_view saved_view_pkey PRIMARY KEY (tenant, id)
saved_view saved_view_tenant_person_id_role_unit_id_list_name_key UNIQUE (tenant, person_id, role, unit_id, list, name)
seal seal_pkey PRIMARY KEY (tenant, number)
stream stream_pkey PRIMARY KEY (tenant, id)
tenant_registry tenant_registry_level_check CHECK ((level = ANY (ARRAY['city'::text, 'district'::text])))
tenant_registry tenant_registry_pkey PRIMARY KEY (id)
unit unit_pkey PRIMARY KEY (tenant, id)

-- indexes
CREATE UNIQUE INDEX account_login_key ON public.account USING btree (login)
CREATE UNIQUE INDEX account_person_id_key ON public.account USING btree (person_id)
CREATE UNIQUE INDEX account_pkey ON public.account USING btree (id)
CREATE UNIQUE INDEX business_clock_pkey ON public.business_clock USING btree (id)
CREATE UNIQUE INDEX calendar_pkey ON public.calendar USING btree (tenant)
CREATE UNIQUE INDEX congress_session_pkey ON public.congress_session USING btree (tenant, id)
CREATE UNIQUE INDEX congress_session_tenant_congress_term_congress_session_key ON public.congress_session USING btree (tenant, congress_term, congress_session)
CREATE UNIQUE INDEX consumed_pkey ON public.consumed USING btree (tenant, source, stream)
CREATE INDEX dead_letter_open ON public.dead_letter USING btree (tenant, source, stream, version) WHERE (resolved_at IS NULL)
CREATE UNIQUE INDEX dead_letter_pkey ON public.dead_letter USING btree (source, event_id)
CREATE UNIQUE INDEX event_id_key ON public.event USING btree (id)
CREATE UNIQUE INDEX event_pkey ON public.event USING btree (tenant, stream, version)
CREATE INDEX event_sealed ON public.event USING btree (tenant, seal_number, seal_index) WHERE (seal_number IS NOT NULL)
CREATE INDEX event_unpublished ON public.event USING btree ("position") WHERE (published_at IS NULL)
CREATE INDEX event_unsealed ON public.event USING btree (tenant, "position") WHERE (seal_number IS NULL)
CREATE INDEX idempotency_age ON public.idempotency USING btree (created_at)
CREATE UNIQUE INDEX idempotency_pkey ON public.idempotency USING btree (tenant, actor, method, key)
CREATE INDEX inbox_age ON public.inbox USING btree (received_at)
CREATE UNIQUE INDEX inbox_pkey ON public.inbox USING btree (source, event_id)
CREATE INDEX membership_of_tenant ON public.membership USING btree (in_tenant, person_id)
CREATE UNIQUE INDEX membership_pkey ON public.membership USING btree (person_id, in_tenant, role, unit_id)
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name)
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (id)
CREATE UNIQUE INDEX person_in_tenant_pkey ON public.person_in_tenant USING btree (tenant, person_id)
CREATE UNIQUE INDEX reference_calendar_pkey ON public.reference_calendar USING btree (tenant)
CREATE UNIQUE INDEX reference_congress_session_pkey ON public.reference_congress_session USING btree (tenant, id)
CREATE INDEX reference_membership_delegation ON public.reference_membership USING btree (tenant, delegation) WHERE (delegation <> ''::text)
CREATE UNIQUE INDEX reference_membership_pkey ON public.reference_membership USING btree (tenant, person_id, role, unit_id)
CREATE INDEX reference_membership_role ON public.reference_membership USING btree (tenant, role, unit_id) WHERE active
CREATE UNIQUE INDEX reference_rule_pack_pkey ON public.reference_rule_pack USING btree (tenant, version)
CREATE UNIQUE INDEX reference_tenant_pkey ON public.reference_tenant USING btree (tenant)
CREATE INDEX reference_unit_oversees ON public.reference_unit USING gin (oversees)
CREATE UNIQUE INDEX reference_unit_pkey ON public.reference_unit USING btree (tenant, id)
CREATE UNIQUE INDEX rule_pack_pkey ON public.rule_pack USING btree (tenant, version)
CREATE UNIQUE INDEX saved_view_pkey ON public.saved_view USING btree (tenant, id)
CREATE UNIQUE INDEX saved_view_tenant_person_id_role_unit_id_list_name_key ON public.saved_view USING btree (tenant, person_id, role, unit_id, list, name)
CREATE UNIQUE INDEX seal_pkey ON public.seal USING btree (tenant, number)
CREATE UNIQUE INDEX stream_pkey ON public.stream USING btree (tenant, id)
CREATE UNIQUE INDEX tenant_registry_pkey ON public.tenant_registry USING btree (id)
CREATE INDEX unit_by_name ON public.unit USING btree (tenant, name)
CREATE UNIQUE INDEX unit_pkey ON public.unit USING btree (tenant, id)

-- row-level security
account off
business_clock off
calendar enabled forced
congress_session enabled forced
consumed enabled forced
dead_letter enabled forced
event enabled forced
idempotency enabled forced
inbox enabled forced
membership off
migration off
person off
person_in_tenant enabled forced
reference_calendar enabled forced
reference_congress_session enabled forced
reference_membership enabled forced
reference_rule_pack enabled forced
reference_tenant enabled forced
reference_unit enabled forced
rule_pack enabled forced
saved_view enabled forced
seal enabled forced
stream enabled forced
tenant_registry off
unit enabled forced

-- policies
calendar tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
congress_session tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
consumed tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
dead_letter relay_reads SELECT to directory_relay using true
dead_letter tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
event relay_marks UPDATE to directory_relay using true check true
event relay_reads SELECT to directory_relay using true
event tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
idempotency relay_forgets DELETE to directory_relay using true
idempotency relay_reads SELECT to directory_relay using true
idempotency tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
inbox relay_forgets DELETE to directory_relay using true
inbox relay_reads SELECT to directory_relay using true
inbox tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
person_in_tenant tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_calendar tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_congress_session tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_membership tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_rule_pack tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_tenant relay_reads SELECT to directory_relay using true
reference_tenant tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
reference_unit tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
rule_pack tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
saved_view tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
seal relay_reads SELECT to directory_relay using true
seal relay_seals INSERT to directory_relay check true
seal tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
stream tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))
unit tenant_isolation ALL to public using (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting)) check (tenant = ( SELECT current_setting('huiyin.tenant'::text, true) AS current_setting))

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
account to directory_app: DELETE, INSERT, SELECT, UPDATE
business_clock to directory_app: DELETE, INSERT, SELECT, UPDATE
calendar to directory_app: DELETE, INSERT, SELECT, UPDATE
congress_session to directory_app: DELETE, INSERT, SELECT, UPDATE
consumed to directory_app: DELETE, INSERT, SELECT, UPDATE
dead_letter to directory_app: DELETE, INSERT, SELECT, UPDATE
dead_letter to directory_relay: SELECT
event to directory_app: INSERT, SELECT
event to directory_relay: SELECT
idempotency to directory_app: DELETE, INSERT, SELECT, UPDATE
idempotency to directory_relay: DELETE, SELECT
inbox to directory_app: DELETE, INSERT, SELECT, UPDATE
inbox to directory_relay: DELETE, SELECT
membership to directory_app: DELETE, INSERT, SELECT, UPDATE
migration to directory_app: SELECT
person to directory_app: DELETE, INSERT, SELECT, UPDATE
person_in_tenant to directory_app: DELETE, INSERT, SELECT, UPDATE
reference_calendar to directory_app: DELETE, INSERT, SELECT, UPDATE
reference_congress_session to directory_app: DELETE, INSERT, SELECT, UPDATE
reference_membership to directory_app: DELETE, INSERT, SELECT, UPDATE
reference_rule_pack to directory_app: DELETE, INSERT, SELECT, UPDATE
reference_tenant to directory_app: DELETE, INSERT, SELECT, UPDATE
reference_tenant to directory_relay: SELECT
reference_unit to directory_app: DELETE, INSERT, SELECT, UPDATE
rule_pack to directory_app: DELETE, INSERT, SELECT, UPDATE
saved_view to directory_app: DELETE, INSERT, SELECT, UPDATE
seal to directory_app: INSERT, SELECT
seal to directory_relay: INSERT, SELECT
stream to directory_app: DELETE, INSERT, SELECT, UPDATE
tenant_registry to directory_app: DELETE, INSERT, SELECT, UPDATE
unit to directory_app: DELETE, INSERT, SELECT, UPDATE
