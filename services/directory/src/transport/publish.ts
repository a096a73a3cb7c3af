import { assertNever } from '@huiyin/kernel/assert-never';
import type { NewEvent } from '@huiyin/kernel/event';
import type { DirectoryEvent } from '../domain/events.ts';

/** Encodes a fact as its message's JSON. */
export function publish(fact: DirectoryEvent): NewEvent {
  const { type } = fact;
  if (type === 'mandate-ended') return { type, payload: payloadOf(fact), reason: fact.reason };
  return { type, payload: payloadOf(fact) };
}

function payloadOf(fact: DirectoryEvent): NewEvent['payload'] {
  switch (fact.type) {
    case 'tenant-configured':
      return { ...fact.tenant };
    case 'unit-changed': {
      const { unitId, name, kind, active, decidingOffice, oversees } = fact.unit;
      return { unitId, name, kind, active, decidingOffice, oversees };
    }
    case 'unit-succeeded': {
      const { unitId, successorUnitId, onDate } = fact;
      return { unitId, successorUnitId, onDate };
    }
    case 'person-changed': {
      const { personId, memberships } = fact;
      return {
        personId,
        memberships: memberships.map(({ role, unitId, active, delegation }) => ({
          role,
          unitId,
          active,
          delegation,
        })),
      };
    }
    case 'mandate-ended': {
      const { personId, onDate, reason } = fact;
      return { personId, onDate, reason };
    }
    case 'account-changed': {
      const { personId, accountId } = fact;
      return { personId, accountId };
    }
    case 'congress-session-changed':
      return { ...fact.session, cutOffAt: fact.session.cutOffAt.toISOString() };
    case 'rule-pack-activated':
      return { ...fact.pack };
    case 'calendar-imported': {
      const { version, knownUntil, days } = fact.calendar;
      return { version, knownUntil, days: days.map(({ date, off, name }) => ({ date, off, name })) };
    }
    case 'clock-advanced':
      return { now: fact.now.toISOString() };
    default:
      return assertNever(fact);
  }
}
