import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import { systemClock, type Clock } from '@huiyin/kernel/clock';
import { isRejection } from '@huiyin/kernel/rejection';
import type { RpcClient } from '@huiyin/rpc/client';

/** Business time for work that no command carries: sweeps. */
export interface BusinessClock {
  now(): Promise<Date>;
  /** Directory's clock was advanced: ask anew. */
  forget(): void;
}

/** Rehearsal moves the clock by command and announces it; between two moves the offset is constant. */
const OFFSET_LIFETIME_MS = 5_000;

/** Directory's clock as system time plus its offset, asked for at most every five seconds. */
export function directoryClock(
  directory: Pick<RpcClient<DirectoryServiceService>, 'getBusinessClock'>,
  clock: Clock = systemClock,
): BusinessClock {
  let known: { offsetMs: number; askedAt: number } | undefined;
  return {
    async now() {
      const system = clock.now().getTime();
      if (known === undefined || system - known.askedAt > OFFSET_LIFETIME_MS) {
        const answer = await directory.getBusinessClock({}, { asNobody: true });
        if (isRejection(answer)) throw new Error(`directory refuses its clock: ${answer.code}`);
        known = { offsetMs: Number(answer.offsetMs), askedAt: system };
      }
      return new Date(system + known.offsetMs);
    },
    forget() {
      known = undefined;
    },
  };
}
