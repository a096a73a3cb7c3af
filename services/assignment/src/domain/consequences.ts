import { decideCoordinationMet } from './coordinate.ts';
import type { Circumstances } from './clock-fact.ts';
import {
  decideEndAfterClosing,
  decideEndAfterMerge,
  decideEndAfterWithdrawal,
  decideWithdrawal,
} from './end-case.ts';
import type { Decision } from './events.ts';
import { decideAskingOfLead } from './follow-lead.ts';
import type { ForeignFact } from './foreign-facts.ts';
import { decideDeemedAcceptance, decideDeemedReceipt } from './receipt.ts';
import { decidePlanRequest } from './request-plan.ts';
import { decideChangeByPromise, decideChangeSuperseded } from './situation-change.ts';
import type { SuggestionCase } from './suggestion-case.ts';
import { decideTaskForceMet } from './task-force.ts';

/** What assignment decides because of another service's fact, once the fact is part of the case. */
export function consequences(suggestion: SuggestionCase, fact: ForeignFact, under: Circumstances): Decision {
  switch (fact.type) {
    case 'merged':
      return decideEndAfterMerge(suggestion, under);
    case 'left-road':
      return decideEndAfterWithdrawal(suggestion, under);
    case 'withdrawal-requested':
      return decideWithdrawal(suggestion, under);
    case 'dual-confirmation-completed':
      return decidePlanRequest(suggestion, fact.assignmentId, under);
    case 'receipt-missed':
      return decideDeemedReceipt(suggestion, { shareId: fact.assignmentId, lastDay: fact.lastDay }, under);
    case 'return-window-ended':
      return decideDeemedAcceptance(suggestion, { shareId: fact.assignmentId, lastDay: fact.lastDay }, under);
    case 'coordination-met':
      return decideCoordinationMet(suggestion, fact);
    case 'task-force-met':
      return decideTaskForceMet(suggestion, fact, under);
    case 'lead-passed':
      return decideAskingOfLead(suggestion, under);
    case 'closed':
      return decideEndAfterClosing(suggestion, under);
    case 'round-ordered':
      return decideChangeSuperseded(suggestion, fact.assignmentId, under);
    case 'promise-judged':
      return decideChangeByPromise(suggestion, fact, under);
    case 'absorbed':
    case 'on-site-held':
    case 'on-site-waived':
    case 'feedback-ended':
    case 'sealed':
    case 'reopened':
      return [];
  }
}
