import type { BenchOptions } from '@huiyin/scripts/bench/bench-options';
import type { BenchRow, WorkId } from '@huiyin/scripts/bench/bench-row';

/** What a work is told, and how it tells how far it is. */
export interface WorkContext {
  readonly options: BenchOptions;
  /** One line of progress. */
  readonly say: (line: string) => void;
  /** Further arguments of Node for the processes under test: a profiler, if one was asked for. */
  readonly nodeArguments: () => readonly string[];
}

/** One or more lines of the table. Starts what it measures and has stopped it when it is done. */
export interface Work {
  readonly ids: readonly WorkId[];
  run(context: WorkContext): Promise<readonly BenchRow[]>;
}

/** Rounds of everything: medians are of no fewer. */
export const ROUNDS = 3;
