import type { Action } from './actions.ts';

/**
 * What outlives a deputy's mandate (SH19, domain.md §2.9): to read, confirm, judge and evaluate the suggestions this
 * person signed while in office, and to sign their withdrawal, which needs every signer (SH10). Nothing new is drafted,
 * signed or submitted.
 */
const AFTER_MANDATE: ReadonlySet<Action> = new Set<Action>([
  'intake.confirm-decline-notice',
  'intake.withdraw',
  'assignment.read-case',
  'assignment.read-share',
  'assignment.read-plan',
  'assignment.read-author',
  'assignment.read-analysis',
  'assignment.answer-face-to-face',
  'meeting.confirm',
  'meeting.judge-look-back',
  'meeting.read',
  'evaluation.evaluate',
  'evaluation.give-cosigner-opinion',
  'evaluation.judge-promise',
  'evaluation.accept-rectification',
  'evaluation.reject-rectification',
  'evaluation.read-follow-up',
  'evaluation.read-evaluation',
  'supervision.read-case',
  'archive.read-draft',
  'archive.read-case',
  'archive.read-text',
  'archive.read-author',
  'archive.read-analysis',
  'archive.read-contact-records',
  'archive.read-evaluation',
  'archive.read-colours',
]);

/** Whether a deputy's right in own suggestions is also a former deputy's. */
export function outlivesMandate(action: Action): boolean {
  return AFTER_MANDATE.has(action);
}
