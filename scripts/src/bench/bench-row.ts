import { median, ratioOfRounds } from './statistics.ts';

/** The works of the bench that are there, by the ids of performance goals. */
export const WORK_IDS = ['P1', 'P2', 'P6', 'P7', 'P8'] as const;
export type WorkId = (typeof WORK_IDS)[number];

/** What a figure is counted in: a second's worth, milliseconds, seconds, or as it is. */
export type Unit = '/s' | 'ms' | 's' | '';

/** One thing measured, once a round. */
export interface Figure {
  readonly unit: Unit;
  readonly rounds: readonly number[];
}

/** What a row is held against: its ratio to the floor, or the figure itself where it has none. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** One line of the table. */
export interface BenchRow {
  readonly work: WorkId;
  readonly what: string;
  /** How much data and how many clients; a smaller size than the goal's is said here. */
  readonly size: string;
  readonly measured: Figure;
  /** Measured in the same rounds. */
  readonly floor?: Figure;
  /** Absent: shown for what it is. */
  readonly goal?: Goal;
}

export type Verdict = 'met' | 'missed' | 'no goal';

/** Measured ÷ floor, the median over the rounds; undefined without a floor. */
export function ratioOf({ measured, floor }: BenchRow): number | undefined {
  return floor === undefined ? undefined : ratioOfRounds(measured.rounds, floor.rounds);
}

export function verdictOf(row: BenchRow): Verdict {
  const { goal } = row;
  if (goal === undefined) return 'no goal';
  const judged = ratioOf(row) ?? median(row.measured.rounds);
  const isMet = 'atLeast' in goal ? judged >= goal.atLeast : judged <= goal.atMost;
  return isMet ? 'met' : 'missed';
}
