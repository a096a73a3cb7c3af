import type { CaseFile, ShareFile } from './case-file.ts';
import { count, text, type Fact } from './fact.ts';

/** What evaluation's facts change in a file. */
export function foldEvaluation(file: CaseFile, fact: Fact, on: string): void {
  const promise = file.promises[text(fact, 'promiseId')];
  switch (fact.type) {
    case 'suggestion-evaluated':
    case 'suggestion-lapsed':
      takeEvaluation(file, fact, on);
      break;
    case 'rehandling-ordered': {
      file.rehandlingRound = Math.max(file.rehandlingRound, count(fact, 'round'));
      file.allDelivered = false;
      file.escalation = '';
      const share = file.shares[text(fact, 'assignmentId')];
      if (share !== undefined) beginRound(share, count(fact, 'round'));
      break;
    }
    case 'suggestion-escalated':
      file.escalation = text(fact, 'stage') === 'council' ? 'council' : 'joint-study';
      break;
    case 'escalation-decided':
      file.escalation = text(fact, 'decision') === 'close-unsatisfied' ? '' : 'referred';
      break;
    case 'follow-up-begun':
      file.followUp = true;
      break;
    case 'promise-opened':
      file.promises[text(fact, 'promiseId')] = {
        text: text(fact, 'text'),
        dueOn: text(fact, 'dueOn'),
        unitId: text(fact, 'unitId'),
        state: 'open',
      };
      break;
    case 'promise-kept':
      if (promise !== undefined) promise.state = 'kept';
      break;
    case 'promise-broken':
      if (promise !== undefined) promise.state = 'broken';
      break;
    case 'rectification-ordered':
      file.rectifications[text(fact, 'rectificationId')] = { unitId: text(fact, 'unitId'), state: 'open' };
      break;
    case 'rectification-submitted':
      setRectification(file, fact, 'submitted');
      break;
    case 'rectification-rejected':
      setRectification(file, fact, 'open');
      break;
    case 'rectification-accepted':
      setRectification(file, fact, 'accepted');
      break;
    case 'suggestion-closed':
      file.closedOn = text(fact, 'closedOn') || on;
      file.closedOutcome = text(fact, 'outcome');
      break;
    case 'suggestion-reopened':
      file.closedOn = '';
      break;
    default:
      break;
  }
}

/** Each round hears the deputy again and has its own reply (T22). */
function beginRound(share: ShareFile, round: number): void {
  const anew = { contactsInRound: 0, faceToFaceTried: false, replyDrafted: false, supplementOwed: false };
  Object.assign(share, { state: 'in-handling', round, ...anew });
}

function takeEvaluation(file: CaseFile, fact: Fact, on: string): void {
  const lapsed = fact.type === 'suggestion-lapsed';
  file.evaluations[lapsed ? fact.eventId : text(fact, 'evaluationId')] = {
    assignmentId: text(fact, 'assignmentId'),
    signedSuggestionId: text(fact, 'signedSuggestionId'),
    round: count(fact, 'round'),
    attitude: text(fact, 'attitude'),
    result: text(fact, 'result'),
    reasons: text(fact, 'reasons'),
    evaluatedOn: text(fact, 'evaluatedOn') || on,
    lapsed,
  };
}

function setRectification(file: CaseFile, fact: Fact, state: 'open' | 'submitted' | 'accepted'): void {
  const rectification = file.rectifications[text(fact, 'rectificationId')];
  if (rectification !== undefined) rectification.state = state;
}
