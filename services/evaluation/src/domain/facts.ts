import type { LocalDate } from '@huiyin/kernel/local-date';
import type { PromiseMade, Reply } from './reply.ts';
import type { OwedDeputy, Share } from './share.ts';

/**
 * What other services told. Between services there is no order: a fact about something not heard of yet is kept and
 * counts as soon as the rest arrives.
 */
export type Fact =
  | ({
      readonly type: 'assignment-made';
      readonly liaisonUntrained: boolean;
      readonly sourceEventId: string;
      /** The share it takes the place of; empty for a first one. */
      readonly replaces: string;
      /** The rules the case keeps. */
      readonly rulePackVersion: string;
      /** What the case is called. */
      readonly number: string;
      readonly title: string;
    } & Pick<Share, 'assignmentId' | 'unitId' | 'role' | 'decidingOffice' | 'owed'> &
      Required<Pick<Share, 'authorConfidential' | 'overseerIds'>>)
  /** 机构改革: another unit took the share over; `ended` names one that unit no longer holds beside it, or is empty. */
  | ({ readonly type: 'assignment-succeeded'; readonly ended: string } & Pick<
      Share,
      'assignmentId' | 'unitId' | 'decidingOffice'
    >)
  /** 知情人: the one person of the unit who may know a confidential author. */
  | {
      readonly type: 'confidant-named';
      readonly assignmentId: string;
      readonly unitId: string;
      readonly personId: string;
    }
  /** The case goes on under another version of the rule pack. */
  | { readonly type: 'rules-moved'; readonly version: string }
  | { readonly type: 'share-handed-back'; readonly assignmentId: string }
  | ({ readonly type: 'reply-issued' } & Reply)
  | {
      readonly type: 'reply-delivered';
      readonly assignmentId: string;
      readonly replyId: string;
      readonly round: number;
      readonly deputy: OwedDeputy;
      readonly deliveredOn: LocalDate;
      /** Subject of the feedback clock; empty for deputies who do not evaluate. */
      readonly clockSubject: string;
    }
  | {
      readonly type: 'reply-supplemented';
      readonly replyId: string;
      readonly resultClass: string;
      readonly promises: readonly PromiseMade[];
    }
  | { readonly type: 'suggestion-absorbed'; readonly deputies: readonly OwedDeputy[] }
  /** A co-signer took the lead of the case's own suggestion. */
  | { readonly type: 'lead-passed'; readonly leadDeputyId: string }
  | { readonly type: 'case-ended' }
  | {
      readonly type: 'look-back-required' | 'look-back-waived' | 'look-back-superseded';
      readonly replyId: string;
    }
  | {
      readonly type: 'look-back-judged';
      readonly replyId: string;
      readonly assignmentId: string;
      readonly verdict: 'met' | 'unmet';
      readonly gaps: readonly string[];
    }
  | { readonly type: 'joint-study-held'; readonly assignmentId: string; readonly heldOn: LocalDate }
  | ({ readonly type: 'feedback-term-missed' } & MissedTerm);

/** A feedback term that passed without an answer, by the name of its clock. */
export interface MissedTerm {
  /** The deputy's term, or the grace after it. */
  readonly kind: 'feedback' | 'feedback_lapse_extra';
  readonly subject: string;
  readonly round: number;
  /** Its last day. */
  readonly dueOn: LocalDate;
}
