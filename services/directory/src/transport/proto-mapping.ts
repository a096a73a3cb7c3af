import type { PageRequest } from '@huiyin/contracts/gen/common/v1/common';
import type { Membership as ProtoMembership } from '@huiyin/contracts/gen/directory/v1/events';
import type {
  AuthenticateResponse,
  ConfigureTenantRequest,
  ImportCalendarRequest,
  ListCongressSessionsResponse,
  Person as ProtoPerson,
  SaveCongressSessionRequest,
  SavePersonRequest,
  SaveUnitRequest,
  SeedDirectoryRequest,
  Unit as ProtoUnit,
} from '@huiyin/contracts/gen/directory/v1/service';
import { ROLES } from '@huiyin/kernel/actor';
import { isId } from '@huiyin/kernel/ids';
import { localDate, type LocalDate } from '@huiyin/kernel/local-date';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Authenticated } from '../app/authenticate.ts';
import type { ListedPerson, Page } from '../app/ports.ts';
import type { WantedAccount } from '../app/save-account.ts';
import type { WantedPerson } from '../app/save-person.ts';
import type { WantedUnit } from '../app/save-unit.ts';
import type { CalendarDay } from '@huiyin/calendar/work-calendar';
import type { CongressSession } from '../domain/congress-session.ts';
import type { Membership } from '../domain/person.ts';
import { malformed } from '../domain/rejections.ts';
import type { Tenant } from '../domain/tenant.ts';
import { UNIT_KINDS, type Unit } from '../domain/unit.ts';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;
const OFFICES = ['government-office', 'congress-desk'] as const;
const LEVELS = ['city', 'district'] as const;

/** The page asked for, bounded. */
export function pageFrom(page: PageRequest | undefined): Page {
  const limit = page?.limit ?? 0;
  return { limit: limit <= 0 ? DEFAULT_PAGE : Math.min(limit, MAX_PAGE), cursor: page?.cursor ?? '' };
}

/** A day, or a refusal that names its field. */
export function dayFrom(day: string, field: string): LocalDate | Rejection {
  try {
    return localDate(day);
  } catch {
    return malformed(field, '日期须写作 YYYY-MM-DD');
  }
}

/** An instant in RFC 3339, or a refusal that names its field. */
export function instantFrom(text: string, field: string): Date | Rejection {
  const instant = new Date(text);
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(instant.getTime())
    ? instant
    : malformed(field, '时间须写作 RFC 3339');
}

export function tenantFrom(request: ConfigureTenantRequest): Tenant | Rejection {
  const level = oneOf(LEVELS, request.level);
  return level === undefined ? malformed('level') : { ...request, level };
}

/** Categories one committee oversees. */
const MAX_OVERSEEN = 50;

export function unitFrom(request: SaveUnitRequest): WantedUnit | Rejection {
  const { unitId, name, active } = request;
  if (unitId !== '' && !isId(unitId)) return malformed('unitId');
  const kind = oneOf(UNIT_KINDS, request.kind);
  if (kind === undefined) return malformed('kind');
  const decidingOffice = oneOf(OFFICES, request.decidingOffice);
  if (decidingOffice === undefined && request.decidingOffice !== '') return malformed('decidingOffice');
  if (request.oversees.length > MAX_OVERSEEN) return malformed('oversees');
  return { unitId, name: name.trim(), kind, active, decidingOffice, oversees: request.oversees };
}

export function personFrom(request: SavePersonRequest | undefined): WantedPerson | Rejection {
  if (request === undefined) return malformed('person');
  const { personId, name, phone, cardNumber } = request;
  if (personId !== '' && !isId(personId)) return malformed('personId');
  const memberships: Membership[] = [];
  for (const each of request.memberships) {
    const membership = membershipFrom(each);
    if (isRejection(membership)) return membership;
    memberships.push(membership);
  }
  return { personId, name: name.trim(), phone: phone.trim(), cardNumber: cardNumber.trim(), memberships };
}

export function congressSessionFrom(request: SaveCongressSessionRequest): CongressSession | Rejection {
  const { congressSessionId, congressTerm, congressSession } = request;
  if (congressSessionId !== '' && !isId(congressSessionId)) return malformed('congressSessionId');
  const opensOn = dayFrom(request.opensOn, 'opensOn');
  if (isRejection(opensOn)) return opensOn;
  const closesOn = dayFrom(request.closesOn, 'closesOn');
  if (isRejection(closesOn)) return closesOn;
  const cutOffAt = instantFrom(request.cutOffAt, 'cutOffAt');
  if (isRejection(cutOffAt)) return cutOffAt;
  return { congressSessionId, congressTerm, congressSession, opensOn, closesOn, cutOffAt };
}

export function calendarFrom(
  request: ImportCalendarRequest,
): { knownUntil: LocalDate; days: readonly CalendarDay[]; basedOnVersion?: number } | Rejection {
  const knownUntil = dayFrom(request.knownUntil, 'knownUntil');
  if (isRejection(knownUntil)) return knownUntil;
  const days: CalendarDay[] = [];
  for (const { date: text, off, name } of request.days) {
    const date = dayFrom(text, 'days');
    if (isRejection(date)) return date;
    days.push({ date, off, name });
  }
  const { basedOnVersion } = request;
  return { knownUntil, days, ...(basedOnVersion !== undefined && { basedOnVersion }) };
}

/** The first item that cannot be read refuses the whole batch: a seed is a program's, not a person's. */
export function seedFrom(request: SeedDirectoryRequest):
  | {
      units: readonly WantedUnit[];
      people: readonly { person: WantedPerson; account: WantedAccount | undefined }[];
    }
  | Rejection {
  const units: WantedUnit[] = [];
  for (const each of request.units) {
    const unit = unitFrom(each);
    if (isRejection(unit)) return unit;
    if (unit.unitId === '') return malformed('unitId');
    units.push(unit);
  }
  const people: { person: WantedPerson; account: WantedAccount | undefined }[] = [];
  for (const each of request.people) {
    const person = personFrom(each.person);
    if (isRejection(person)) return person;
    const { personId } = person;
    if (personId === '') return malformed('personId');
    const { login, password } = each;
    people.push({ person, account: login === '' ? undefined : { personId, login, password } });
  }
  return { units, people };
}

export function authenticatedTo(found: Authenticated | 'refused'): AuthenticateResponse {
  if (found === 'refused') return { accepted: false, accountId: '', personId: '', name: '', memberships: [] };
  const { accountId, personId, name, memberships } = found;
  return { accepted: true, accountId, personId, name, memberships: memberships.map((each) => ({ ...each })) };
}

export function unitTo(unit: Unit & { readonly version: number }): ProtoUnit {
  const { successorId: successorUnitId, version, ...rest } = unit;
  return { ...rest, oversees: [...rest.oversees], successorUnitId, version: BigInt(version) };
}

export function personTo({ elsewhere: _, ...person }: ListedPerson): ProtoPerson {
  return {
    ...person,
    memberships: person.memberships.map((each) => ({ ...each })),
    version: BigInt(person.version),
  };
}

export function congressSessionsTo(
  sessions: readonly (CongressSession & { readonly version: number })[],
): ListCongressSessionsResponse {
  return {
    congressSessions: sessions.map(({ version: _, cutOffAt, ...session }) => ({
      ...session,
      cutOffAt: cutOffAt.toISOString(),
    })),
    versions: Object.fromEntries(
      sessions.map(({ congressSessionId, version }) => [congressSessionId, BigInt(version)]),
    ),
  };
}

/** The cursor after a page of things ordered by their id; a page that is not full is the last. */
export function cursorAfter<Item>(items: readonly Item[], page: Page, idOf: (item: Item) => string): string {
  const last = items.at(-1);
  return items.length === page.limit && last !== undefined ? idOf(last) : '';
}

function membershipFrom(membership: ProtoMembership): Membership | Rejection {
  const role = oneOf(ROLES, membership.role);
  if (role === undefined) return malformed('memberships');
  const { unitId, active, delegation } = membership;
  return { role, unitId, active, delegation: delegation.trim() };
}

function oneOf<Word extends string>(words: readonly Word[], word: string): Word | undefined {
  return words.find((candidate) => candidate === word);
}
