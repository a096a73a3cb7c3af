import type { LocalDate } from '@huiyin/kernel/local-date';

import type { Circumstances } from './clock-fact.ts';
import type { Decision } from './events.ts';
import { isFaceToFace, type ContactOutcome } from './face-to-face.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { shareInCourse } from './share-guards.ts';
import { isActive } from './share.ts';
import type { SuggestionCase } from './suggestion-case.ts';

/** 沟通方式 */
export const CONTACT_FORMS = ['visit', 'telephone', 'letter', 'seminar'] as const;

type ContactForm = (typeof CONTACT_FORMS)[number];

/** No unit talks to a deputy more often about one suggestion; more is a mistake of a client. */
const MOST_CONTACTS = 500;

export interface RecordContact {
  readonly assignmentId: string;
  readonly contactId: string;
  readonly form: ContactForm;
  readonly onDate: LocalDate;
  /** What was talked about; for an attempt, why it failed. */
  readonly summary: string;
  readonly outcome: ContactOutcome;
}

/**
 * 沟通记录 (代表法51: contact the deputy and listen), or an attempt at a face-to-face talk that the deputy declined or
 * that failed, with its reason (SD20). Counts for the present round.
 */
export function decideContact(
  suggestion: SuggestionCase,
  command: RecordContact,
  under: Circumstances,
): Decision | AssignmentRejection {
  const share = shareInCourse(suggestion, command.assignmentId);
  if ('rejected' in share) return share;
  if (!isActive(share) || share.role === 'reference') {
    return refuse('wrong-state', 'not-a-handling-share', '只有正在承办的单位可以记录沟通');
  }
  if (command.onDate > under.today) {
    return refuse('invalid', 'day-in-future', '沟通日期不能晚于今天', { field: 'onDate' });
  }
  if (command.onDate < share.assignedOn) {
    return refuse('invalid', 'contact-before-assignment', '沟通日期不能早于交办日期', { field: 'onDate' });
  }
  if (command.summary.trim() === '') {
    return refuse('invalid', 'contact-summary-missing', '请写明沟通内容', { field: 'summary' });
  }
  if (command.outcome !== 'talked' && !isFaceToFace(command.form)) {
    return refuse('invalid', 'attempt-not-face-to-face', '只有走访、座谈才记“未能当面沟通”', {
      field: 'outcome',
    });
  }
  if (share.contacts.total + (share.contacts.attempts ?? 0) >= MOST_CONTACTS) {
    return refuse('wrong-state', 'contacts-limit', '沟通记录已达上限', { detail: { limit: MOST_CONTACTS } });
  }
  const { contactId, form, onDate, summary, outcome } = command;
  return [
    {
      type: 'contact-recorded',
      payload: {
        suggestionId: suggestion.id,
        assignmentId: share.id,
        contactId,
        form,
        onDate,
        round: share.round,
        summary,
        outcome,
      },
    },
  ];
}
