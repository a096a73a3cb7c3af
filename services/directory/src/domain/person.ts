import type { Role } from '@huiyin/kernel/actor';
import type { LocalDate } from '@huiyin/kernel/local-date';
import { reject } from '@huiyin/kernel/rejection';
import { malformed, type DirectoryRejection } from './rejections.ts';

/** One role of a person in one tenant, for unit roles in one unit. */
export interface Membership {
  readonly role: Role;
  /** Empty for roles outside units. */
  readonly unitId: string;
  readonly active: boolean;
  /** 所属代表团 of a deputy, or the one that a clerk of a delegation serves; empty for none. */
  readonly delegation: string;
}

/** A person as one tenant sees them. Names, phones and card numbers never leave directory in an event. */
export interface Person {
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
  /** 代表证号码 of the mandate in this tenant; empty for none. */
  readonly cardNumber: string;
  /** Those of this tenant. */
  readonly memberships: readonly Membership[];
  /** Holds a role in another tenant too. */
  readonly elsewhere: boolean;
}

const MAX_NAME_CHARACTERS = 40;
const MAX_MEMBERSHIPS = 20;
const PHONE = /^[0-9+ -]{0,20}$/;
const CARD_NUMBER = /^[0-9A-Za-z-]{0,30}$/;
const MAX_DELEGATION_CHARACTERS = 40;
const DELEGATION_ROLES: readonly Role[] = ['deputy', 'delegation-clerk'];
const UNIT_ROLES: readonly Role[] = ['unit-head', 'unit-liaison', 'unit-clerk'];

/**
 * What a person is to become in a tenant. Memberships not wanted any more stay as inactive ones, because facts name
 * them. A person who serves in several tenants is renamed by the platform only: no tenant changes another's people.
 */
export function savePerson(
  before: Person | undefined,
  wanted: Omit<Person, 'elsewhere'>,
  by: { readonly isPlatform: boolean },
): Person | DirectoryRejection {
  const refused = refuseWords(wanted) ?? refuseMemberships(wanted.memberships);
  if (refused !== undefined) return refused;
  if (before?.elsewhere === true && !by.isPlatform && before.name !== wanted.name) {
    return reject('forbidden', 'person-of-other-tenants', '此人同时在其他地区任职，姓名由平台管理员修改', {
      field: 'name',
    });
  }
  const gone = (before?.memberships ?? []).filter(
    (old) => !wanted.memberships.some((kept) => isSame(kept, old)),
  );
  return {
    ...wanted,
    memberships: [...wanted.memberships, ...gone.map((old) => ({ ...old, active: false }))].toSorted(byRole),
    elsewhere: before?.elsewhere ?? false,
  };
}

/** 代表法61–63: every deputy membership of this tenant ends. */
export function endMandate(
  person: Person | undefined,
  ended: { readonly onDate: LocalDate; readonly today: LocalDate; readonly reason: string },
): Person | DirectoryRejection {
  if (person === undefined) return reject('not-found', 'person-unknown', '没有这个人');
  if (!person.memberships.some(isMandate)) {
    return reject('wrong-state', 'no-mandate', '此人没有在任的代表资格');
  }
  if (ended.reason === '') return reject('invalid', 'reason-missing', '请写明终止原因', { field: 'reason' });
  if (ended.onDate > ended.today) {
    return reject('invalid', 'date-in-the-future', '终止日期不能晚于今天', { field: 'onDate' });
  }
  const memberships = person.memberships.map((one) => (isMandate(one) ? { ...one, active: false } : one));
  return { ...person, memberships };
}

/** True when both say the same about a person, in this tenant's eyes. */
export function isSamePerson(before: Person | undefined, after: Person): boolean {
  if (before === undefined) return false;
  return (
    before.name === after.name &&
    before.phone === after.phone &&
    before.cardNumber === after.cardNumber &&
    wordsOf(before.memberships) === wordsOf(after.memberships)
  );
}

function refuseWords(wanted: Pick<Person, 'name' | 'phone' | 'cardNumber'>): DirectoryRejection | undefined {
  if (wanted.name === '' || wanted.name.length > MAX_NAME_CHARACTERS) return malformed('name', '请填写姓名');
  if (!CARD_NUMBER.test(wanted.cardNumber)) return malformed('cardNumber', '代表证号码格式不正确');
  return PHONE.test(wanted.phone) ? undefined : malformed('phone', '电话格式不正确');
}

function refuseMemberships(memberships: readonly Membership[]): DirectoryRejection | undefined {
  if (memberships.length > MAX_MEMBERSHIPS) {
    return reject('invalid', 'memberships-too-many', `身份不能超过${MAX_MEMBERSHIPS}个`, {
      field: 'memberships',
    });
  }
  if (memberships.some(({ role }) => role === 'former-deputy')) {
    return malformed('memberships', '原代表身份随代表资格终止产生，不能直接设置');
  }
  const homeless = memberships.some(({ role, unitId }) => UNIT_ROLES.includes(role) && unitId === '');
  if (homeless) {
    return reject('invalid', 'unit-missing', '承办单位人员须填写所在单位', { field: 'memberships' });
  }
  const astray = refuseDelegations(memberships);
  if (astray !== undefined) return astray;
  const twice = memberships.some(
    (one, index) => memberships.findIndex((other) => isSame(one, other)) !== index,
  );
  if (twice) return reject('invalid', 'membership-twice', '同一身份重复', { field: 'memberships' });
  return undefined;
}

/** A clerk of a delegation serves one; of the others only deputies belong to one. */
function refuseDelegations(memberships: readonly Membership[]): DirectoryRejection | undefined {
  const field = 'memberships';
  if (memberships.some(({ delegation }) => delegation.length > MAX_DELEGATION_CHARACTERS)) {
    return malformed(field, `代表团名称不能超过${MAX_DELEGATION_CHARACTERS}个字`);
  }
  if (memberships.some(({ role, delegation }) => delegation !== '' && !DELEGATION_ROLES.includes(role))) {
    return reject('invalid', 'delegation-of-nobody', '只有代表和代表团工作人员有所属代表团', { field });
  }
  const homeless = memberships.some(
    ({ role, active, delegation }) => role === 'delegation-clerk' && active && delegation === '',
  );
  return homeless
    ? reject('invalid', 'delegation-missing', '代表团工作人员须填写所属代表团', { field })
    : undefined;
}

/** Order of memberships and of their fields does not matter. */
function wordsOf(memberships: readonly Membership[]): string {
  return JSON.stringify(
    memberships
      .toSorted(byRole)
      .map(({ role, unitId, active, delegation }) => [role, unitId, active, delegation]),
  );
}

function isMandate(membership: Membership): boolean {
  return membership.role === 'deputy' && membership.active;
}

function isSame(one: Membership, other: Membership): boolean {
  return one.role === other.role && one.unitId === other.unitId;
}

function byRole(one: Membership, other: Membership): number {
  const [a, b] = [`${one.role} ${one.unitId}`, `${other.role} ${other.unitId}`];
  return a < b ? -1 : a > b ? 1 : 0;
}
