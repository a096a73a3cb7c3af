import { dayText } from '../../design/days.ts';

interface Plan {
  readonly leaderName: string;
  readonly leaderPost: string;
  readonly solution: string;
  readonly deadline: string;
}

/** One of the five: its name, and what stands for it; '' while it is missing. */
interface One {
  readonly name: string;
  readonly value: string;
}

/** The plan in force: of its versions, in whatever order they come, the newest. */
export function planInForce<Version extends { readonly planVersion: number }>(
  plans: readonly Version[],
): Version | undefined {
  return plans.toSorted((a, b) => b.planVersion - a.planVersion).at(0);
}

/** 五个一 of a case (M10): item, leader, unit, plan, deadline. */
export function fiveOnesOf(known: {
  readonly title: string;
  readonly unit: string;
  readonly plan: Plan | undefined;
  readonly today: string;
}): readonly One[] {
  const { title, unit, plan, today } = known;
  const leader = [plan?.leaderName ?? '', plan?.leaderPost ?? ''].filter(Boolean).join(' ');
  return [
    { name: '一件事', value: title },
    { name: '一位领导', value: plan?.leaderName === '' ? '' : leader },
    { name: '一个单位', value: unit },
    { name: '一套方案', value: plan?.solution ?? '' },
    { name: '一个期限', value: dayText(plan?.deadline ?? '', today) },
  ];
}
