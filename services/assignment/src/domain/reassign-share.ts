import { addDays, type LocalDate } from '@huiyin/kernel/local-date';

import { inactiveUnit, madeEvent, type UnitToAssign } from './assign-suggestion.ts';
import {
  cancelClock,
  lastDay,
  sameClock,
  type Circumstances,
  type ClockFact,
  type ClockFrom,
} from './clock-fact.ts';
import type { Decision } from './events.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { shareClocksCancelled } from './return-assignment.ts';
import { shareInCourse } from './share-guards.ts';
import type { Share } from './share.ts';
import { activeShares, type SuggestionCase } from './suggestion-case.ts';
import { packagesPassed } from './work-package.ts';

/** Where a tenant lets 改办 reset the statutory clock, the due date moves by at most this (domain §2.4). */
const MOST_WORKDAYS_GAINED = 10;

export interface Reassign {
  readonly assignmentId: string;
  readonly newAssignmentId: string;
  readonly unit: UnitToAssign;
  readonly reason: string;
}

/**
 * 改办 (T12): a share handed back, or one that a coordination gave to another unit, goes to a new unit. The statutory
 * clock keeps the day of the first 交办 (domain §2.4); receipt and first meeting start anew.
 */
export function decideReassignment(
  suggestion: SuggestionCase,
  command: Reassign,
  under: Circumstances,
): Decision | AssignmentRejection {
  const share = shareInCourse(suggestion, command.assignmentId);
  if ('rejected' in share) return share;
  const refusal = refusalOf(suggestion, share, command);
  if (refusal !== undefined) return refusal;
  const toMake = { id: command.newAssignmentId, role: share.role, unit: command.unit };
  const made = madeEvent(suggestion, toMake, {
    under,
    clockFrom: statutoryFrom(suggestion, share, under),
    replaces: share.id,
    wishReason: '',
    alsoClocks: [
      ...shareClocksCancelled(suggestion, share, under),
      ...returnNotDecided(share, under),
      ...packagesPassed(suggestion, { fromUnitId: share.unitId, unitId: command.unit.unitId }, under),
    ],
  });
  return [
    {
      type: 'assignment-reassigned',
      payload: {
        suggestionId: suggestion.id,
        fromAssignmentId: share.id,
        assignmentId: command.newAssignmentId,
        fromUnitId: share.unitId,
        unitId: command.unit.unitId,
      },
      reason: command.reason,
    },
    made,
  ];
}

function refusalOf(
  suggestion: SuggestionCase,
  share: Share,
  command: Reassign,
): AssignmentRejection | undefined {
  const { unitId, active } = command.unit;
  const named = unitNamedByCoordination(suggestion, share);
  const movable = share.status.name === 'returned' || (named !== undefined && isWithUnit(share));
  if (!movable) return refuse('wrong-state', 'not-returned', '只有已退办或经协调改由他单位承办的件才能改办');
  if (command.reason.trim() === '') {
    return refuse('invalid', 'decision-reason-missing', '请写明改办理由', { field: 'reason' });
  }
  if (unitId === share.unitId) return refuse('invalid', 'same-unit', '不能改办给原单位', { field: 'unitId' });
  if (named !== undefined && named !== unitId) {
    return refuse('wrong-state', 'coordination-names-other-unit', '协调已确定由其他单位承办', {
      detail: { unitId: named },
    });
  }
  if (!active) return inactiveUnit(unitId);
  return activeShares(suggestion).some((other) => other.unitId === unitId)
    ? refuse('wrong-state', 'unit-already-assigned', '该单位已承办此建议', { detail: { unitId } })
    : undefined;
}

/** A coordination may move a share whose return nobody has decided: no decision is owed any more. */
function returnNotDecided({ status }: Share, under: Circumstances): readonly ClockFact[] {
  if (status.name !== 'return-requested') return [];
  return [cancelClock({ kind: 'return_decision', subject: status.request.id, round: 1 }, under.today)];
}

/** The other unit to which a closed coordination about this share gave it. */
function unitNamedByCoordination(suggestion: SuggestionCase, share: Share): string | undefined {
  const { coordination } = suggestion;
  if (coordination.state !== 'closed' || coordination.assignmentId !== share.id) return undefined;
  return coordination.responsibleUnitId === share.unitId ? undefined : coordination.responsibleUnitId;
}

function isWithUnit(share: Share): boolean {
  const { name } = share.status;
  return (
    name === 'pending' || name === 'acknowledged' || name === 'return-requested' || name === 'in-handling'
  );
}

/** From when the statutory clock counts for the new unit. */
function statutoryFrom(suggestion: SuggestionCase, share: Share, under: Circumstances): ClockFrom {
  const startDate = statutoryStart(share, under);
  if (startDate === share.clockStartOn) {
    const running = suggestion.openClocks.find((clock) =>
      sameClock(clock, { kind: 'reply', subject: share.id, round: 1 }),
    );
    return { startDate, startEvent: running?.startEvent ?? 'assignment' };
  }
  return { startDate, startEvent: startDate === under.today ? 'reassignment' : 'capped_reassignment' };
}

/** The first day of 交办; or, where the rule pack resets it, today or the last day that gains no more than allowed. */
function statutoryStart(share: Share, under: Circumstances): LocalDate {
  if (!under.pack.params.reassign_resets_clock) return share.clockStartOn;
  const { reply } = under.pack.rules;
  const cap = under.calendar.addWorkdays(lastDay(share.clockStartOn, reply, under), MOST_WORKDAYS_GAINED);
  let start = under.today;
  while (start > share.clockStartOn && lastDay(start, reply, under) > cap) start = addDays(start, -1);
  return start;
}
