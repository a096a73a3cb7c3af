import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CaseView } from './get-case.ts';

/** How long a reader waits for what they have just done to arrive here, milliseconds (decisions 28). */
const WAIT_MS = 2_000;
const POLL_MS = 50;

export interface CaseUpTo {
  readonly view: CaseView;
  /** False when `after` had not arrived in time. */
  readonly upToDate: boolean;
}

/** Reads a case once it has the versions the reader has seen accepted, or as it is after two seconds. */
export function caseUpTo(
  readCase: (request: { caseId: string }, ctx: QueryContext) => Promise<CaseView | Rejection>,
  pause: (ms: number) => Promise<unknown>,
) {
  return async (
    request: { caseId: string; after: readonly { service: string; version: number }[] },
    ctx: QueryContext,
  ): Promise<CaseUpTo | Rejection> => {
    const giveUpAt = performance.now() + WAIT_MS;
    for (;;) {
      const view = await readCase(request, ctx);
      const arrived =
        !isRejection(view) &&
        request.after.every((seen) => (view.versions.get(seen.service) ?? 0) >= seen.version);
      if (arrived) return { view, upToDate: true };
      if (request.after.length === 0 || performance.now() > giveUpAt) {
        return isRejection(view) ? view : { view, upToDate: false };
      }
      await pause(POLL_MS);
    }
  };
}
