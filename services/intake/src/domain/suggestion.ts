import type { LocalDate } from '@huiyin/kernel/local-date';
import type { SuggestionText } from './text.ts';

/**
 * A deputy's suggestion 代表建议 from the first draft to registration, and the ways it leaves the road before
 * handling (domain.md §2.1: S0–S4, S90–S94). What happens to it after 交办 is assignment's; intake keeps only the
 * phase its own guards ask for.
 */
export type Suggestion =
  Draft | Cosigning | PreReviewing | Returned | Submitted | Registered | Declined | Merged | Withdrawn;

export type SuggestionStatus = Suggestion['status'];

/** Statuses in which the text may still change. */
export type Drafting = Draft | Cosigning | PreReviewing | Returned;

interface Authored {
  readonly suggestionId: string;
  /** 议案 motions are submitted the same way and become suggestions only by the presidium's decision. */
  readonly kind: 'suggestion' | 'motion';
  /** 领衔代表 */
  readonly leadDeputyId: string;
  /** Who typed it: the lead deputy, or a clerk with the signed paper form. */
  readonly enteredBy: string;
  readonly text: SuggestionText;
  readonly textHash: string;
  /** 0 before the first submission, +1 with each. */
  readonly textVersion: number;
  readonly preReviews: readonly PreReviewAdvice[];
}

/** S0 草稿 */
export interface Draft extends Authored {
  readonly status: 'draft';
}

/** S1 联名征集 */
interface Cosigning extends Authored {
  readonly status: 'cosigning';
  readonly cosigners: readonly Cosigner[];
}

/** S2 预审指导: beside the draft, never in its way. */
interface PreReviewing extends Authored {
  readonly status: 'pre-review';
  readonly cosigners: readonly Cosigner[];
  /** RFC 3339 */
  readonly requestedAt: string;
  readonly clock: PreReviewClock;
}

/** S90 退回修改: keeps its identity, and goes on as text version + 1. */
export interface Returned extends Authored, Submission {
  readonly status: 'returned';
  readonly cosigners: readonly Cosigner[];
  readonly explanation: string;
  readonly returnedOn: LocalDate;
  /** Of a motion; absent on what was returned before it was kept. */
  readonly conversion?: Conversion;
  readonly toSplit?: SeveralMatters;
}

/** 一事一议 (SD8): what the desk found to be more than one matter, and in which text. */
interface SeveralMatters {
  readonly matters: readonly string[];
  readonly textHash: string;
}

/** S3 已提交 */
export interface Submitted extends Authored, Submission {
  readonly status: 'submitted';
  readonly conversion: Conversion;
  /** Absent: nobody found more than one matter in what was handed in before. */
  readonly toSplit?: SeveralMatters;
  readonly withdrawal: Withdrawal;
}

/** S4 已登记 and everything after it. */
export interface Registered extends Authored, Submission, Registration {
  readonly status: 'registered';
  readonly conversion: Conversion;
  readonly withdrawal: Withdrawal;
  readonly handling: Handling;
  readonly children: readonly MergedChild[];
  /** 已办结, until a new promise opens it again. */
  readonly closed?: boolean;
}

/** A suggestion merged into this one 并案子案: its deputies read the parent and keep their own reply. */
interface MergedChild {
  readonly suggestionId: string;
  readonly number: string;
  readonly deputyIds: readonly string[];
}

/** S92 不作为建议处理 */
export interface Declined extends Authored, Submission {
  readonly status: 'declined';
  readonly ground: DeclineGround;
  readonly explanation: string;
  readonly deputyHeardOn: LocalDate;
  readonly declinedOn: LocalDate;
  readonly notice:
    { readonly told: false } | { readonly told: true; readonly on: LocalDate; readonly how: string };
  readonly numbered: Numbered;
}

/** S93 并案: follows its lead suggestion; its deputies keep their own reply and evaluation. */
export interface Merged extends Authored, Submission, Registration {
  readonly status: 'merged';
  readonly parentId: string;
  readonly mergedOn: LocalDate;
}

/** S91 撤回: kept, not counted as handled. */
export interface Withdrawn extends Authored {
  readonly status: 'withdrawn';
  readonly cosignerIds: readonly string[];
  readonly withdrawnOn: LocalDate;
  readonly numbered: Numbered;
}

/** 联名代表. A confirmation is a signature over one text. */
export type Cosigner =
  | { readonly deputyId: string; readonly answer: 'pending' }
  | {
      readonly deputyId: string;
      readonly answer: 'confirmed';
      readonly textHash: string;
      readonly on: LocalDate;
    };

interface Submission {
  readonly submittedOn: LocalDate;
  readonly period: Period;
  /** Those who signed, in the order of their invitation. */
  readonly cosignerIds: readonly string[];
}

/** 大会期间 or 闭会期间: decides desk, clocks and number. */
export type Period =
  | {
      readonly kind: 'in-session';
      readonly congressSessionId: string;
      readonly congressTerm: number;
      readonly congressSession: number;
      readonly closesOn: LocalDate;
    }
  | { readonly kind: 'between-sessions'; readonly congressTerm: number };

export interface Registration {
  /** The rules the suggestion keeps; absent in one registered before versions were kept. */
  readonly rulePackVersion?: string;
  /** 990103-19-5-0030 */
  readonly number: string;
  /** 第30号 */
  readonly displayNumber: string;
  readonly category: string;
  readonly registeredOn: LocalDate;
  /** Committees that oversee the category 对口督办; absent on what was registered before they were named. */
  readonly overseerIds?: readonly string[];
}

/** Numbers are never reused: one that was given stays with its suggestion. */
export type Numbered =
  | { readonly given: false }
  | { readonly given: true; readonly number: string; readonly displayNumber: string };

/** S94 议案转建议 */
type Conversion =
  | { readonly state: 'not-needed' }
  | { readonly state: 'awaited' }
  | {
      readonly state: 'decided';
      readonly motionNumber: string;
      readonly decisionNumber: string;
      readonly decidedOn: LocalDate;
    };

/** 撤回: every signer of the suggestion must sign (SH10). */
type Withdrawal =
  | { readonly phase: 'none' }
  | { readonly phase: 'signing'; readonly signedBy: readonly string[]; readonly reason: string }
  /** All have signed and handling had begun: assignment decides. */
  | { readonly phase: 'requested'; readonly signedBy: readonly string[]; readonly reason: string };

/** How far assignment has come, as far as intake's guards need it. */
export type Handling =
  | { readonly phase: 'unassigned' }
  | {
      readonly phase: 'assigned' | 'replied' | 'delivered';
      readonly unitIds: readonly string[];
      readonly offices?: readonly DecidingOffice[];
      /** 知情人 of the units that owe a reply, one a share. */
      readonly confidants?: readonly Confidant[];
    };

/** The one person of a unit who may know a confidential author. */
export interface Confidant {
  readonly assignmentId: string;
  readonly personId: string;
  readonly unitId: string;
}

/** Distributes to the units of a suggestion and decides their returns. */
export type DecidingOffice = 'government-office' | 'congress-desk';

export interface PreReviewClock {
  readonly kind: 'pre_review' | 'pre_review_in_session';
  readonly round: number;
}

export type Verdict = 'good' | 'improve';

/** 预审意见: seen by the lead deputy and its reviewer only. */
export interface PreReviewAdvice {
  readonly reviewerId: string;
  readonly answeredOn: LocalDate;
  /** 言之有物 */
  readonly substance: Verdict;
  /** 言之有理 */
  readonly reasoning: Verdict;
  /** 言之可行 */
  readonly feasibility: Verdict;
  readonly advice: string;
  readonly comments: readonly { readonly passage: string; readonly comment: string }[];
}

/** What is not admissible: the union of SD6, QD11, SH8, BJ12, CQ9, SZ9 (domain.md §1.2). */
export const DECLINE_GROUNDS = [
  'private-matter', // 涉及代表本人及其亲属个人事项
  'own-unit-matter', // 涉及代表所在单位个别事项
  'forwarded-petition', // 代转人民群众来信
  'accusation', // 申诉、控告、检举
  'judicial-case', // 具体司法、仲裁、监察案件
  'bidding', // 具体招标投标
  'academic-or-promotion', // 学术探讨、产品推介、法律咨询
  'no-content', // 没有实际内容
  'outside-competence', // 不属于本行政区域职权范围
  'conflict-of-interest', // 利益冲突、干预市场
  'contrary-to-law', // 违反法律法规
] as const;

export type DeclineGround = (typeof DECLINE_GROUNDS)[number];

/** True while the text may change. */
export function isDrafting(suggestion: Suggestion): suggestion is Drafting {
  return (
    suggestion.status === 'draft' ||
    suggestion.status === 'cosigning' ||
    suggestion.status === 'pre-review' ||
    suggestion.status === 'returned'
  );
}

/** Invited deputies of a draft, whatever they answered; a plain draft has none. */
export function cosignersOf(suggestion: Drafting): readonly Cosigner[] {
  return suggestion.status === 'draft' ? [] : suggestion.cosigners;
}

/** Everyone whose suggestion this is: the lead deputy first. Invited deputies who have not signed are not among them. */
export function signersOf(suggestion: Suggestion): readonly string[] {
  if (isDrafting(suggestion)) {
    const confirmed = cosignersOf(suggestion).filter((cosigner) => cosigner.answer === 'confirmed');
    return [suggestion.leadDeputyId, ...confirmed.map((cosigner) => cosigner.deputyId)];
  }
  return [suggestion.leadDeputyId, ...suggestion.cosignerIds];
}

/** The number a suggestion carries in whatever status. */
export function numberedOf(suggestion: Suggestion): Numbered {
  switch (suggestion.status) {
    case 'registered':
    case 'merged':
      return { given: true, number: suggestion.number, displayNumber: suggestion.displayNumber };
    case 'declined':
    case 'withdrawn':
      return suggestion.numbered;
    default:
      return { given: false };
  }
}
