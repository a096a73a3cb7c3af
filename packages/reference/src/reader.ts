import type { RulePack } from '@huiyin/calendar/rule-pack';
import { workCalendar, type CalendarDay, type WorkCalendar } from '@huiyin/calendar/work-calendar';
import type { Role } from '@huiyin/kernel/actor';
import { localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import { maybeRow, rows } from '@huiyin/postgres/query';
import type { CongressSessionFact, MembershipFact, TenantFact, UnitFact } from './facts.ts';

/** A rule pack with the version that running cases keep. */
export interface VersionedRulePack {
  readonly version: string;
  readonly pack: RulePack;
}

/**
 * Directory's facts as this service has heard them, of the tenant the transaction runs for. Undefined means: not heard
 * yet; the use case then answers `fact-not-yet-known`.
 */
export interface ReferenceReader {
  tenant(tx: Tx): Promise<TenantFact | undefined>;
  /** The pack in force on a day. */
  rulePackAt(tx: Tx, day: LocalDate): Promise<VersionedRulePack | undefined>;
  /** The pack a running case keeps. */
  rulePack(tx: Tx, version: string): Promise<RulePack | undefined>;
  /** The pack of a version, provided that it is in force on a day. */
  effectiveRulePack(tx: Tx, version: string, day: LocalDate): Promise<RulePack | undefined>;
  calendar(tx: Tx): Promise<WorkCalendar | undefined>;
  unit(tx: Tx, unitId: string): Promise<UnitFact | undefined>;
  /** In the order of the ids; '' for a unit not heard of. */
  unitNames(tx: Tx, unitIds: readonly string[]): Promise<readonly string[]>;
  /** Active ones, at most 2,000. */
  units(tx: Tx): Promise<readonly UnitFact[]>;
  /** By its exact name; an active one before others. */
  unitNamed(tx: Tx, name: string): Promise<UnitFact | undefined>;
  /** 对口督办: ids of the active committees that oversee a category, at most 20. */
  overseersOf(tx: Tx, category: string): Promise<readonly string[]>;
  memberships(tx: Tx, personId: string): Promise<readonly MembershipFact[]>;
  /** Active holders of a role, at most 500. */
  peopleWith(tx: Tx, role: Role, unitId?: string): Promise<readonly string[]>;
  /**
   * 联系人 of a unit's letters: its active liaison 联络员, else its active clerk 承办人, of several the first by id; ''
   * with neither.
   */
  contactOf(tx: Tx, unitId: string): Promise<string>;
  /** The session sitting at this instant, before its cut-off; undefined means between sessions. */
  congressSessionAt(tx: Tx, at: Date): Promise<CongressSessionFact | undefined>;
  /** The last session opened on or before this day. */
  latestCongressSession(tx: Tx, day: LocalDate): Promise<CongressSessionFact | undefined>;
}

/** Calendars are rebuilt only when a newer version has been imported; one entry a tenant. */
const MAX_CACHED_CALENDARS = 500;

export function createReferenceReader(): ReferenceReader {
  const calendars = new Map<string, { version: number; calendar: WorkCalendar }>();
  return {
    tenant,
    rulePackAt,
    rulePack,
    effectiveRulePack,
    calendar: (tx) => readCalendar(tx, calendars),
    unit,
    unitNames,
    units,
    unitNamed,
    overseersOf,
    memberships,
    peopleWith,
    contactOf,
    congressSessionAt,
    latestCongressSession,
  };
}

// Every statement leaves the tenant to row-level security: the reader cannot be pointed at another one.

async function tenant(tx: Tx): Promise<TenantFact | undefined> {
  return maybeRow<TenantFact>(
    tx,
    `select tenant, name, level, area_code as "areaCode", parent, desk_name as "deskName" from reference_tenant`,
  );
}

async function rulePackAt(tx: Tx, day: LocalDate): Promise<VersionedRulePack | undefined> {
  return maybeRow<VersionedRulePack>(
    tx,
    `select version, content as pack from reference_rule_pack where effective_from <= $1
     order by effective_from desc, version desc limit 1`,
    [day],
  );
}

async function rulePack(tx: Tx, version: string): Promise<RulePack | undefined> {
  const row = await maybeRow<{ content: RulePack }>(
    tx,
    'select content from reference_rule_pack where version = $1',
    [version],
  );
  return row?.content;
}

async function effectiveRulePack(tx: Tx, version: string, day: LocalDate): Promise<RulePack | undefined> {
  const row = await maybeRow<{ content: RulePack }>(
    tx,
    'select content from reference_rule_pack where version = $1 and effective_from <= $2',
    [version, day],
  );
  return row?.content;
}

async function readCalendar(
  tx: Tx,
  cache: Map<string, { version: number; calendar: WorkCalendar }>,
): Promise<WorkCalendar | undefined> {
  const known = await maybeRow<{ tenant: string; version: number }>(
    tx,
    'select tenant, version from reference_calendar',
  );
  if (known === undefined) return undefined;
  const cached = cache.get(known.tenant);
  if (cached?.version === known.version) return cached.calendar;
  const row = await maybeRow<{ known_until: LocalDate; days: CalendarDay[] }>(
    tx,
    'select known_until, days from reference_calendar',
  );
  if (row === undefined) return undefined;
  const calendar = workCalendar({ days: row.days, knownUntil: row.known_until });
  if (cache.size >= MAX_CACHED_CALENDARS) cache.clear();
  cache.set(known.tenant, { version: known.version, calendar });
  return calendar;
}

type UnitRow = UnitFact & { successorId: string | null };

const UNIT_COLUMNS = `id as "unitId", name, kind, active, deciding_office as "decidingOffice",
  successor_id as "successorId"`;

async function unit(tx: Tx, unitId: string): Promise<UnitFact | undefined> {
  return factOf(
    await maybeRow<UnitRow>(tx, `select ${UNIT_COLUMNS} from reference_unit where id = $1`, [unitId]),
  );
}

async function unitNames(tx: Tx, unitIds: readonly string[]): Promise<readonly string[]> {
  if (unitIds.length === 0) return [];
  const found = await rows<{ id: string; name: string }>(
    tx,
    'select id, name from reference_unit where id = any($1)',
    [unitIds],
  );
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return unitIds.map((id) => names.get(id) ?? '');
}

async function units(tx: Tx): Promise<readonly UnitFact[]> {
  const found = await rows<UnitRow>(
    tx,
    `select ${UNIT_COLUMNS} from reference_unit where active order by name, id limit 2000`,
  );
  return found.flatMap((row) => factOf(row) ?? []);
}

async function unitNamed(tx: Tx, name: string): Promise<UnitFact | undefined> {
  return factOf(
    await maybeRow<UnitRow>(
      tx,
      `select ${UNIT_COLUMNS} from reference_unit where name = $1 order by active desc, id limit 1`,
      [name],
    ),
  );
}

async function overseersOf(tx: Tx, category: string): Promise<readonly string[]> {
  const found = await rows<{ id: string }>(
    tx,
    'select id from reference_unit where oversees @> array[$1] and active order by id limit 20',
    [category],
  );
  return found.map(({ id }) => id);
}

function factOf(row: UnitRow | undefined): UnitFact | undefined {
  if (row === undefined) return undefined;
  const { successorId, ...fact } = row;
  return successorId === null ? fact : { ...fact, successorId };
}

async function memberships(tx: Tx, personId: string): Promise<readonly MembershipFact[]> {
  return rows<MembershipFact>(
    tx,
    `select person_id as "personId", role, unit_id as "unitId", active, delegation
     from reference_membership where person_id = $1 order by role, unit_id limit 100`,
    [personId],
  );
}

async function peopleWith(tx: Tx, role: Role, unitId = ''): Promise<readonly string[]> {
  const found = await rows<{ person_id: string }>(
    tx,
    `select person_id from reference_membership
     where role = $1 and ($2 = '' or unit_id = $2) and active order by person_id limit 500`,
    [role, unitId],
  );
  return found.map((row) => row.person_id);
}

async function contactOf(tx: Tx, unitId: string): Promise<string> {
  const found = await maybeRow<{ person_id: string }>(
    tx,
    `select person_id from reference_membership
     where unit_id = $1 and role in ('unit-liaison', 'unit-clerk') and active
     order by role = 'unit-liaison' desc, person_id limit 1`,
    [unitId],
  );
  return found?.person_id ?? '';
}

const SESSION_COLUMNS = `id as "congressSessionId", congress_term as "congressTerm",
  congress_session as "congressSession", opens_on as "opensOn", closes_on as "closesOn", cut_off_at as "cutOffAt"`;

async function congressSessionAt(tx: Tx, at: Date): Promise<CongressSessionFact | undefined> {
  return maybeRow<CongressSessionFact>(
    tx,
    `select ${SESSION_COLUMNS} from reference_congress_session
     where opens_on <= $1 and closes_on >= $1 and cut_off_at >= $2 order by opens_on desc limit 1`,
    [localDateOf(at), at],
  );
}

async function latestCongressSession(tx: Tx, day: LocalDate): Promise<CongressSessionFact | undefined> {
  return maybeRow<CongressSessionFact>(
    tx,
    `select ${SESSION_COLUMNS} from reference_congress_session where opens_on <= $1 order by opens_on desc limit 1`,
    [day],
  );
}
