import {
  cancelClock,
  meetClock,
  sameClock,
  startClock,
  type Circumstances,
  type ClockFact,
} from './clock-fact.ts';
import { inactiveUnit, type UnitToAssign } from './assign-suggestion.ts';
import { coordinationRequestedEvent } from './coordinate.ts';
import type { AssignmentEvent, Decision } from './events.ts';
import { keyPlanSubject } from './evolve-shares.ts';
import { acknowledgedEvent, receiptNow, returnWindowEnd } from './receipt.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { shareInCourse } from './share-guards.ts';
import { replyClock, type Receipt, type Share } from './share.ts';
import { supplementClock } from './situation-change.ts';
import type { SuggestionCase } from './suggestion-case.ts';

export interface RequestReturn {
  readonly assignmentId: string;
  /** Id of the request, or of the coordination that takes its place. */
  readonly newId: string;
  readonly grounds: string;
  /** 三定规定 or another rule by which the duty is not this unit's. */
  readonly legalBasis: string;
  /** Absent when none was named. */
  readonly proposedUnit: Pick<UnitToAssign, 'unitId' | 'active'> | undefined;
  /** The head who signs the request. */
  readonly signedBy: string;
}

/**
 * 申退 (SD12, T11), signed by the unit's head: from pending and from acknowledged, within the days from receipt; asking
 * from pending is receipt.
 * The unit stays accountable meanwhile. When the granted returns of the suggestion are used up, the matter goes to
 * coordination instead (T12).
 */
export function decideReturnRequest(
  suggestion: SuggestionCase,
  command: RequestReturn,
  under: Circumstances,
): Decision | AssignmentRejection {
  const share = shareInCourse(suggestion, command.assignmentId);
  if ('rejected' in share) return share;
  const proposedUnitId = unitProposed(share, command);
  if (typeof proposedUnitId !== 'string') return proposedUnitId;
  const receipt = receiptForReturn(share, under);
  if ('rejected' in receipt) return receipt;
  if (under.today > returnWindowEnd(share, receipt, under)) {
    return refuse('wrong-state', 'return-window-over', '申退期限已过，请依法办理；有分歧可申请协调');
  }
  const received: Decision =
    share.status.name === 'pending' ? [acknowledgedEvent(suggestion, share, { receipt, under })] : [];
  if (suggestion.returnsGranted < under.pack.params.return_max) {
    return [...received, requestedEvent(suggestion, share, { command, proposedUnitId, under })];
  }
  if (suggestion.coordination.state === 'open') {
    return refuse('wrong-state', 'coordination-open', '该建议正在协调，请等待结果');
  }
  const coordination = { id: command.newId, grounds: command.grounds };
  return [...received, coordinationRequestedEvent(suggestion, share, { ...coordination, under })];
}

/** The three things a request states (T11): why, by which rule, and whose duty it is instead. */
function unitProposed(share: Share, command: RequestReturn): string | AssignmentRejection {
  const { grounds, legalBasis, proposedUnit } = command;
  if (grounds.trim() === '' || legalBasis.trim() === '') {
    const field = grounds.trim() === '' ? 'grounds' : 'legalBasis';
    return refuse('invalid', 'return-grounds-missing', '申退须写明理由和职责依据', { field });
  }
  if (proposedUnit === undefined) {
    return refuse('invalid', 'proposed-unit-missing', '申退须写明建议改由哪个单位承办', {
      field: 'proposedUnitId',
    });
  }
  const { unitId, active } = proposedUnit;
  if (unitId === share.unitId) {
    return refuse('invalid', 'same-unit', '建议承办单位不能是本单位', { field: 'proposedUnitId' });
  }
  return active ? unitId : inactiveUnit(unitId);
}

function receiptForReturn(share: Share, under: Circumstances): Receipt | AssignmentRejection {
  switch (share.status.name) {
    case 'pending':
      return receiptNow(share, under);
    case 'acknowledged':
      return share.status.receipt;
    case 'return-requested':
      return refuse('wrong-state', 'return-already-requested', '已提出申退，请等待决定');
    case 'in-handling':
    case 'replied':
      return refuse('wrong-state', 'return-not-possible', '已进入办理，不能再申退；有分歧可申请协调');
    case 'returned':
    case 'replaced':
    case 'ended':
    case 'for-reference':
      return refuse('wrong-state', 'return-not-possible', '该件不在本单位办理，无需申退');
  }
}

function requestedEvent(
  suggestion: SuggestionCase,
  share: Share,
  of: { readonly command: RequestReturn; readonly proposedUnitId: string; readonly under: Circumstances },
): AssignmentEvent {
  const { command, proposedUnitId, under } = of;
  return {
    type: 'assignment-return-requested',
    payload: {
      suggestionId: suggestion.id,
      assignmentId: share.id,
      returnRequestId: command.newId,
      unitId: share.unitId,
      grounds: command.grounds,
      legalBasis: command.legalBasis,
      proposedUnitId,
      signedBy: command.signedBy,
      decidingOffice: share.decidingOffice,
      requestedOn: under.today,
      clocks: [
        cancelClock({ kind: 'deemed_accepted', subject: share.id, round: 1 }, under.today),
        startClock(
          { kind: 'return_decision', subject: command.newId, round: 1 },
          { owner: 'office' },
          { startDate: under.today, startEvent: 'request', under },
        ),
      ],
    },
    reason: command.grounds,
  };
}

export interface DecideReturn {
  readonly returnRequestId: string;
  readonly grant: boolean;
  readonly reason: string;
}

/**
 * The deciding office's answer (T12). Granted: the office is accountable until it reassigns. Refused: the unit must
 * handle it (QD19) and cannot ask again.
 */
export function decideReturn(
  suggestion: SuggestionCase,
  command: DecideReturn,
  under: Circumstances,
): Decision | AssignmentRejection {
  const share = shareWithRequest(suggestion, command.returnRequestId);
  if (share === undefined) {
    return refuse('wrong-state', 'return-not-requested', '该申退已有决定或已终止');
  }
  const inCourse = shareInCourse(suggestion, share.id);
  if ('rejected' in inCourse) return inCourse;
  if (command.reason.trim() === '') {
    return refuse('invalid', 'decision-reason-missing', '请写明决定理由', { field: 'reason' });
  }
  const decided = meetClock(
    { kind: 'return_decision', subject: command.returnRequestId, round: 1 },
    under.today,
  );
  const ids = {
    suggestionId: suggestion.id,
    assignmentId: share.id,
    returnRequestId: command.returnRequestId,
    unitId: share.unitId,
  };
  const { reason } = command;
  if (!command.grant) {
    return [{ type: 'assignment-return-refused', payload: { ...ids, clocks: [decided] }, reason }];
  }
  const clocks = [
    decided,
    ...shareClocksCancelled(suggestion, share, under),
    ...replyOwedByOffice(suggestion, share, under),
  ];
  const { decidingOffice } = share;
  return [
    {
      type: 'assignment-returned',
      payload: { ...ids, decidingOffice, returnedOn: under.today, clocks },
      reason,
    },
  ];
}

/** The law's term runs on while no unit has the share: the office answers for it until 改办 (domain §2.4). */
function replyOwedByOffice(
  suggestion: SuggestionCase,
  share: Share,
  under: Circumstances,
): readonly ClockFact[] {
  const running = suggestion.openClocks.find((clock) => sameClock(clock, replyClock(share)));
  if (running === undefined) return [];
  const owner = share.decidingOffice === 'government-office' ? 'office' : 'desk';
  return [{ op: 'start', ...running, rulePackVersion: under.packVersion, owner, unitId: '', personId: '' }];
}

export function shareWithRequest(suggestion: SuggestionCase, requestId: string): Share | undefined {
  return suggestion.shares.find(
    ({ status }) => status.name === 'return-requested' && status.request.id === requestId,
  );
}

/** Everything that still runs for a share that leaves its unit. */
export function shareClocksCancelled(
  suggestion: SuggestionCase,
  share: Share,
  under: Circumstances,
): readonly ClockFact[] {
  const subjects = new Set([share.id, keyPlanSubject(share.id)]);
  const { situationChange: change } = share;
  const running = suggestion.openClocks.filter(
    (clock) =>
      subjects.has(clock.subject) ||
      (change !== undefined && sameClock(clock, supplementClock(share, change))),
  );
  const extension = share.extension.state === 'requested' ? [share.extension.id] : [];
  return [
    ...running.map((clock) => cancelClock(clock, under.today)),
    ...extension.map((subject) =>
      cancelClock({ kind: 'extension_decision', subject, round: 1 }, under.today),
    ),
  ];
}
