/** 满意 | 基本满意 | 不满意 | 未表态 (a choice the deputy makes, unlike 逾期未反馈). */
export const SATISFACTIONS = ['satisfied', 'basically-satisfied', 'dissatisfied', 'no-statement'] as const;

export type Satisfaction = (typeof SATISFACTIONS)[number];

/** A word in the statistics of 不满意, and the start of another round: of attitude and result either is enough (SD23). */
export function isDissatisfied(form: {
  readonly attitude: Satisfaction;
  readonly result: Satisfaction;
}): boolean {
  return form.attitude === 'dissatisfied' || form.result === 'dissatisfied';
}

/** From good to bad; a deputy who makes no statement says nothing bad. */
const SEVERITY: Readonly<Record<Satisfaction, number>> = {
  'no-statement': 0,
  satisfied: 1,
  'basically-satisfied': 2,
  dissatisfied: 3,
};

/** The worst of several; undefined of none (domain.md §1.5). */
export function worstOf(satisfactions: readonly Satisfaction[]): Satisfaction | undefined {
  return satisfactions.toSorted((a, b) => SEVERITY[b] - SEVERITY[a])[0];
}
