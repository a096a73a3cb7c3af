import type { Logger } from '@huiyin/runtime/logger';
import type { BusinessClock } from './business-clock.ts';

/** Work that becomes due by the passing of business time, one tenant after another. Safe with any number of replicas. */
export interface Sweep {
  readonly name: string;
  /** Does everything due at or before `now` in this tenant. */
  run(tenant: string, now: Date): Promise<void>;
}

export interface SweepLoopOptions {
  readonly sweeps: readonly Sweep[];
  readonly clock: BusinessClock;
  readonly tenants: () => Promise<readonly string[]>;
  readonly log: Logger;
}

export interface SweepLoop {
  /** Business time up to which every sweep of every tenant is done; undefined before the first round. */
  sweptUntil(): Date | undefined;
  /** Business time has jumped or work was added: look now. */
  wake(): void;
  stop(): Promise<void>;
}

/** Time between two rounds, milliseconds: the bound on how late a warning is. */
const ROUND_MS = 1_000;

/** Runs the sweeps round after round. A failing tenant is logged and comes again next round; the others go on. */
export function startSweepLoop(options: SweepLoopOptions): SweepLoop {
  let stopping = false;
  let sweptUntil: Date | undefined;
  // Woken in the middle of a round: what the wake is about may be past the tenants already looked at.
  let woken = false;
  let wake: () => void = () => undefined;

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, stopping || woken ? 0 : ROUND_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    while (!stopping) {
      woken = false;
      try {
        const now = await options.clock.now();
        if (await sweepOnce(options, now)) sweptUntil = now;
      } catch (error) {
        options.log.warn({ err: error }, 'sweep round put off');
      }
      await pause();
    }
  };
  const running = run();
  return {
    sweptUntil: () => sweptUntil,
    wake: () => {
      woken = true;
      wake();
    },
    stop: async () => {
      stopping = true;
      wake();
      await running;
    },
  };
}

async function sweepOnce(options: SweepLoopOptions, now: Date): Promise<boolean> {
  let complete = true;
  for (const tenant of await options.tenants()) {
    for (const sweep of options.sweeps) {
      try {
        await sweep.run(tenant, now);
      } catch (error) {
        complete = false;
        options.log.error(
          { err: error, tenant, sweep: sweep.name },
          'sweep failed; it comes again next round',
        );
      }
    }
  }
  return complete;
}
