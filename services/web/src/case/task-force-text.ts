import type { Handling } from '../api/use-handling.ts';
import { daysBetween, dayText } from '../design/days.ts';

type TaskForce = NonNullable<Handling['taskForce']>;

/** When it last met, and by when it meets again: at least monthly (domain.md §2.7). */
export function meetingText(
  { lastMetOn, nextMeetingDueOn }: Pick<TaskForce, 'lastMetOn' | 'nextMeetingDueOn'>,
  today: string,
): string {
  const last = lastMetOn === '' ? '还没有开过专班会议' : `上次专班会议 ${dayText(lastMetOn, today)}`;
  if (nextMeetingDueOn === '') return last;
  const late = daysBetween(nextMeetingDueOn, today);
  const next =
    late > 0 ? `本月会议逾期 ${late} 日` : `每月至少一次，下次最迟 ${dayText(nextMeetingDueOn, today)}`;
  return `${last} · ${next}`;
}

/** How many 工作包 are open, how many of them late, and the nearest day of those. */
export function packagesText(
  {
    workPackages,
  }: { readonly workPackages: readonly Pick<TaskForce['workPackages'][number], 'completedOn' | 'dueOn'>[] },
  today: string,
): string {
  if (workPackages.length === 0) return '没有工作包';
  const days = workPackages.filter(({ completedOn }) => completedOn === '').map(({ dueOn }) => dueOn);
  const [nearest = ''] = days.toSorted();
  if (nearest === '') return `工作包 ${workPackages.length} 个，都已完成`;
  const late = days.filter((day) => day < today).length;
  const open = `未完成工作包 ${days.length} 个`;
  return late > 0 ? `${open}，其中逾期 ${late} 个` : `${open}，最近一个 ${dayText(nearest, today)}到期`;
}
