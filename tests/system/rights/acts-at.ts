import { actsOn, unsavedReplies } from './acts.ts';
import type { Question } from './questions.ts';
import type { QuickJourney } from './quick-journey.ts';

/** The acts that are asked while a case is where they belong; a word with `*` for any ending. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  draft: ['PATCH', 'POST /suggestions/{id}/cosigners', ':submit', ':request-pre-review'],
  cosigning: ['PATCH', 'DELETE', '/cosigners/me:confirm', ':submit'],
  'pre-review': ['POST /pre-reviews/{id}:answer', ':submit'],
  'returned-to-deputy': ['PATCH', ':submit'],
  submitted: [':register', ':return', ':decline', ':merge', ':convert', ':withdraw'],
  converted: [':convert', ':register'],
  'not-admitted': [':confirm-notice'],
  registered: [':take-lead', ':classify', ':mark-key', ':move-rules', ':assign', ':merge', ':withdraw'],
  'between-sessions': [':register', ':classify', ':assign', ':merge', 'POST /assignments/{id}:acknowledge'],
  classified: [':classify', ':assign', ':mark-key'],
  assigned: [':acknowledge', ':request-return', ':reassign', ':assign', 'POST /task-forces', ':withdraw'],
  'return-requested': ['POST /return-requests/{id}:decide', ':reassign', ':acknowledge'],
  'in-progress': [
    ...['/replies', '/replies:read-draft', '/replies:issue', ':report-difficulty', 'POST /coordinations'],
    ...['/co-opinions:draft', '/work-packages', 'POST /work-packages/{id}:amend'],
    'POST /work-packages/{id}:complete',
    ...['/plan', '/contacts', '/extensions', '/co-opinions', 'POST /meetings'],
    ...[':name-confidant', '/meetings:record-no-response', '/meetings:waive-on-site', ':close'],
    ...['POST /urges', 'POST /supervision-letters', 'POST /talks', 'POST /supervision-letters/{id}:answer'],
    ...['POST /talks/{id}:hold', 'POST /talks/{id}:check', '/clocks/{id}:override', '/clocks/{id}:confirm'],
  ],
  parallel: ['/replies', '/replies:read-draft', ':acknowledge', ':assign', ':report-difficulty'],
  confidential: [
    ...[
      ':name-confidant',
      '/replies',
      '/replies:read-draft',
      '/plan',
      '/plan:amend',
      'POST /extensions/{id}:decide',
    ],
    ...[
      '/meetings/{id}:confirm',
      '/meetings/{id}:record',
      '/meetings/{id}:decline',
      '/meetings/{id}:check-in',
      '/meetings/{id}:note-attendance',
      '/check-in-code',
    ],
  ],
  replied: [
    ...['/evaluations', '/evaluations:give-opinion', '/replies/{id}:deliver', '/situation-changes'],
    ...['/replies/{id}:record-face-to-face', '/replies/{id}:answer-face-to-face', '/replies/{id}:supplement'],
  ],
  'left-office': ['/evaluations', '/evaluations:give-opinion', '/replies/{id}:answer-face-to-face'],
  rehandling: ['/contacts', '/replies', ':order-rehandling', ':waive-rehandling'],
  escalated: [':decide-escalation', ':order-rehandling', ':waive-rehandling', '/evaluations'],
  'follow-up': ['/promises/{id}*', '/rectifications/{id}*', '/replies/{id}:supplement'],
  closed: ['POST /cases/{id}:seal'],
};

/** Questions that change nothing, at the stages where a unit writes. */
const WRITING = ['in-progress', 'confidential', 'parallel'];

/**
 * The acts to be asked of a case at a stage, over a version that it does not have: rights are checked first, so that who
 * may act is told 412, who may not 403 or 404, and the case stays where it is.
 */
export function actsAt(stage: string, journey: QuickJourney): readonly Question[] {
  const asked = ASKED[stage] ?? [];
  const acts = actsOn(journey).filter(({ action }) => asked.some((name) => isNamed(action, name)));
  const unsaved = WRITING.includes(stage) ? unsavedReplies(journey) : [];
  return [...acts.map((act) => ({ ...act, isStale: true as const })), ...unsaved];
}

/** A name begins with a method, or is how the action ends. */
function isNamed(action: string, name: string): boolean {
  if (name.endsWith('*')) return action.includes(name.slice(0, -1));
  return /^[A-Z]/.test(name) ? action === name || action.startsWith(`${name} `) : action.endsWith(name);
}
