import type { CaseFile, ShareFile } from './case-file.ts';
import { sharesEscalated, sharesToRehandle, supplementOwed } from './in-course.ts';
import { handlingShares, lookBackOf, owedEvaluations, stageOf } from './stage.ts';

/**
 * 现在轮到: exactly one party; kind `none` once nobody has to act any more. Who answers for the case meanwhile is
 * assignment's to say (decisions 2): a unit stays accountable for a reply that waits for the deputy's evaluation.
 */
export interface NextAct {
  readonly kind: 'deputy' | 'desk' | 'office' | 'unit' | 'committee' | 'council' | 'none';
  readonly id: string;
  readonly act: string;
  readonly assignmentId: string;
}

const nobody: NextAct = { kind: 'none', id: '', act: '', assignmentId: '' };
const desk = (act: string, assignmentId = ''): NextAct => ({ kind: 'desk', id: '', act, assignmentId });

/** Whose turn it is, with the act that waits for them. */
export function nextAct(file: CaseFile): NextAct {
  const lead = (act: string): NextAct => ({ kind: 'deputy', id: file.leadDeputyId, act, assignmentId: '' });
  switch (stageOf(file)) {
    case 'draft':
    case 'cosigning':
      return lead('finish-draft');
    case 'pre-review':
      return lead('await-pre-review');
    case 'returned-to-deputy':
      return lead('correct');
    case 'submitted':
      return desk(file.awaitsConversion === true ? 'convert' : 'register');
    case 'converted':
      return desk('register');
    case 'registered':
      return desk('classify');
    case 'reviewed':
      return desk('assign');
    case 'assigned':
    case 'in-progress':
    case 'rehandling':
      return rehandlingAct(file) ?? handlingAct(file);
    case 'replied':
      return rehandlingAct(file) ?? evaluationAct(file);
    case 'evaluated':
      return (
        rehandlingAct(file) ??
        supplementAct(file) ??
        desk(lookBackOf(file).state === 'required' ? 'look-back' : 'close')
      );
    case 'follow-up':
      return rehandlingAct(file) ?? supplementAct(file) ?? followUpAct(file, lead);
    case 'escalated':
      return escalatedAct(file);
    case 'closed':
      return supplementAct(file) ?? desk('seal');
    case 'archived':
    case 'withdrawn':
    case 'merged':
      return nobody;
    case 'not-admitted':
      return file.declineNoticeConfirmed ? nobody : desk('confirm-decline-notice');
  }
}

function handlingAct(file: CaseFile): NextAct {
  const waiting = Object.entries(file.shares).filter(
    ([id, share]) => (share.role === 'lead' || share.role === 'parallel') && !isDone(file, id, share),
  );
  const [id, share] = waiting[0] ?? Object.entries(file.shares)[0] ?? [];
  if (id === undefined || share === undefined) return desk('assign');
  if (share.state === 'returned') return officeAct(id, share, 'reassign');
  if (share.state === 'return-requested') return officeAct(id, share, 'decide-return');
  return { kind: 'unit', id: share.unitId, act: shareAct(file, id, share), assignmentId: id };
}

function officeAct(assignmentId: string, share: ShareFile, act: string): NextAct {
  return { kind: share.decidingOffice === 'congress-desk' ? 'desk' : 'office', id: '', act, assignmentId };
}

/** S13: 代表工委 brings about the joint study (T23) and what follows a referral; the 主任会议 decides in between. */
function escalatedAct(file: CaseFile): NextAct {
  const [assignmentId = ''] = sharesEscalated(file, file.escalation);
  switch (file.escalation) {
    case 'council':
      return { kind: 'council', id: '', act: 'decide-escalation', assignmentId };
    case 'referred':
      return desk('order-rehandling', assignmentId);
    case 'joint-study':
    case '':
      return desk('joint-study', assignmentId);
  }
}

/** T22: 代表工委 decides on a 不满意 before anything else happens to the case. */
function rehandlingAct(file: CaseFile): NextAct | undefined {
  const [assignmentId] = sharesToRehandle(file);
  return assignmentId === undefined ? undefined : desk('order-rehandling', assignmentId);
}

/** Each lead deputy evaluates for the suggestion he signed: the case's own first, then those of merged children. */
function evaluationAct(file: CaseFile): NextAct {
  const [owed] = owedEvaluations(file);
  return {
    kind: 'deputy',
    id: owed?.deputyId ?? '',
    act: 'evaluate',
    assignmentId: owed?.assignmentId ?? '',
  };
}

/** Before it the deputy evaluates, and after it the file is sealed with it (T32). */
function supplementAct(file: CaseFile): NextAct | undefined {
  const [assignmentId, share] = supplementOwed(file) ?? [];
  if (assignmentId === undefined || share === undefined) return undefined;
  return { kind: 'unit', id: share.unitId, act: 'supplement-reply', assignmentId };
}

/** Its reply of the present round has reached everybody who is owed it; other shares may still be on their way. */
function isDone(file: CaseFile, id: string, share: ShareFile): boolean {
  return (
    share.state === 'replied' &&
    Object.values(file.replies).some(
      ({ assignmentId, round, owed, deliveredTo }) =>
        assignmentId === id && round === share.round && deliveredTo.length >= owed,
    )
  );
}

function shareAct(file: CaseFile, id: string, share: ShareFile): string {
  const issued = Object.values(file.replies).some(
    (reply) => reply.assignmentId === id && reply.round === share.round,
  );
  // Whatever stood before the reply does so no more.
  if (issued) return 'deliver-reply';
  if (share.state === 'pending') return 'acknowledge';
  if (share.dualConfirmedOn === '') return 'dual-confirmation';
  if (share.planVersion === 0 || (file.isKey && !share.fiveOnesComplete)) return 'file-plan';
  return share.onSiteRequired && share.onSiteOn === '' ? 'on-site-meeting' : 'reply';
}

function followUpAct(file: CaseFile, lead: (act: string) => NextAct): NextAct {
  const rectifications = Object.values(file.rectifications);
  const promise = Object.values(file.promises).find(({ state }) => state === 'open');
  const firstUnit = handlingShares(file)[0]?.unitId ?? '';
  const unit = (id: string, act: string): NextAct => ({
    kind: 'unit',
    id: id === '' ? firstUnit : id,
    act,
    assignmentId: '',
  });
  const open = rectifications.find(({ state }) => state === 'open');
  if (open !== undefined) return unit(open.unitId, 'rectify');
  if (rectifications.some(({ state }) => state === 'submitted')) return lead('judge-rectification');
  if (promise !== undefined) return unit(promise.unitId, 'keep-promise');
  return lookBackOf(file).state === 'required' ? desk('look-back') : unit('', 'follow-up');
}

/** Clocks that wait for an act; of several the one that ends first counts. */
const CLOCKS_OF_ACT: Readonly<Record<string, readonly string[]>> = {
  'await-pre-review': ['pre_review', 'pre_review_in_session'],
  register: ['register'],
  'confirm-decline-notice': ['not_admitted_notice'],
  classify: ['session_assign', 'inter_session_assign'],
  assign: ['session_assign', 'inter_session_assign'],
  acknowledge: ['ack'],
  'decide-return': ['return_decision'],
  reassign: ['coordination_meeting', 'coordination_result', 'reply'],
  'dual-confirmation': ['dual_confirmation'],
  'file-plan': ['plan'],
  'on-site-meeting': ['on_site'],
  reply: ['reply', 'rehandle_reply'],
  'deliver-reply': ['reply', 'rehandle_reply'],
  evaluate: ['feedback', 'feedback_lapse_extra'],
  'look-back': ['look_back'],
  rectify: ['rectification'],
  'judge-rectification': ['rectification_acceptance'],
  'keep-promise': ['promise', 'promise_progress'],
  'supplement-reply': ['supplementary_reply'],
  'joint-study': ['joint_study'],
  'order-rehandling': ['rehandle_order'],
  seal: ['archive'],
};

/** The day by which the next act is due, YYYY-MM-DD; '' when no clock runs for it. */
export function dueOfNextAct(file: CaseFile, next: NextAct): string {
  return (
    clocksOf(file, next)
      .map(({ dueDate }) => dueDate)
      .toSorted()[0] ?? ''
  );
}

/** Whether the published calendar does not reach that day yet 暂定. */
export function isProvisional(file: CaseFile, next: NextAct): boolean {
  const due = dueOfNextAct(file, next);
  return clocksOf(file, next).some(({ dueDate, provisional }) => dueDate === due && provisional);
}

function clocksOf(file: CaseFile, next: NextAct): readonly CaseFile['clocks'][string][] {
  const kinds = CLOCKS_OF_ACT[next.act] ?? [];
  return Object.values(file.clocks).filter(
    ({ state, kind }) => (state === 'open' || state === 'missed') && kinds.includes(kind),
  );
}
