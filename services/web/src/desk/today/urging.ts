import type { Schemas } from '../../api/client.ts';
import { shanghaiDay } from '../../design/days.ts';
import type { CaseSummary } from './queue.ts';

/** What urging the chosen cases would do. */
export interface UrgePlan {
  /** The clock to urge for, the worst of each case that can be urged. */
  readonly clocks: readonly Schemas['Clock'][];
  readonly skipped: readonly { readonly item: CaseSummary; readonly why: string }[];
}

/** Cases that were urged on the day (YYYY-MM-DD): the API writes instants in UTC, whose day begins at eight in Shanghai. */
export function urgedOn(urges: readonly Schemas['Urge'][], day: string): ReadonlySet<string> {
  const ofDay = urges.filter(({ urgedAt }) => shanghaiDay(new Date(urgedAt)) === day);
  return new Set(ofDay.map(({ suggestionId }) => suggestionId));
}

const WORST_FIRST = ['red', 'yellow', 'green'];

/** Which of the chosen cases are urged, and which are skipped and why: said before anything is sent. */
export function urgePlan(
  chosen: readonly CaseSummary[],
  clocks: readonly Schemas['Clock'][],
  urgedToday: ReadonlySet<string>,
): UrgePlan {
  const found: Schemas['Clock'][] = [];
  const skipped: { item: CaseSummary; why: string }[] = [];
  for (const item of chosen) {
    const clock = clocks
      .filter(
        ({ suggestionId, owner, status }) =>
          suggestionId === item.caseId && owner === 'unit' && status === 'open',
      )
      .toSorted((a, b) => WORST_FIRST.indexOf(a.colour) - WORST_FIRST.indexOf(b.colour))
      .at(0);
    if (clock === undefined) skipped.push({ item, why: '不在承办单位手里' });
    else if (urgedToday.has(item.caseId)) skipped.push({ item, why: '今天已催过' });
    else found.push(clock);
  }
  return { clocks: found, skipped };
}
