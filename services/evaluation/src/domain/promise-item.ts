import type { LocalDate } from '@huiyin/kernel/local-date';

/** 承诺事项: lives on across years until kept, or broken and explained. */
export type PromiseItem = OpenPromise | KeptPromise | BrokenPromise;

interface Promised {
  readonly promiseId: string;
  readonly assignmentId: string;
  readonly unitId: string;
  readonly text: string;
  readonly dueOn: LocalDate;
  readonly reports: readonly ProgressReport[];
}

export interface OpenPromise extends Promised {
  readonly status: 'open';
}

/** 已兑现 */
interface KeptPromise extends Promised {
  readonly status: 'kept';
  readonly keptOn: LocalDate;
  readonly finding: string;
}

/** 未兑现, and the deputy was told why. */
interface BrokenPromise extends Promised {
  readonly status: 'broken';
  readonly brokenOn: LocalDate;
  readonly explanation: string;
}

interface ProgressReport {
  readonly on: LocalDate;
  readonly progress: string;
}
