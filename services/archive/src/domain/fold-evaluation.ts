import type { CaseFile, ShareFile } from './case-file.ts';
import { count, text, type Fact } from './fact.ts';

/** What evaluation's facts change in a file. */
export function foldEvaluation(file: CaseFile, fact: Fact, on: string): void {
  const share = file.shares[text(fact, 'assignmentId')];
  const promise = file.promises[text(fact, 'promiseId')];
  switch (fact.type) {
    case 'suggestion-evaluated':
    case 'suggestion-lapsed':
      takeEvaluation(file, fact, on);
      break;
    case 'rehandling-ordered': {
      file.rehandlingRound = Math.max(file.rehandlingRound, count(fact, 'round'));
      file.allDelivered = false;
      if (share !== undefined) {
        beginRound(share, count(fact, 'round'));
        passDissatisfaction(file, text(fact, 'assignmentId'), share.unitId);
      }
      break;
    }
    case 'rehandling-waived':
      if (share !== undefined) share.leftUnsatisfied = true;
      break;
    case 'suggestion-escalated':
      if (share !== undefined)
        share.escalation = text(fact, 'stage') === 'council' ? 'council' : 'joint-study';
      break;
    case 'escalation-decided': {
      const leftUnsatisfied = text(fact, 'decision') === 'close-unsatisfied';
      if (share !== undefined)
        Object.assign(share, { leftUnsatisfied, escalation: leftUnsatisfied ? '' : 'referred' });
      break;
    }
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
  const settled = { escalation: '', leftUnsatisfied: false } as const;
  Object.assign(share, { state: 'in-handling', round, ...anew, ...settled });
}

/** Until then 代表工委 had to act on the 不满意; now the unit has to answer anew. */
function passDissatisfaction(file: CaseFile, assignmentId: string, unitId: string): void {
  for (const clock of Object.values(file.clocks)) {
    if (clock.kind !== 'dissatisfaction' || clock.subject !== assignmentId || clock.state !== 'open')
      continue;
    Object.assign(clock, { owner: 'unit', unitId });
  }
}

function takeEvaluation(file: CaseFile, fact: Fact, on: string): void {
  const lapsed = fact.type === 'suggestion-lapsed';
  const share = file.shares[text(fact, 'assignmentId')];
  // What was decided before another deputy was 不满意 too was not about that.
  if (share?.round === count(fact, 'round') && isDissatisfied(fact)) share.leftUnsatisfied = false;
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

function isDissatisfied(fact: Fact): boolean {
  return [text(fact, 'attitude'), text(fact, 'result')].includes('dissatisfied');
}

function setRectification(file: CaseFile, fact: Fact, state: 'open' | 'submitted' | 'accepted'): void {
  const rectification = file.rectifications[text(fact, 'rectificationId')];
  if (rectification !== undefined) rectification.state = state;
}
