import type { Schemas } from '../../api/client.ts';
import { daysBetween } from '../../design/days.ts';

export type CaseSummary = Schemas['CaseSummary'];

/** The four counters above the queue, each a filter. */
export const FILTERS = ['today', 'week', 'new', 'red'] as const;
export type Filter = (typeof FILTERS)[number];

/** Days that count as the week ahead, today among them. */
const WEEK_DAYS = 7;

/** A group of the queue: why its cases stand together. */
export interface Group {
  readonly reason: 'overdue' | 'today' | 'week' | 'later' | 'undated';
  readonly items: readonly CaseSummary[];
}

/** Whether a case that waits for the reader belongs to a counter. */
export function isIn(filter: Filter, item: CaseSummary, today: string): boolean {
  const due = item.next?.dueDate ?? '';
  if (filter === 'red') return item.colour === 'red';
  if (filter === 'new') return daysBetween((item.next?.since ?? '').slice(0, 10) || '1970-01-01', today) <= 1;
  if (due === '') return false;
  const left = daysBetween(today, due);
  return filter === 'today' ? left <= 0 : left < WEEK_DAYS;
}

/** The queue by reason, the most urgent first; only groups that have something. */
export function groupsOf(items: readonly CaseSummary[], today: string): readonly Group[] {
  const reasons = ['overdue', 'today', 'week', 'later', 'undated'] as const;
  return reasons
    .map((reason) => ({ reason, items: items.filter((item) => reasonOf(item, today) === reason) }))
    .filter(({ items: found }) => found.length > 0);
}

function reasonOf({ next }: CaseSummary, today: string): Group['reason'] {
  const due = next?.dueDate ?? '';
  if (due === '') return 'undated';
  const left = daysBetween(today, due);
  if (left < 0) return 'overdue';
  if (left === 0) return 'today';
  return left < WEEK_DAYS ? 'week' : 'later';
}

/** The page on which what waits is done; the case's own page where no other is made for it. */
export function placeOf({ caseId, next }: CaseSummary): string {
  const act = next?.act ?? '';
  if (act === 'register') return '/register';
  if (act === 'classify' || act === 'assign') return `/assign?case=${caseId}`;
  if (act === 'decide-return') return '/returns';
  return `/cases/${caseId}`;
}
