import type { Role } from '@huiyin/kernel/actor';

/** Whom a fact concerns. */
export type Recipient =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'role'; readonly role: Role; readonly unitId?: string }
  | { readonly kind: 'lead-deputy' }
  /** 政府办, where it is the office of this unit; else nobody. */
  | { readonly kind: 'government-office-of'; readonly unitId: string };

export type Payload = Readonly<Record<string, unknown>>;

export const LEAD_DEPUTY: Recipient = { kind: 'lead-deputy' };
export const DESK: Recipient = { kind: 'role', role: 'congress-desk' };
export const COUNCIL: Recipient = { kind: 'role', role: 'council' };

export function textOf(payload: Payload, field: string): string {
  const value = payload[field];
  return typeof value === 'string' ? value : '';
}

export function idsOf(payload: Payload, field: string): string[] {
  const value = payload[field];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}

export function peopleOf(payload: Payload, field: string): Recipient[] {
  return idsOf(payload, field).map((personId) => ({ kind: 'person', personId }));
}

/** The person a field names; nobody where it names none. */
export function personOf(payload: Payload, field: string): Recipient[] {
  const personId = textOf(payload, field);
  return personId === '' ? [] : [{ kind: 'person', personId }];
}

/** Whoever has a role in the unit the fact is about; nobody where it is about none. */
function ofUnit(role: Role): (payload: Payload) => Recipient[] {
  return (payload) => {
    const unitId = textOf(payload, 'unitId');
    return unitId === '' ? [] : [{ kind: 'role', role, unitId }];
  };
}

export const liaisonOf = ofUnit('unit-liaison');
export const clerkOf = ofUnit('unit-clerk');
export const headOf = ofUnit('unit-head');

/** Whoever speaks for a committee that a field names. */
export function committeesOf(payload: Payload, field: string): Recipient[] {
  return [...idsOf(payload, field), textOf(payload, field)]
    .filter((unitId) => unitId !== '')
    .map((unitId) => ({ kind: 'role', role: 'committee', unitId }));
}

/** Units that an event's clocks, started by it, have to do something. */
export function unitsTimed(payload: Payload): string[] {
  const clocks = Array.isArray(payload['clocks']) ? (payload['clocks'] as readonly Payload[]) : [];
  const timed = clocks.filter(({ op }) => op === 'CLOCK_OP_START');
  return [...new Set(timed.map((clock) => textOf(clock, 'unitId')).filter((unitId) => unitId !== ''))];
}

/** A copy for 政府办, where the unit is one of its own. */
export function governmentOfficeOf(payload: Payload): Recipient {
  return { kind: 'government-office-of', unitId: textOf(payload, 'unitId') };
}

export function officeOf(payload: Payload): Recipient {
  return officeNamed(textOf(payload, 'decidingOffice'));
}

export function officeNamed(office: string): Recipient {
  return office === 'government-office' ? { kind: 'role', role: 'government-office' } : DESK;
}

/** Everybody who speaks or works for a unit. */
export function unitPeople(of: { readonly unitId: string }): Recipient[] {
  return [...liaisonOf(of), ...clerkOf(of), ...headOf(of)];
}

/** Who owes the step whose colour changed, besides the desk, which sees all, and the unit. */
export function ownerOf(fact: Payload): readonly Recipient[] {
  switch (textOf(fact, 'owner')) {
    case 'office':
      return [officeOf(fact)];
    case 'deputy':
      return personOf(fact, 'personId');
    case 'committee':
      return committeesOf(fact, 'overseerIds');
    default:
      return [];
  }
}

/** The desk where nobody is named. */
export function orDesk(recipients: readonly Recipient[]): readonly Recipient[] {
  return recipients.length === 0 ? [DESK] : recipients;
}
