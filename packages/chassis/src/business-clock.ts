import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import type { RpcClient } from '@huiyin/rpc/client';

/** Business time for work that no command carries: sweeps. */
export interface BusinessClock {
  now(): Promise<Date>;
  /** Directory's clock was advanced: ask anew. */
  forget(): void;
}

/** Rehearsal moves the clock by command and announces it; between two moves it runs on like any clock. */
const LIFETIME_MS = 5_000;

/**
 * Directory's clock, asked for at most every five seconds. In between time is counted by a steady clock, in
 * milliseconds, so that the wall clock of one replica, set a day ahead or back, fires nothing early or late.
 */
export function directoryClock(
  directory: Pick<RpcClient<DirectoryServiceService>, 'getBusinessClock'>,
  steady: () => number = () => performance.now(),
): BusinessClock {
  let known: { now: number; askedAt: number } | undefined;
  return {
    async now() {
      if (known === undefined || steady() - known.askedAt > LIFETIME_MS) {
        const answer = await directory.getBusinessClock({}, { asNobody: true });
        if (isRejection(answer)) throw new Error(`directory refuses its clock: ${answer.code}`);
        // Counted from when the answer came: behind directory by the way of the answer, never ahead of it.
        known = { now: Date.parse(answer.now), askedAt: steady() };
      }
      return new Date(known.now + Math.floor(steady() - known.askedAt));
    },
    forget() {
      known = undefined;
    },
  };
}
