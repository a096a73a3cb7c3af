import type { LocalDate } from '@huiyin/kernel/local-date';
import type { OwedDeputy } from './share.ts';

/** A reply as evaluation needs it. */
export interface Reply {
  readonly replyId: string;
  readonly assignmentId: string;
  readonly unitId: string;
  readonly round: number;
  /** A | B | C | D */
  readonly resultClass: string;
  readonly promises: readonly PromiseMade[];
  readonly owed: readonly OwedDeputy[];
}

export interface PromiseMade {
  readonly promiseId: string;
  readonly text: string;
  readonly dueOn: LocalDate;
}

/** What meeting says of the look-back at a reply. */
export type LookBack =
  | { readonly replyId: string; readonly status: 'required' | 'waived' | 'superseded' }
  | {
      readonly replyId: string;
      readonly status: 'judged';
      readonly assignmentId: string;
      readonly verdict: 'met' | 'unmet';
      readonly gaps: readonly string[];
    };
