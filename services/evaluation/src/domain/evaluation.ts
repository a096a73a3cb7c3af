import { stableId } from '@huiyin/kernel/ids';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Satisfaction } from './satisfaction.ts';

/** One deputy's word on one reply 征询意见: per signed suggestion, share and round (decisions.md 8). */
export type Evaluation = Awaited | Overdue | Submitted | Lapsed | Void;

export interface EvaluationKey {
  readonly assignmentId: string;
  /** The suggestion the deputy signed: the case or a merged child. */
  readonly signedSuggestionId: string;
  readonly round: number;
}

interface Asked extends EvaluationKey {
  readonly evaluationId: string;
  readonly replyId: string;
  /** 领衔代表 of the signed suggestion. */
  readonly deputyId: string;
  readonly deliveredOn: LocalDate;
  /** Subject of the feedback clock that assignment started. */
  readonly clockSubject: string;
  /** Kept from everybody but the lead deputy until submission. */
  readonly cosignerOpinions: readonly CosignerOpinion[];
}

/** 待评价 */
export interface Awaited extends Asked {
  readonly status: 'awaited';
}

/** 反馈超期, in the days of grace. */
export interface Overdue extends Asked {
  readonly status: 'overdue';
  readonly overdueSince: LocalDate;
}

/** 已评价: never changed. */
interface Submitted extends Asked {
  readonly status: 'submitted';
  readonly form: EvaluationForm;
  readonly submittedOn: LocalDate;
}

/** 逾期未反馈: out of the satisfaction's denominator (CQ29). */
interface Lapsed extends Asked {
  readonly status: 'lapsed';
  readonly lapsedOn: LocalDate;
}

/** The case ended before the deputy spoke. */
interface Void extends Asked {
  readonly status: 'void';
}

/** 征询意见表: attitude and result apart (SD23). */
export interface EvaluationForm {
  readonly attitude: Satisfaction;
  readonly result: Satisfaction;
  readonly reasons: string;
  readonly seenOnSite: boolean;
  /** 与类别是否相符 */
  readonly classOpinion: 'agreed' | 'disagreed' | 'not-said';
  /** Class of the reply when it was evaluated. */
  readonly resultClass: string;
}

export interface CosignerOpinion {
  readonly deputyId: string;
  readonly satisfaction: Satisfaction;
}

/** The same evaluation has the same id however often its reply is told of. */
export function evaluationIdOf(caseId: string, key: EvaluationKey): string {
  return stableId('evaluation', caseId, key.assignmentId, key.signedSuggestionId, String(key.round));
}

/** The deputy may still speak. */
export function isOpen(evaluation: Evaluation): evaluation is Awaited | Overdue {
  return evaluation.status === 'awaited' || evaluation.status === 'overdue';
}
