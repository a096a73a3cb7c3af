import type { AttachmentCode } from '@huiyin/kernel/checked-file';
import { reject, type Rejection, type RejectionKind } from '@huiyin/kernel/rejection';

const ATTACHMENT_MESSAGES = {
  'attachment-unknown': '没有找到这个附件，请由本单位重新上传',
  'attachment-hash-differs': '附件的内容与提交时的校验值不符，请重新上传',
  'attachment-not-clean': '附件还没有通过检查，请稍后再试',
  'attachment-expired': '附件上传后太久没有使用，请重新上传',
} as const satisfies Record<AttachmentCode, string>;

/** A file that the evidence may not name. */
export function attachmentRefused(code: AttachmentCode, attachmentId: string): AssignmentRejection {
  return refuse('invalid', code, ATTACHMENT_MESSAGES[code], {
    field: 'evidence',
    detail: { attachmentId },
  });
}

/** Every reason for which assignment refuses. Stable; clients and tests rely on them. */
export type AssignmentRejectionCode =
  // who and what
  | 'not-permitted'
  | 'suggestion-unknown'
  | 'assignment-unknown'
  | 'document-too-large'
  | 'return-request-unknown'
  | 'co-opinion-unknown'
  | 'extension-unknown'
  | 'coordination-unknown'
  | 'reply-unknown'
  | 'fact-not-yet-known'
  | 'malformed-field'
  | AttachmentCode
  // the case
  | 'case-merged'
  | 'case-ended'
  | 'case-closed'
  | 'case-sealed'
  | 'case-not-handled-yet'
  // classification
  | 'score-out-of-range'
  | 'score-reason-missing'
  | 'expected-units-missing'
  | 'override-reason-missing'
  | 'reclassification-reason-missing'
  // key mark
  | 'already-key'
  | 'key-decision-missing'
  | 'key-decision-before-registration'
  | 'key-criteria-missing'
  | 'key-supervisor-not-of-council'
  | 'key-body-not-committee'
  | 'day-in-future'
  // rule pack
  | 'rule-pack-unknown'
  | 'rules-unchanged'
  // assignment
  | 'wish-reason-missing'
  | 'not-classified'
  | 'already-assigned'
  | 'lead-or-parallel'
  | 'parallel-needs-two'
  | 'co-needs-lead'
  | 'unit-twice'
  | 'unit-inactive'
  | 'unit-already-assigned'
  // receipt and return
  | 'not-a-handling-share'
  | 'not-pending'
  | 'not-acknowledged'
  | 'return-grounds-missing'
  | 'proposed-unit-missing'
  | 'return-not-possible'
  | 'return-window-over'
  | 'return-already-requested'
  | 'return-not-requested'
  | 'decision-reason-missing'
  | 'not-returned'
  | 'same-unit'
  | 'coordination-names-other-unit'
  // plan
  | 'plan-already-filed'
  | 'plan-not-filed'
  | 'plan-incomplete'
  | 'plan-deadline-past'
  | 'five-ones-incomplete'
  | 'amendment-reason-missing'
  // contact
  | 'contact-before-assignment'
  | 'contact-summary-missing'
  | 'contacts-limit'
  | 'attempt-not-face-to-face'
  | 'face-to-face-not-tried'
  // co-opinion
  | 'not-a-co-share'
  | 'co-opinion-empty'
  | 'co-opinion-facts-missing'
  | 'co-opinion-class-missing'
  | 'co-opinion-commitment-missing'
  | 'co-opinion-already-given'
  | 'co-opinion-not-open'
  | 'co-opinion-sent-back-once'
  // task force
  | 'task-force-not-needed'
  | 'task-force-exists'
  | 'task-force-foreign-unit'
  | 'task-force-convener-unknown'
  | 'task-force-leader-missing'
  | 'task-force-missing'
  | 'task-force-unknown'
  | 'work-packages-limit'
  | 'work-package-unknown'
  | 'work-package-task-missing'
  | 'work-package-due-past'
  | 'work-package-due-far'
  | 'work-package-summary-missing'
  | 'work-package-done'
  // extension
  | 'extension-first-round-only'
  | 'extension-needs-contact'
  | 'extension-too-late'
  | 'extension-already-asked'
  | 'extension-grounds-missing'
  | 'extension-not-requested'
  // difficulty and coordination
  | 'difficulty-words-missing'
  | 'difficulty-open'
  | 'difficulty-not-open'
  | 'coordination-open'
  | 'coordination-not-open'
  | 'coordination-grounds-missing'
  // reply
  | 'share-owes-no-reply'
  | 'not-in-handling'
  | 'plan-missing'
  | 'contact-missing'
  | 'reply-draft-missing'
  | 'author-not-confidential'
  | 'confidant-outside-unit'
  | 'confidant-unchanged'
  | 'confidant-reason-missing'
  | 'reply-draft-changed'
  | 'reply-class-missing'
  | 'class-a-evidence-missing'
  | 'class-b-promise-missing'
  | 'class-c-condition-missing'
  | 'class-d-legal-basis-missing'
  | 'promise-invalid'
  | 'demand-unanswered'
  | 'co-opinion-not-judged'
  | 'co-opinion-not-stated'
  | 'co-opinion-awaited'
  | 'co-opinion-absence-unexplained'
  | 'letter-number-missing'
  | 'reply-not-issued'
  | 'deputy-not-owed'
  | 'already-delivered'
  | 'delivered-before-issued'
  | 'face-to-face-incomplete'
  | 'face-to-face-not-waiting'
  | 'face-to-face-denied'
  | 'face-to-face-denial-unexplained'
  | 'supplement-reason-missing'
  | 'reply-not-delivered'
  | 'situation-change-open'
  | 'situation-change-missing'
  | 'change-before-reply';

export type AssignmentRejection = Rejection<AssignmentRejectionCode>;

/** Makes a rejection of this service's closed union. */
export function refuse(
  kind: RejectionKind,
  code: AssignmentRejectionCode,
  message: string,
  more: { field?: string; detail?: Record<string, string | number | boolean> } = {},
): AssignmentRejection {
  return reject(kind, code, message, more);
}

/** A foreign fact has not arrived: the caller's shell asks its owner once and decides again (decisions 3). */
export function factMissing(
  message: string,
  from: { readonly owner: string; readonly stream: string; readonly fact: string },
): AssignmentRejection {
  return refuse('not-yet-known', 'fact-not-yet-known', message, { detail: { ...from } });
}
