import type { LocalDate } from '@huiyin/kernel/local-date';
import type { ClockFact } from './clock-fact.ts';
import type {
  DeclineGround,
  Period,
  PreReviewAdvice,
  PreReviewClock,
  Registration,
  Suggestion,
} from './suggestion.ts';
import type { SuggestionText } from './text.ts';
import type { IntakeRejection } from './rejections.ts';

/**
 * What deciders find. Some carry more than is published: the words of a draft and of a pre-review stay in intake
 * (transport/publish.ts says what leaves).
 */
export type SuggestionEvent =
  | {
      readonly type: 'suggestion-drafted';
      readonly suggestionId: string;
      readonly kind: 'suggestion' | 'motion';
      readonly leadDeputyId: string;
      readonly enteredBy: string;
      readonly text: SuggestionText;
      readonly textHash: string;
    }
  | { readonly type: 'draft-edited'; readonly text: SuggestionText; readonly textHash: string }
  | { readonly type: 'cosignature-requested'; readonly deputyIds: readonly string[] }
  | {
      readonly type: 'cosignature-confirmed';
      readonly deputyId: string;
      readonly textHash: string;
      readonly on: LocalDate;
    }
  | { readonly type: 'cosignature-voided'; readonly deputyIds: readonly string[] }
  | {
      readonly type: 'cosigner-removed';
      readonly deputyId: string;
      readonly cause: 'by-lead' | 'declined' | 'mandate-ended';
    }
  | {
      readonly type: 'pre-review-requested';
      /** RFC 3339 */
      readonly requestedAt: string;
      readonly clock: PreReviewClock;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'pre-review-answered';
      readonly advice: PreReviewAdvice;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'suggestion-submitted';
      readonly kind: 'suggestion' | 'motion';
      readonly leadDeputyId: string;
      readonly text: SuggestionText;
      readonly textHash: string;
      readonly textVersion: number;
      readonly cosignerIds: readonly string[];
      readonly period: Period;
      readonly submittedOn: LocalDate;
      /** Absent when the lead deputy submitted it here. */
      readonly paper?: {
        readonly formNumber: string;
        readonly signedOn: LocalDate;
        readonly receivedAt: Date;
      };
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'lead-passed';
      readonly fromDeputyId: string;
      readonly leadDeputyId: string;
      readonly cosignerIds: readonly string[];
      /** Absent when it passed by itself, before registration. */
      readonly takenOn?: LocalDate;
      readonly reason?: string;
    }
  | ({
      readonly type: 'suggestion-registered';
      readonly text: SuggestionText;
      readonly leadDeputyId: string;
      readonly cosignerIds: readonly string[];
      readonly period: Period;
      readonly rulePackVersion: string;
      /** Why it is one matter although it came back unsplit; '' where nobody found several. */
      readonly oneMatterReason: string;
      readonly clocks: readonly ClockFact[];
    } & Omit<Registration, 'rulePackVersion'>)
  | {
      readonly type: 'suggestion-returned';
      readonly explanation: string;
      /** The matters to be told apart (一事一议), two at least; none where something else is to be corrected. */
      readonly matters: readonly string[];
      readonly returnedOn: LocalDate;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'suggestion-declined';
      readonly ground: DeclineGround;
      readonly explanation: string;
      readonly deputyHeardOn: LocalDate;
      readonly declinedOn: LocalDate;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'decline-notice-confirmed';
      readonly on: LocalDate;
      readonly toldHow: string;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'suggestion-merged';
      readonly parentId: string;
      readonly mergedOn: LocalDate;
      readonly leadDeputyId: string;
      readonly cosignerIds: readonly string[];
      readonly reason: string;
      /** Whose duty both are. */
      readonly competence: string;
      readonly similarity: number;
      readonly sharedPassages: readonly string[];
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'suggestion-absorbed';
      readonly childId: string;
      readonly childNumber: string;
      readonly childLeadDeputyId: string;
      readonly childCosignerIds: readonly string[];
      readonly reason: string;
    }
  | { readonly type: 'withdrawal-signed'; readonly deputyId: string; readonly reason: string }
  | {
      readonly type: 'withdrawal-requested';
      readonly signedBy: readonly string[];
      readonly handlingBegun: boolean;
      readonly reason: string;
    }
  | {
      readonly type: 'suggestion-withdrawn';
      readonly withdrawnOn: LocalDate;
      /** An office had it: no draft. */
      readonly submitted: boolean;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'suggestion-converted';
      readonly motionNumber: string;
      readonly decisionNumber: string;
      readonly decidedOn: LocalDate;
      readonly clocks: readonly ClockFact[];
    };

/** A decider's answer: facts in order (none for a deliberate no-op), or why not. */
export type Decision = readonly SuggestionEvent[] | IntakeRejection;

/** A decider that acts on a suggestion that exists. */
export type Decider<Command> = (suggestion: Suggestion, command: Command) => Decision;
