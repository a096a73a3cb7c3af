import type { StartEvent } from '@huiyin/calendar/start-event';
import type { NewEvent } from '@huiyin/kernel/event';
import { publish as publishOfAssignment } from '../../services/assignment/src/transport/publish.ts';
import { publish as publishOfIntake } from '../../services/intake/src/transport/publish.ts';
import { clockNobodyToldOf } from './told.ts';
import type { Entry } from './world.ts';

/** Facts whose law wants a reason beside them: what is refused, sent back, undone or changed on the way. */
const NEED_REASON = new Set([
  ...['suggestion-returned', 'suggestion-declined', 'suggestion-merged', 'suggestion-absorbed'],
  ...['withdrawal-signed', 'withdrawal-requested'],
  ...[
    'assignment-return-requested',
    'assignment-returned',
    'assignment-return-refused',
    'assignment-reassigned',
  ],
  ...['extension-requested', 'extension-granted', 'extension-refused', 'co-opinion-sent-back', 'rules-moved'],
  ...['coordination-requested', 'situation-changed', 'reply-supplemented', 'withdrawal-refused'],
  ...['assignment-succeeded', 'work-package-amended', 'difficulty-reported'],
]);

/**
 * No. 4: who, when and, where the law wants it, why; time never goes back, a clock says what started it, and whoever owes
 * what it times is told.
 */
export function brokenInHistory(history: readonly Entry[], from: number): string | undefined {
  for (let index = from; index < history.length; index += 1) {
    const entry = history[index];
    if (entry === undefined) continue;
    if (entry.by === '') return `${entry.about}: nobody did entry ${index}`;
    if (index > 0 && entry.on < (history[index - 1]?.on ?? entry.on))
      return `entry ${index} goes back in time`;
    if (entry.service === 'inbox') continue;
    const { type } = entry.event;
    if (NEED_REASON.has(type) && (onRecord(entry).reason ?? '').trim() === '') return `${type} has no reason`;
    const unsaid = clockWithoutItsStart(entry) ?? clockNobodyToldOf(entry.service, onRecord(entry));
    if (unsaid !== undefined) return unsaid;
  }
  return undefined;
}

/** The event as it stands in the event table. */
function onRecord(entry: Exclude<Entry, { service: 'inbox' }>): NewEvent {
  if (entry.service === 'assignment') return publishOfAssignment(entry.event);
  return publishOfIntake(entry.about, entry.event);
}

/** M15: what a clock counts from is what the event that starts it says happened, or what it tells of. */
const STARTS: Readonly<Record<string, readonly StartEvent[]>> = {
  'pre-review-requested': ['request'],
  'suggestion-submitted': ['submission'],
  'suggestion-converted': ['motion_conversion'],
  'suggestion-declined': ['not_admitted'],
  'suggestion-registered': ['session_close', 'registration'],
  'suggestion-classified': ['reclassification', 'session_close'],
  'suggestion-marked-key': ['key_mark'],
  'assignment-made': ['assignment', 'reassignment'],
  'assignment-acknowledged': ['receipt', 'deemed_receipt'],
  'assignment-return-requested': ['request'],
  // The office owes the reply now, from the day that counted before.
  'assignment-returned': ['assignment', 'reassignment'],
  'coordination-requested': ['request'],
  'extension-requested': ['request'],
  'plan-requested': ['dual_confirmation', 'no_response_record'],
  'co-opinion-sent-back': ['sending_back'],
  'task-force-formed': ['task_force', 'work_package'],
  'task-force-met': ['task_force_meeting'],
  'work-package-added': ['work_package'],
  'work-package-amended': ['work_package_amendment'],
  'situation-changed': ['change'],
  'reply-delivered': ['reply_delivered', 'face_to_face_signature', 'face_to_face_record'],
  'feedback-asked': ['feedback_request'],
};

function clockWithoutItsStart(entry: Exclude<Entry, { service: 'inbox' }>): string | undefined {
  const { type } = entry.event;
  for (const clock of clocksOf(entry)) {
    if (clock.op !== 'start') continue;
    const { startEvent, kind } = clock;
    if (startEvent === undefined || STARTS[type]?.includes(startEvent) !== true)
      return `${type} starts ${kind} by ${startEvent ?? 'nothing'}`;
  }
  return undefined;
}

type Clock = { readonly op: string; readonly kind: string; readonly startEvent?: StartEvent };

function clocksOf(entry: Exclude<Entry, { service: 'inbox' }>): readonly Clock[] {
  if (entry.service === 'assignment') return entry.event.payload.clocks ?? [];
  return 'clocks' in entry.event ? entry.event.clocks : [];
}
