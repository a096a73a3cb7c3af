import type { CaseFile, ShareFile } from './case-file.ts';
import { stageOf } from './stage.ts';

/** 现在轮到: exactly one party; kind `none` once nobody has to act any more. */
export interface NextAct {
  readonly kind: 'deputy' | 'desk' | 'office' | 'unit' | 'committee' | 'council' | 'none';
  readonly id: string;
  readonly act: string;
  readonly assignmentId: string;
}

const nobody: NextAct = { kind: 'none', id: '', act: '', assignmentId: '' };
const desk = (act: string): NextAct => ({ kind: 'desk', id: '', act, assignmentId: '' });

/** Whose turn it is (decisions 2), with the act that waits for them. */
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
      return desk('register');
    case 'registered':
      return desk(file.classified ? 'assign' : 'classify');
    case 'assigned':
    case 'in-progress':
    case 'rehandling':
      return handlingAct(file);
    case 'replied':
      return desk('await-evaluation');
    case 'evaluated':
      return desk(file.lookBack === 'required' ? 'look-back' : 'close');
    case 'follow-up':
      return followUpAct(file);
    case 'escalated':
      return { kind: 'council', id: '', act: 'decide-escalation', assignmentId: '' };
    case 'closed':
      return desk('seal');
    case 'archived':
    case 'withdrawn':
    case 'not-admitted':
    case 'merged':
      return nobody;
  }
}

function handlingAct(file: CaseFile): NextAct {
  const waiting = Object.entries(file.shares).filter(
    ([, share]) => (share.role === 'lead' || share.role === 'parallel') && !isDone(file, share),
  );
  const [id, share] = waiting[0] ?? Object.entries(file.shares)[0] ?? [];
  if (id === undefined || share === undefined) return desk('assign');
  if (share.state === 'returned') {
    return {
      kind: share.decidingOffice === 'congress-desk' ? 'desk' : 'office',
      id: '',
      act: 'reassign',
      assignmentId: id,
    };
  }
  return { kind: 'unit', id: share.unitId, act: shareAct(file, id, share), assignmentId: id };
}

function isDone(file: CaseFile, share: ShareFile): boolean {
  return share.state === 'replied' && file.allDelivered;
}

function shareAct(file: CaseFile, id: string, share: ShareFile): string {
  if (share.state === 'pending') return 'acknowledge';
  if (share.state === 'return-requested') return 'await-return-decision';
  if (share.dualConfirmedOn === '') return 'dual-confirmation';
  if (share.planVersion === 0 || (file.isKey && !share.fiveOnesComplete)) return 'file-plan';
  if (share.onSiteRequired && share.onSiteOn === '') return 'on-site-meeting';
  const issued = Object.values(file.replies).some(
    (reply) => reply.assignmentId === id && reply.round === share.round,
  );
  return issued ? 'deliver-reply' : 'reply';
}

function followUpAct(file: CaseFile): NextAct {
  const promise = Object.values(file.promises).find(({ state }) => state === 'open');
  const unitId =
    promise?.unitId ?? Object.values(file.shares).find(({ role }) => role !== 'co')?.unitId ?? '';
  return {
    kind: 'unit',
    id: unitId,
    act: file.openRectifications.length > 0 ? 'rectify' : 'keep-promise',
    assignmentId: '',
  };
}
