import type { Place } from '@huiyin/demo-city/places';
import type { DemoSuggestion } from '@huiyin/demo-city/suggestion';
import type { LocalDate } from '@huiyin/kernel/local-date';

/** What somebody does about a case; each is one or a few commands (acts.ts). */
export type ActName =
  | 'submit'
  | 'register'
  | 'decline'
  | 'merge'
  | 'hand-over'
  | 'withdraw'
  | 'acknowledge'
  | 'ask-return'
  | 'decide-return'
  | 'reassign'
  | 'dual-confirmation'
  | 'file-plan'
  | 'give-opinions'
  | 'meet-task-force'
  | 'complete-packages'
  | 'on-site-meeting'
  | 'contact'
  | 'ask-extension'
  | 'reply'
  | 'evaluate'
  | 'look-back'
  | 'rectify'
  | 'report-promises'
  | 'judge-promises'
  | 'supplement'
  | 'reply-again'
  | 'evaluate-again'
  | 'seal';

export interface PlannedAct {
  readonly day: LocalDate;
  readonly act: ActName;
}

/** One suggestion's year, as its people will live it. */
export interface CasePlan {
  /** Place in the plan, from 0. */
  readonly index: number;
  readonly place: Place;
  readonly suggestion: DemoSuggestion;
  /** Login names. */
  readonly leadDeputy: string;
  readonly cosigners: readonly string[];
  readonly isKey: boolean;
  readonly isComplex: boolean;
  /** Index of the plan it is merged into. */
  readonly parent: number | undefined;
  /** When a return is asked for: whether it is granted, and the unit that takes the case then. */
  readonly returnGranted: boolean;
  readonly otherUnit: string;
  readonly lookBackMet: boolean;
  readonly promiseKept: boolean;
  readonly promiseDueOn: LocalDate;
  /** In order; the same day keeps the order. */
  readonly acts: readonly PlannedAct[];
}

/** Whether an act is among those of the plan. */
export function isPlanned({ acts }: CasePlan, name: ActName): boolean {
  return acts.some(({ act }) => act === name);
}

/** What the people of the demo city think of a reply, as the API names it. */
export const GRADES = { 满意: 'satisfied', 基本满意: 'basically-satisfied', 不满意: 'dissatisfied' } as const;
