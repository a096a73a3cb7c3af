import type { LocalDate } from '@huiyin/kernel/local-date';
import type { ClockFact } from './clock-fact.ts';
import type { CosignerOpinion, EvaluationForm, EvaluationKey } from './evaluation.ts';
import type { Judge } from './rectification.ts';
import type { EvaluationRejection } from './rejections.ts';
import type { Satisfaction } from './satisfaction.ts';

export type FollowUpCause = 'promise' | 'rectification';

export type Outcome = 'closed' | 'closed-unsatisfied';

/** What a share's final reply came to. */
export interface ClosedShare {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly resultClass: string;
  readonly round: number;
  /** Undefined when all its evaluations lapsed. */
  readonly worst: Satisfaction | undefined;
  readonly aUnseen: boolean;
}

/** What evaluation decided about a case. Fields named as in proto/huiyin/evaluation/v1/events.proto. */
export type EvaluationEvent =
  | ({
      readonly type: 'suggestion-evaluated';
      readonly evaluationId: string;
      readonly unitId: string;
      readonly deputyId: string;
      readonly form: EvaluationForm;
      readonly cosignerOpinions: readonly CosignerOpinion[];
      readonly evaluatedOn: LocalDate;
      readonly clocks: readonly ClockFact[];
    } & EvaluationKey)
  | ({
      readonly type: 'cosigner-opinion-given';
      readonly evaluationId: string;
      readonly opinion: CosignerOpinion;
    } & EvaluationKey)
  | ({
      readonly type: 'feedback-overdue';
      readonly evaluationId: string;
      readonly deputyId: string;
      readonly overdueSince: LocalDate;
      readonly clocks: readonly ClockFact[];
    } & EvaluationKey)
  | ({
      readonly type: 'suggestion-lapsed';
      readonly evaluationId: string;
      readonly unitId: string;
      readonly lapsedOn: LocalDate;
      readonly clocks: readonly ClockFact[];
    } & EvaluationKey)
  | {
      readonly type: 'rehandling-ordered';
      readonly assignmentId: string;
      readonly unitId: string;
      /** Round that begins. */
      readonly round: number;
      readonly orderedOn: LocalDate;
      readonly rulePackVersion: string;
      readonly reason: string;
      /** False where 代表工委 ordered it and said why. */
      readonly automatic: boolean;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'rehandling-waived';
      readonly assignmentId: string;
      readonly unitId: string;
      /** The round that ended 不满意. */
      readonly round: number;
      /** Who rated it so, and is told why it goes no further. */
      readonly deputyIds: readonly string[];
      readonly reason: string;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'suggestion-escalated';
      readonly assignmentId: string;
      readonly unitId: string;
      /** The round that ended 不满意. */
      readonly round: number;
      readonly stage: 'joint-study' | 'council';
      /** Committees that oversee the case. */
      readonly overseerIds: readonly string[];
      readonly escalatedOn: LocalDate;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'escalation-decided';
      readonly assignmentId: string;
      readonly round: number;
      readonly decision: 'superior-body' | 'inquiry' | 'close-unsatisfied';
      readonly decisionNumber: string;
      readonly explanation: string;
    }
  | { readonly type: 'follow-up-begun'; readonly cause: FollowUpCause }
  | {
      readonly type: 'promise-opened';
      readonly promiseId: string;
      readonly assignmentId: string;
      readonly unitId: string;
      readonly text: string;
      readonly dueOn: LocalDate;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'promise-progressed';
      readonly promiseId: string;
      readonly progress: string;
      readonly progressedOn: LocalDate;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'promise-kept';
      readonly promiseId: string;
      readonly assignmentId: string;
      readonly keptOn: LocalDate;
      readonly finding: string;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'promise-broken';
      readonly promiseId: string;
      readonly assignmentId: string;
      readonly brokenOn: LocalDate;
      readonly explanation: string;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'rectification-ordered';
      readonly rectificationId: string;
      readonly replyId: string;
      readonly assignmentId: string;
      readonly unitId: string;
      readonly gaps: readonly string[];
      readonly attempt: number;
      readonly orderedOn: LocalDate;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'rectification-submitted';
      readonly rectificationId: string;
      readonly report: string;
      readonly attempt: number;
      readonly submittedOn: LocalDate;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'rectification-accepted';
      readonly rectificationId: string;
      readonly acceptedBy: Judge;
      readonly acceptedOn: LocalDate;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'rectification-rejected';
      readonly rectificationId: string;
      readonly explanation: string;
      readonly attempt: number;
      readonly rejectedBy: Judge;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'suggestion-closed';
      readonly closedOn: LocalDate;
      readonly outcome: Outcome;
      readonly aUnseen: boolean;
      readonly resultClass: string;
      readonly shares: readonly ClosedShare[];
      readonly clocks: readonly ClockFact[];
    }
  | { readonly type: 'suggestion-reopened'; readonly clocks: readonly ClockFact[] }
  | {
      readonly type: 'score-fact-kept';
      readonly assignmentId: string;
      readonly unitId: string;
      readonly fact: 'liaison-untrained';
      readonly sourceEventId: string;
    };

/** A decider's answer: facts in order, or why not. */
export type Decision = readonly EvaluationEvent[] | EvaluationRejection;
