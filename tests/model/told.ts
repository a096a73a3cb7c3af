import type { NewEvent } from '@huiyin/kernel/event';
import { announce } from '../../services/notification/src/domain/announcement.ts';
import type { Recipient } from '../../services/notification/src/domain/recipients.ts';
import { clockKind } from '../../services/supervision/src/domain/clock-kind.ts';

/** Who owes a step, as a clock fact says it on the wire. */
interface Owed {
  readonly kind: string;
  readonly owner: string;
  readonly unitId?: string;
}

/**
 * Facts by which a party sets a clock for itself: who did it knows. Everybody else who owes something by a clock is told
 * of it by the fact that starts it.
 */
const OWN_ACTS: Readonly<Record<string, readonly string[]>> = {
  // 代表工委 admits, declines, classifies, converts a motion, and keeps the task force's papers.
  'intake/suggestion-registered': ['desk'],
  'intake/suggestion-declined': ['desk'],
  'intake/suggestion-converted': ['desk'],
  'assignment/suggestion-classified': ['desk'],
  'assignment/task-force-formed': ['desk'],
  'assignment/task-force-met': ['desk'],
  'supervision/talk-held': ['desk'],
  // The unit signs for it, promises, and reports on what it promised.
  'assignment/assignment-acknowledged': ['unit'],
  'evaluation/promise-opened': ['unit'],
  'evaluation/promise-progressed': ['unit'],
};

/** What a fact fails to say to whoever owes something by a clock it starts; undefined when all are told. */
export function clockNobodyToldOf(service: string, { type, payload }: NewEvent): string | undefined {
  const clocks = Array.isArray(payload['clocks']) ? (payload['clocks'] as readonly StartedClock[]) : [];
  const untold = clocks.find(
    (clock) => clock.op === 'CLOCK_OP_START' && !isTold(service, type, payload, clock),
  );
  return untold && `${service}/${type} starts ${untold.kind} and does not tell the ${untold.owner}`;
}

type StartedClock = Owed & { readonly op: string };

function isTold(service: string, type: string, payload: Record<string, unknown>, owed: Owed): boolean {
  // A right is nobody's duty: letting it pass is no delay.
  if (clockKind(owed.kind).group === 'right' && owed.owner !== 'deputy') return true;
  // What is deemed done was done by nobody.
  const isOwn = payload['deemed'] !== true && OWN_ACTS[`${service}/${type}`]?.includes(owed.owner) === true;
  if (isOwn) return true;
  return (announce(service, type, payload)?.to ?? []).some((recipient) => reaches(recipient, owed));
}

function reaches(recipient: Recipient, { owner, unitId = '' }: Owed): boolean {
  switch (owner) {
    case 'unit':
      return recipient.kind === 'role' && recipient.role.startsWith('unit-') && recipient.unitId === unitId;
    case 'desk':
      return recipient.kind === 'role' && recipient.role === 'congress-desk';
    // Of one or the other office, as the fact says whose matter it is.
    case 'office':
      return recipient.kind === 'role' && ['government-office', 'congress-desk'].includes(recipient.role);
    case 'committee':
      return recipient.kind === 'role' && recipient.role === 'committee';
    case 'deputy':
      return recipient.kind === 'person' || recipient.kind === 'lead-deputy';
    default:
      return false;
  }
}
