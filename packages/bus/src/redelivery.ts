/** After so many failed attempts a message is dead. */
export const MAX_ATTEMPTS = 10;

/**
 * A message that comes back so often without this process ever having tried it has probably killed the processes
 * that did. High, because a long outage before a restart counts here too.
 */
export const MAX_UNTRIED_DELIVERIES = 200;

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 30_000;

/**
 * Pause before the next attempt: exponential with full jitter, so that many failing messages do not come back
 * together. `random` is in [0, 1).
 */
export function redeliveryDelayMs(attempts: number, random: number): number {
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempts - 1, 20));
  return Math.max(1, Math.round(ceiling * random));
}
