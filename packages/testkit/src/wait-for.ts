import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 25;
const DEFAULT_DEADLINE_MS = 20_000;

/** Waits until `probe` answers something other than undefined or false. Throws what was waited for at the deadline. */
export async function waitFor<Found>(
  what: string,
  probe: () => Promise<Found | undefined | false>,
  deadlineMs: number = DEFAULT_DEADLINE_MS,
): Promise<Found> {
  const giveUpAt = performance.now() + deadlineMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > giveUpAt) throw new Error(`waited ${deadlineMs} ms in vain for ${what}`);
    await sleep(POLL_MS);
  }
}
