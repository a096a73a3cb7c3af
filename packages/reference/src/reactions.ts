import { reactTo, type SourceReaction } from '@huiyin/contracts/reactions';
import type { EventMessage } from '@huiyin/contracts/event-messages';
import type { Tx } from '@huiyin/kernel/tx';
import { execute } from '@huiyin/postgres/query';

/** Keeps directory's facts in the reference tables. Every service but directory runs it, the chassis adds it. */
export const referenceReactions: SourceReaction = reactTo('directory', {
  'tenant-configured': (fact, _event, tx) => saveTenant(tx, fact),
  'unit-changed': (fact, event, tx) => saveUnit(tx, event.tenant, fact),
  'unit-succeeded': (fact, event, tx) => saveSuccessor(tx, event.tenant, fact),
  'person-changed': (fact, event, tx) => saveMemberships(tx, event.tenant, fact),
  'mandate-ended': (fact, event, tx) => endMandate(tx, event.tenant, fact),
  'congress-session-changed': (fact, event, tx) => saveCongressSession(tx, event.tenant, fact),
  'rule-pack-activated': (fact, event, tx) => saveRulePack(tx, event.tenant, fact),
  'calendar-imported': (fact, event, tx) => saveCalendar(tx, event.tenant, fact),
});

async function saveTenant(tx: Tx, fact: EventMessage<'directory', 'tenant-configured'>): Promise<void> {
  await execute(
    tx,
    `insert into reference_tenant (tenant, name, level, area_code, parent, desk_name) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant) do update set name = excluded.name, level = excluded.level,
       area_code = excluded.area_code, parent = excluded.parent, desk_name = excluded.desk_name`,
    [fact.tenant, fact.name, fact.level, fact.areaCode, fact.parent, fact.deskName],
  );
}

async function saveUnit(
  tx: Tx,
  tenant: string,
  fact: EventMessage<'directory', 'unit-changed'>,
): Promise<void> {
  await execute(
    tx,
    `insert into reference_unit (tenant, id, name, kind, active, deciding_office, oversees)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant, id) do update set name = excluded.name, kind = excluded.kind, active = excluded.active,
       deciding_office = excluded.deciding_office, oversees = excluded.oversees`,
    [tenant, fact.unitId, fact.name, fact.kind, fact.active, fact.decidingOffice, fact.oversees],
  );
}

async function saveSuccessor(
  tx: Tx,
  tenant: string,
  fact: EventMessage<'directory', 'unit-succeeded'>,
): Promise<void> {
  await execute(
    tx,
    'update reference_unit set active = false, successor_id = $3 where tenant = $1 and id = $2',
    [tenant, fact.unitId, fact.successorUnitId],
  );
}

async function saveMemberships(
  tx: Tx,
  tenant: string,
  fact: EventMessage<'directory', 'person-changed'>,
): Promise<void> {
  await execute(tx, 'delete from reference_membership where tenant = $1 and person_id = $2', [
    tenant,
    fact.personId,
  ]);
  await execute(
    tx,
    `insert into reference_membership (tenant, person_id, role, unit_id, active, delegation)
     select $1, $2, m.role, m."unitId", m.active, coalesce(m.delegation, '')
     from jsonb_to_recordset($3::jsonb) as m(role text, "unitId" text, active boolean, delegation text)`,
    [tenant, fact.personId, JSON.stringify(fact.memberships)],
  );
}

async function endMandate(
  tx: Tx,
  tenant: string,
  fact: EventMessage<'directory', 'mandate-ended'>,
): Promise<void> {
  await execute(
    tx,
    `update reference_membership set active = false where tenant = $1 and person_id = $2 and role = 'deputy'`,
    [tenant, fact.personId],
  );
}

async function saveCongressSession(
  tx: Tx,
  tenant: string,
  fact: EventMessage<'directory', 'congress-session-changed'>,
): Promise<void> {
  await execute(
    tx,
    `insert into reference_congress_session
       (tenant, id, congress_term, congress_session, opens_on, closes_on, cut_off_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant, id) do update set congress_term = excluded.congress_term,
       congress_session = excluded.congress_session, opens_on = excluded.opens_on, closes_on = excluded.closes_on,
       cut_off_at = excluded.cut_off_at`,
    [
      tenant,
      fact.congressSessionId,
      fact.congressTerm,
      fact.congressSession,
      fact.opensOn,
      fact.closesOn,
      new Date(fact.cutOffAt),
    ],
  );
}

async function saveRulePack(
  tx: Tx,
  tenant: string,
  fact: EventMessage<'directory', 'rule-pack-activated'>,
): Promise<void> {
  await execute(
    tx,
    `insert into reference_rule_pack (tenant, version, effective_from, content) values ($1, $2, $3, $4)
     on conflict (tenant, version) do nothing`,
    [tenant, fact.version, fact.effectiveFrom, fact.contentJson],
  );
}

async function saveCalendar(
  tx: Tx,
  tenant: string,
  fact: EventMessage<'directory', 'calendar-imported'>,
): Promise<void> {
  await execute(
    tx,
    `insert into reference_calendar (tenant, version, known_until, days) values ($1, $2, $3, $4)
     on conflict (tenant) do update set version = excluded.version, known_until = excluded.known_until,
       days = excluded.days`,
    [tenant, fact.version, fact.knownUntil, JSON.stringify(fact.days)],
  );
}
