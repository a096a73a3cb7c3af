import { AsyncLocalStorage } from 'node:async_hooks';

/** The incoming call a piece of code works for. */
export interface CallScope {
  /** Epoch milliseconds after which nobody waits for the answer. */
  readonly deadlineAt: number;
  /** Aborted when the caller went away. */
  readonly signal: AbortSignal;
}

const scopes = new AsyncLocalStorage<CallScope>();

/** Runs `work` for an incoming call, so that the calls it makes inherit its deadline and its cancellation. */
export function withinCall<Result>(scope: CallScope, work: () => Promise<Result>): Promise<Result> {
  return scopes.run(scope, work);
}

/** The incoming call this code works for; undefined in sweeps, consumers and start-up. */
export function currentCall(): CallScope | undefined {
  return scopes.getStore();
}
