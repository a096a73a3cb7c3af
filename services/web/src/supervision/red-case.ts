import type { Schemas } from '../api/client.ts';
import { dayAfter, weekOf } from '../design/week.ts';

type Clock = Schemas['Clock'];

/** Everything red of one case: its most overdue time limit stands for it. */
export interface RedCase {
  readonly caseId: string;
  readonly worst: Clock;
  readonly clocks: readonly Clock[];
}

/** The red cases of the wall, the longest overdue first; what has no last day comes by how long it has been red. */
export function redCases(clocks: readonly Clock[]): readonly RedCase[] {
  const byCase = Map.groupBy(clocks, ({ suggestionId }) => suggestionId);
  return [...byCase]
    .flatMap(([caseId, own]): RedCase[] => {
      const [worst] = own.toSorted(longestFirst);
      return worst === undefined ? [] : [{ caseId, worst, clocks: own }];
    })
    .toSorted((a, b) => longestFirst(a.worst, b.worst));
}

function longestFirst(a: Clock, b: Clock): number {
  const day = ({ dueDate, colourSince }: Clock): string => dueDate || colourSince.slice(0, 10);
  return day(a).localeCompare(day(b)) || a.clockId.localeCompare(b.clockId);
}

/** What will turn red if nothing is done. Weeks begin on Monday. */
export interface Ahead {
  readonly thisWeek: number;
  readonly nextWeek: number;
  /** The day on which most turn red, if there is one beyond the two weeks. */
  readonly peak: { readonly day: string; readonly cases: number } | undefined;
}

/** The coming days of the board, as the foot of the wall says them; `today` is YYYY-MM-DD. */
export function aheadOf(turning: Schemas['Board']['turningRed'], today: string): Ahead {
  const sunday = weekOf(today).at(-1) ?? today;
  const nextSunday = weekOf(dayAfter(sunday, 1)).at(-1) ?? sunday;
  const sum = (from: string, until: string): number =>
    turning.filter(({ day }) => day > from && day <= until).reduce((total, { cases }) => total + cases, 0);
  const later = turning.filter(({ day }) => day > nextSunday);
  return {
    thisWeek: sum(today, sunday),
    nextWeek: sum(sunday, nextSunday),
    peak: later.toSorted((a, b) => b.cases - a.cases || a.day.localeCompare(b.day)).at(0),
  };
}
