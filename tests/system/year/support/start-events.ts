import { START_EVENTS, type StartEvent } from '@huiyin/calendar/start-event';
import { localDateOf } from '@huiyin/kernel/local-date';
import type { Fact } from './city.ts';

/** The facts that an event of the vocabulary stands for, each with the field of its day; '' is the day it was decided. */
type Witnesses = Readonly<Record<string, string>>;

/** Every name the vocabulary has, but the two of directory's and of supervision's own days. */
const WITNESSES: Readonly<Record<Exclude<StartEvent, 'session_close' | 'feedback_due'>, Witnesses>> = {
  request: {
    'pre-review-requested': '',
    'assignment-return-requested': '',
    'coordination-requested': '',
    'extension-requested': '',
  },
  submission: { 'suggestion-submitted': '' },
  registration: { 'suggestion-registered': '' },
  assignment: { 'assignment-made': 'assignedOn' },
  receipt: { 'assignment-acknowledged': 'receiptOn' },
  second_invitation: { 'meeting-invited': '' },
  dual_confirmation: { 'dual-confirmation-completed': 'completedOn' },
  sending_back: { 'co-opinion-sent-back': '' },
  reply_due: { 'clock-missed': 'dueDate' },
  change: { 'situation-changed': 'changedOn' },
  reply_issued: { 'reply-issued': '' },
  reply_delivered: { 'reply-delivered': 'deliveredOn' },
  evaluation: { 'suggestion-evaluated': '' },
  evaluated: { 'suggestion-evaluated': '' },
  rehandling_order: { 'rehandling-ordered': '' },
  rectification_order: { 'rectification-ordered': '' },
  rectification_report: { 'rectification-submitted': '' },
  last_report: { 'promise-progressed': '' },
  closed: { 'suggestion-closed': '' },
  letter: { 'supervision-letter-sent': '' },
  talk_notice: { 'talk-called': '' },
  not_admitted: { 'suggestion-declined': '' },
  motion_conversion: { 'suggestion-converted': 'decidedOn' },
  reassignment: { 'assignment-reassigned': '' },
  capped_reassignment: { 'assignment-reassigned': '' },
  deemed_receipt: { 'assignment-acknowledged': 'receiptOn' },
  no_response_record: { 'dual-confirmation-completed': 'completedOn' },
  key_mark: { 'suggestion-marked-key': '' },
  reclassification: { 'suggestion-classified': '' },
  face_to_face_signature: { 'face-to-face-signed': '' },
  face_to_face_record: { 'face-to-face-recorded': '' },
  feedback_request: { 'feedback-asked': '' },
  task_force: { 'task-force-formed': '' },
  task_force_meeting: { 'task-force-met': 'heldOn' },
  work_package: { 'task-force-formed': '', 'work-package-added': '' },
  work_package_amendment: { 'work-package-amended': '' },
  escalation: { 'suggestion-escalated': '' },
  promise: { 'promise-opened': '' },
  rectification_rejection: { 'rectification-rejected': '' },
  look_back_order: { 'look-back-required': '' },
};

/** The name in the vocabulary of what an explanation prints; undefined for words that are none of it. */
export function startEventNamed(chinese: string): StartEvent | undefined {
  const names = Object.keys(START_EVENTS) as StartEvent[];
  return names.find((name) => START_EVENTS[name] === chinese);
}

/** Whether the event happened in the case on the day. `sessions`: the days on which congress sessions closed. */
export function happened(
  event: StartEvent,
  on: string,
  in_: {
    readonly timeline: readonly Fact[];
    readonly sessions: readonly string[];
    readonly dues: readonly string[];
  },
): boolean {
  if (event === 'session_close') return in_.sessions.includes(on);
  if (event === 'feedback_due') return in_.dues.includes(on);
  const witnesses = WITNESSES[event];
  return in_.timeline.some(
    (fact) => fact.type in witnesses && dayOf(fact, witnesses[fact.type] ?? '') === on,
  );
}

function dayOf(fact: Fact, field: string): string {
  const day = field === '' ? undefined : fact.facts[field];
  return typeof day === 'string' && day !== '' ? day : localDateOf(new Date(fact.occurredAt));
}
