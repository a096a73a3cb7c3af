import { isRejection } from '@huiyin/kernel/rejection';
import { factMissing, type AssignmentRejection } from '../domain/rejections.ts';
import { suggestionUnknown } from '../domain/rights.ts';

const REGISTRATION = 'suggestion-registered';

/** A case that intake registered a moment ago may not have been heard of yet: intake is asked once. */
export function caseNotHeardOf(suggestionId: string): AssignmentRejection {
  return factMissing('没有找到这件建议', { owner: 'intake', stream: suggestionId, fact: REGISTRATION });
}

/** What is answered after intake was asked: what it has not registered does not exist here. */
export function unlessUnregistered<Answer>(answer: Answer): Answer | AssignmentRejection {
  const unknown = isRejection(answer) && answer.detail?.['fact'] === REGISTRATION;
  return unknown ? suggestionUnknown() : answer;
}
