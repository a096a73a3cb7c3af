import type { LocalDate } from '@huiyin/kernel/local-date';

/** The leader's rank; 五个一 asks for the unit's head, or a deputy head of government or above (SD16). */
export const LEADER_RANKS = ['government-deputy-head', 'unit-head', 'unit-deputy-head', 'other'] as const;

export type LeaderRank = (typeof LEADER_RANKS)[number];

/** 办理方案 */
export interface Plan {
  readonly leaderName: string;
  readonly leaderPost: string;
  readonly leaderRank: LeaderRank;
  readonly solution: string;
  readonly milestones: readonly { readonly text: string; readonly dueOn: LocalDate }[];
  readonly deadline: LocalDate | '';
}

/**
 * What a plan lacks of 五个一 (domain §2.6): the item itself and the responsible unit stand by the share; the
 * leader (of sufficient rank), the solution and the deadline must be filled. Empty when complete.
 */
export function missingOfFiveOnes(
  plan: Plan,
): readonly ('leader' | 'leader-rank' | 'solution' | 'deadline')[] {
  const highEnough = plan.leaderRank === 'government-deputy-head' || plan.leaderRank === 'unit-head';
  return [
    ...(plan.leaderName.trim() === '' || plan.leaderPost.trim() === '' ? (['leader'] as const) : []),
    ...(highEnough ? [] : (['leader-rank'] as const)),
    ...(plan.solution.trim() === '' ? (['solution'] as const) : []),
    ...(plan.deadline === '' ? (['deadline'] as const) : []),
  ];
}
