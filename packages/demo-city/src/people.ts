import type { Role } from '@huiyin/kernel/actor';
import { stableId } from '@huiyin/kernel/ids';

import { chineseNumber } from './congress-sessions.ts';
import { nameSource } from './names.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';
import type { DemoUnit } from './units.ts';

/** One role of one person in one tenant. */
export interface DemoMembership {
  readonly tenant: string;
  readonly role: Role;
  readonly unitId?: string;
  /** Of deputies and clerks of delegations, e.g. 第一代表团. */
  readonly delegation?: string;
}

/** An invented person. The first membership is the active one. */
export interface DemoPerson {
  readonly personId: string;
  readonly name: string;
  /** What stands on the door: 局长, 第三代表团代表 … */
  readonly post: string;
  readonly memberships: readonly [DemoMembership, ...DemoMembership[]];
  /** Part of the login before the @, unique in the tenant. */
  readonly loginName: string;
  /** Deputies only. */
  readonly deputy?: { readonly delegation: string; readonly cardNumber: string };
}

/** Offices' people: role, login, posts; the first of each role is its demo account. */
const OFFICE_PEOPLE = [
  ['congress-desk', 'desk', ['代表工委主任', '代表工委副主任', '代表工委干部']],
  ['session-registrar', 'registrar', ['议案组组长', '议案组登记员']],
  ['council', 'council', ['人大常委会主任', '人大常委会副主任', '人大常委会副主任']],
  ['government-office', 'government', ['政府办副主任', '督查室主任']],
  ['pre-reviewer', 'reviewer', ['预审指导员', '预审指导员']],
  ['trainer', 'trainer', ['培训管理员']],
  ['operator', 'operator', ['运行维护工程师']],
  ['administrator', 'admin', ['系统管理员']],
] as const satisfies readonly (readonly [Role, string, readonly string[]])[];

const UNIT_PEOPLE = [
  ['unit-head', 'head'],
  ['unit-liaison', 'liaison'],
  ['unit-clerk', 'clerk'],
] as const satisfies readonly (readonly [Role, string])[];

const DEPUTIES = { city: 40, district: 60 } as const;

// Every twelfth district deputy also has a seat in the city's congress.
const CITY_SEAT_EVERY = 12;

/** Everybody of a place, in a fixed order. Names depend on the seed, ids and logins do not. */
export function peopleOf(place: Place, units: readonly DemoUnit[], random: Random): DemoPerson[] {
  const name = nameSource(random.fork('names'));
  const person = (role: Role, loginName: string, post: string, unitId?: string): DemoPerson => ({
    personId: personId(place.tenant, loginName),
    name: name(),
    post,
    loginName,
    memberships: [{ tenant: place.tenant, role, ...(unitId !== undefined && { unitId }) }],
  });
  const numbered = (base: string, index: number): string => (index === 0 ? base : `${base}-${index + 1}`);
  const handling = units.filter((unit) => unit.kind !== 'congress');
  const committees = units.filter((unit) => unit.kind === 'congress');
  return [
    ...deputiesOf(place, person),
    ...OFFICE_PEOPLE.flatMap(([role, login, posts]) =>
      posts.map((post, index) => person(role, numbered(login, index), post)),
    ),
    ...(place.level === 'city' ? [person('city-congress', 'city', '代表工委联络处处长')] : []),
    ...place.towns.map((_town, index) =>
      inDelegation(
        person('delegation-clerk', numbered('delegation', index), `${delegation(index)}工作人员`),
        delegation(index),
      ),
    ),
    ...committees.map((unit, index) =>
      person('committee', numbered('committee', index), unit.headTitle, unit.unitId),
    ),
    // The first unit's people carry the short logins: they are the demo accounts of their roles.
    ...handling.flatMap((unit, index) =>
      UNIT_PEOPLE.map(([role, login]) => {
        const post = role === 'unit-head' ? unit.headTitle : role === 'unit-liaison' ? '联络员' : '承办人';
        return person(role, index === 0 ? login : `${login}-${unit.code}`, post, unit.unitId);
      }),
    ),
  ];
}

/** The person's id, the same for every seed, so that tests and drivers can name it. */
export function personId(tenant: string, loginName: string): string {
  return stableId('demo-city', tenant, 'person', loginName);
}

function deputiesOf(
  place: Place,
  person: (role: Role, loginName: string, post: string) => DemoPerson,
): DemoPerson[] {
  return Array.from({ length: DEPUTIES[place.level] }, (_unused, index) => {
    const team = delegation(index % place.towns.length);
    const login = index === 0 ? 'deputy' : `deputy-${index + 1}`;
    const made = inDelegation(person('deputy', login, `${team}代表`), team);
    const citySeat = place.parent !== undefined && index % CITY_SEAT_EVERY === CITY_SEAT_EVERY - 1;
    const [first] = made.memberships;
    return {
      ...made,
      memberships: citySeat ? [first, { tenant: place.parent, role: 'deputy' }] : [first],
      deputy: { delegation: team, cardNumber: `${place.areaCode}-${String(index + 1).padStart(4, '0')}` },
    };
  });
}

function inDelegation(person: DemoPerson, team: string): DemoPerson {
  const [first, ...others] = person.memberships;
  return { ...person, memberships: [{ ...first, delegation: team }, ...others] };
}

function delegation(index: number): string {
  return `第${chineseNumber(index + 1)}代表团`;
}
