import type { CaseFile } from './case-file.ts';

/** Stages 阶段 as people see them (domain law and practice §2.1), derived, never decided here. */
const STAGES = {
  draft: '草稿',
  cosigning: '联名',
  'pre-review': '预审',
  submitted: '已提交',
  converted: '议案转建议',
  registered: '已登记',
  reviewed: '拟办',
  assigned: '已交办',
  'in-progress': '办理中',
  replied: '已答复',
  evaluated: '已评价',
  rehandling: '重新办理',
  'follow-up': '跟踪落实',
  escalated: '提级处理',
  closed: '办结',
  archived: '归档',
  'returned-to-deputy': '退回修改',
  withdrawn: '撤回',
  'not-admitted': '不作为建议处理',
  merged: '并案',
} as const;

export type Stage = keyof typeof STAGES;

/** The stage a file has reached. */
export function stageOf(file: CaseFile): Stage {
  if (file.sealedOn !== '') return 'archived';
  if (file.ended !== '') return file.ended;
  if (file.closedOn !== '') return 'closed';
  if (file.submittedOn === '') return file.drafting === '' ? 'draft' : file.drafting;
  if (file.registeredOn === '') return file.convertedOn === '' ? 'submitted' : 'converted';
  const handling = handlingShares(file);
  if (handling.length === 0) return file.classified ? 'reviewed' : 'registered';
  if (file.escalation !== '') return 'escalated';
  if (file.rehandlingRound > 1 && !file.allDelivered) return 'rehandling';
  if (!file.allDelivered) {
    return handling.every(
      ({ state }) => state !== 'pending' && state !== 'return-requested' && state !== 'returned',
    )
      ? 'in-progress'
      : 'assigned';
  }
  if (owedEvaluations(file).length > 0) return 'replied';
  const rectifying = Object.values(file.rectifications).some(({ state }) => state !== 'accepted');
  const open = Object.values(file.promises).some(({ state }) => state === 'open');
  return file.followUp || open || rectifying ? 'follow-up' : 'evaluated';
}

/** Shares that owe a reply: the lead, or every parallel one. */
export function handlingShares(file: CaseFile): CaseFile['shares'][string][] {
  return Object.values(file.shares).filter(({ role }) => role === 'lead' || role === 'parallel');
}

/** 回头看 of the case as a whole: due while one of its replies is still to be looked at. */
export function lookBackOf(file: CaseFile): {
  readonly state: '' | 'required' | 'waived' | 'met' | 'unmet';
  /** The last verdict's day, once nothing is due. */
  readonly onDate: string;
} {
  const lookBacks = Object.values(file.lookBacks);
  const state = (['required', 'unmet', 'met', 'waived'] as const).find((one) =>
    lookBacks.some((lookBack) => lookBack.state === one),
  );
  const last =
    lookBacks
      .map(({ onDate }) => onDate)
      .toSorted()
      .at(-1) ?? '';
  return { state: state ?? '', onDate: state === 'required' ? '' : last };
}

/** One lead deputy's word on one share's present reply that is still awaited. */
export interface OwedEvaluation {
  readonly assignmentId: string;
  readonly deputyId: string;
}

/**
 * Evaluations that neither came nor lapsed: of each share that owes a reply, in its present round, by the lead deputy of
 * each signed suggestion, the case's own and every merged child (decisions 8).
 */
export function owedEvaluations(file: CaseFile): readonly OwedEvaluation[] {
  const evaluations = Object.values(file.evaluations);
  const signed = [
    { signedSuggestionId: file.caseId, deputyId: file.leadDeputyId },
    ...file.mergedCaseIds.map((childId) => ({
      signedSuggestionId: childId,
      deputyId: file.mergedLeadIds?.[childId] ?? '',
    })),
  ];
  return Object.entries(file.shares).flatMap(([assignmentId, { role, round }]) => {
    if (role !== 'lead' && role !== 'parallel') return [];
    const said = evaluations
      .filter((each) => each.assignmentId === assignmentId && each.round === round)
      .map(({ signedSuggestionId }) => signedSuggestionId || file.caseId);
    return signed
      .filter(({ signedSuggestionId }) => !said.includes(signedSuggestionId))
      .map(({ deputyId }) => ({ assignmentId, deputyId }));
  });
}

/** Of several shares the first that an escalation holds stands for the case. */
export function escalationOf(file: CaseFile): CaseFile['escalation'] {
  return handlingShares(file).find(({ escalation = '' }) => escalation !== '')?.escalation ?? '';
}
