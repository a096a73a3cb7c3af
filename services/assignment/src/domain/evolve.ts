import { assertNever } from '@huiyin/kernel/assert-never';

import { applyClockFacts } from './clock-fact.ts';
import type { AssignmentEvent, SuggestionClassified } from './events.ts';
import { evolveShares } from './evolve-shares.ts';
import { underMovedRules } from './move-rules.ts';
import { isActive, type Share } from './share.ts';
import type { SuggestionCase } from './suggestion-case.ts';
import { taskForceAfter } from './task-force-after.ts';

/** The case after one of its own events. Total: every event of the union has its effect here. */
export function evolve(suggestion: SuggestionCase, event: AssignmentEvent): SuggestionCase {
  const taskForce = taskForceAfter(suggestion, event);
  const changed = evolveCase(evolveShares({ ...suggestion, taskForce }, event), event);
  if (event.type === 'rules-moved') return underMovedRules(changed, event.payload);
  return { ...changed, openClocks: applyClockFacts(changed.openClocks, event.payload.clocks ?? []) };
}

function evolveCase(suggestion: SuggestionCase, event: AssignmentEvent): SuggestionCase {
  switch (event.type) {
    case 'suggestion-classified':
      return { ...suggestion, classification: classificationOf(event.payload) };
    case 'suggestion-marked-key': {
      const { decisionNumber, decidedOn, criteria, proposedBy, ...who } = event.payload;
      const { supervisorId, supervisingUnitId } = who;
      const grounds = { criteria, proposedBy, supervisorId, supervisingUnitId };
      return { ...suggestion, keyMark: { marked: true, decisionNumber, decidedOn, grounds } };
    }
    case 'assignment-made':
      return { ...suggestion, phase: { name: 'handling' } };
    case 'assignment-returned':
      return { ...suggestion, returnsGranted: suggestion.returnsGranted + 1 };
    case 'coordination-requested':
    case 'coordination-meeting-held':
    case 'coordination-closed':
      return { ...suggestion, coordination: coordinationAfter(suggestion, event) };
    case 'case-ended':
      return { ...suggestion, ...endedBy(suggestion, event) };
    case 'assignment-acknowledged':
    case 'assignment-accepted':
    case 'assignment-return-requested':
    case 'assignment-return-refused':
    case 'assignment-reassigned':
    case 'assignment-succeeded':
    case 'task-force-formed':
    case 'work-package-added':
    case 'work-package-amended':
    case 'work-package-completed':
    case 'task-force-met':
    case 'task-force-dissolved':
    case 'co-opinion-drafted':
    case 'rules-moved':
    case 'plan-requested':
    case 'plan-filed':
    case 'contact-recorded':
    case 'co-opinion-given':
    case 'co-opinion-sent-back':
    case 'co-opinion-accepted':
    case 'extension-requested':
    case 'extension-granted':
    case 'extension-refused':
    case 'difficulty-reported':
    case 'reply-drafted':
    case 'reply-draft-files-changed':
    case 'reply-draft-read':
    case 'confidant-named':
    case 'reply-issued':
    case 'reply-delivered':
    case 'face-to-face-recorded':
    case 'face-to-face-signed':
    case 'face-to-face-denied':
    case 'feedback-asked':
    case 'situation-changed':
    case 'situation-change-superseded':
    case 'reply-supplemented':
    case 'handling-closed':
    case 'withdrawal-refused':
      return suggestion;
    default:
      return assertNever(event);
  }
}

function classificationOf(fact: SuggestionClassified['payload']): SuggestionCase['classification'] {
  return {
    state: 'classified',
    handlingType: fact.handlingType,
    proposedType: fact.proposedType,
    scores: {
      scope: { points: fact.scope, reason: fact.scopeReason },
      difficulty: { points: fact.difficulty, reason: fact.difficultyReason },
      urgency: { points: fact.urgency, reason: fact.urgencyReason },
    },
    expectedUnits: fact.expectedUnits,
    overrideReason: fact.overrideReason,
    keyProposed: fact.keyProposed,
    on: fact.classifiedOn,
  };
}

function coordinationAfter(
  suggestion: SuggestionCase,
  event: Extract<AssignmentEvent, { type: `coordination-${string}` }>,
): SuggestionCase['coordination'] {
  if (event.type === 'coordination-requested') {
    const { coordinationId: id, assignmentId, requestedByUnitId, decidingOffice, grounds } = event.payload;
    return { state: 'open', id, assignmentId, requestedByUnitId, decidingOffice, grounds, metOn: '' };
  }
  const { coordination } = suggestion;
  if (coordination.state !== 'open') return coordination;
  if (event.type === 'coordination-meeting-held') return { ...coordination, metOn: event.payload.heldOn };
  const { id, assignmentId, requestedByUnitId, decidingOffice, grounds } = coordination;
  const { decision, responsibleUnitId } = event.payload;
  return {
    state: 'closed',
    id,
    assignmentId,
    requestedByUnitId,
    decidingOffice,
    grounds,
    decision,
    responsibleUnitId,
  };
}

/** Merging keeps its phase, which intake's fact has set; a withdrawal ends the case. */
function endedBy(
  suggestion: SuggestionCase,
  event: Extract<AssignmentEvent, { type: 'case-ended' }>,
): Pick<SuggestionCase, 'phase' | 'shares'> {
  const ended = (share: Share): Share => (isActive(share) ? { ...share, status: { name: 'ended' } } : share);
  return {
    phase: event.payload.cause === 'merged' ? suggestion.phase : { name: 'ended', on: event.payload.endedOn },
    shares: suggestion.shares.map(ended),
  };
}
