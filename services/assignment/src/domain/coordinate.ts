import type { LocalDate } from '@huiyin/kernel/local-date';

import { cancelClock, meetClock, sameClock, startClock, type Circumstances } from './clock-fact.ts';
import type { AssignmentEvent, Decision } from './events.ts';
import { acceptedEvent } from './receipt.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { overRefusal, shareInCourse } from './share-guards.ts';
import { isActive, type Share } from './share.ts';
import { shareOf, type SuggestionCase } from './suggestion-case.ts';

export interface RequestCoordination {
  readonly assignmentId: string;
  readonly coordinationId: string;
  readonly grounds: string;
}

/** A handler who disagrees asks the deciding office to coordinate (SD21, T16). One at a time. */
export function decideCoordinationRequest(
  suggestion: SuggestionCase,
  command: RequestCoordination,
  under: Circumstances,
): Decision | AssignmentRejection {
  const share = shareInCourse(suggestion, command.assignmentId);
  if ('rejected' in share) return share;
  if (!isActive(share) || share.role === 'reference') {
    return refuse('wrong-state', 'not-a-handling-share', '只有正在承办的单位可以申请协调');
  }
  if (suggestion.coordination.state === 'open') {
    return refuse('wrong-state', 'coordination-open', '该建议正在协调，请等待结果');
  }
  if (command.grounds.trim() === '') {
    return refuse('invalid', 'coordination-grounds-missing', '请写明分歧事由', { field: 'grounds' });
  }
  const { coordinationId: id, grounds } = command;
  return [coordinationRequestedEvent(suggestion, share, { id, grounds, under })];
}

export function coordinationRequestedEvent(
  suggestion: SuggestionCase,
  share: Share,
  of: { readonly id: string; readonly grounds: string; readonly under: Circumstances },
): AssignmentEvent {
  const from = { startDate: of.under.today, startEvent: 'request', under: of.under } as const;
  const owner = { owner: 'office' } as const;
  return {
    type: 'coordination-requested',
    payload: {
      suggestionId: suggestion.id,
      coordinationId: of.id,
      assignmentId: share.id,
      requestedByUnitId: share.unitId,
      decidingOffice: share.decidingOffice,
      grounds: of.grounds,
      clocks: [
        startClock({ kind: 'coordination_meeting', subject: of.id, round: 1 }, owner, from),
        startClock({ kind: 'coordination_result', subject: of.id, round: 1 }, owner, from),
      ],
    },
    reason: of.grounds,
  };
}

/** Meeting's fact: the coordination took place; its result is still due. Nothing when none is open. */
export function decideCoordinationMet(
  suggestion: SuggestionCase,
  held: { readonly meetingId: string; readonly on: LocalDate },
): Decision {
  const { coordination } = suggestion;
  if (coordination.state !== 'open' || coordination.metOn !== '') return [];
  return [
    {
      type: 'coordination-meeting-held',
      payload: {
        suggestionId: suggestion.id,
        coordinationId: coordination.id,
        meetingId: held.meetingId,
        heldOn: held.on,
        clocks: [meetClock({ kind: 'coordination_meeting', subject: coordination.id, round: 1 }, held.on)],
      },
    },
  ];
}

export interface CloseCoordination {
  readonly coordinationId: string;
  readonly decision: string;
  readonly responsibleUnitId: string;
}

/** The office's result names the responsible unit: the unit that asked is bound, or the share is reassigned to it. */
export function decideCoordinationResult(
  suggestion: SuggestionCase,
  command: CloseCoordination,
  under: Circumstances,
): Decision | AssignmentRejection {
  const over = overRefusal(suggestion);
  if (over !== undefined) return over;
  const { coordination } = suggestion;
  if (coordination.state !== 'open' || coordination.id !== command.coordinationId) {
    return refuse('wrong-state', 'coordination-not-open', '该协调已结束');
  }
  if (command.decision.trim() === '') {
    return refuse('invalid', 'decision-reason-missing', '请写明协调结果', { field: 'decision' });
  }
  const meeting = { kind: 'coordination_meeting', subject: coordination.id, round: 1 } as const;
  const notMet = suggestion.openClocks.some((clock) => sameClock(clock, meeting));
  const { coordinationId, decision, responsibleUnitId } = command;
  const closed: AssignmentEvent = {
    type: 'coordination-closed',
    payload: {
      suggestionId: suggestion.id,
      coordinationId,
      decision,
      responsibleUnitId,
      clocks: [
        // Settled without a meeting: none is owed any more.
        ...(notMet ? [cancelClock(meeting, under.today)] : []),
        meetClock({ kind: 'coordination_result', subject: coordination.id, round: 1 }, under.today),
      ],
    },
  };
  const share = shareOf(suggestion, coordination.assignmentId);
  const bound = share?.status.name === 'acknowledged' && share.unitId === responsibleUnitId;
  return bound ? [closed, acceptedEvent(suggestion, share, { on: under.today, under })] : [closed];
}
