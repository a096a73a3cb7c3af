import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@huiyin/demo-city/random';
import { isErrno } from '@huiyin/deploy/processes/process-identity';
import { livingProcesses } from '@huiyin/deploy/processes/pid-files';

/** What was done to the replicas. */
export interface Trouble {
  readonly done: Record<'kill' | 'pause' | 'shift', number>;
  /** Stops making trouble; every paused process runs on. */
  end(): Promise<void>;
}

/** Its starter gives a process up that dies five times in a row within 20 s of its start: each lives longer than that. */
const LIFE_MS = 25_000;
/** Shorter and longer than the two seconds after which a silent transaction is ended. */
const PAUSES_MS = { min: 300, max: 4_000 };
const BETWEEN_MS = { min: 200, max: 1_200 };

/** How often each kind of trouble is, beside the others. A shift needs processes that load shifting-clock.ts. */
const USUAL = { kill: 3, pause: 4, shift: 3 };

/** Kills, pauses and shifts the clocks of a service's processes at random, one at a time. */
export function makeTrouble(
  runDirectory: string,
  service: string,
  random: Random,
  weights: Readonly<Partial<typeof USUAL>> = USUAL,
): Trouble {
  const done = { kill: 0, pause: 0, shift: 0 };
  const ending = new AbortController();
  const over = once(ending.signal, 'abort');
  const rest = (ms: { min: number; max: number }): Promise<unknown> =>
    Promise.race([sleep(random.int(ms.min, ms.max)), over]);
  const killedAt = new Map<string, number>();

  const act = async (): Promise<void> => {
    const living = livingProcesses(runDirectory).filter(({ name }) => name.startsWith(service));
    if (living.length === 0) return;
    const { name, pid } = random.pick(living);
    const lived = performance.now() - (killedAt.get(name) ?? -LIFE_MS);
    let what = random.weighted({ kill: 0, pause: 0, shift: 0, ...weights });
    // A signal that it does not know yet would end it, too.
    if (what !== 'pause' && lived < LIFE_MS) what = 'pause';
    done[what] += 1;
    if (what === 'kill') {
      killedAt.set(name, performance.now());
      signal(pid, 'SIGKILL');
      return;
    }
    if (what === 'shift') {
      signal(pid, 'SIGUSR2');
      return;
    }
    signal(pid, 'SIGSTOP');
    await rest(PAUSES_MS);
    signal(pid, 'SIGCONT');
  };
  const acting = Promise.allSettled([making()]);
  async function making(): Promise<void> {
    while (!ending.signal.aborted) {
      await act();
      await rest(BETWEEN_MS);
    }
  }
  return {
    done,
    end: async () => {
      ending.abort();
      const [ended] = await acting;
      if (ended.status === 'rejected') throw ended.reason;
    },
  };
}

/** To one that is dying of an earlier signal, too: it is gone before the list of living ones knows. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error;
  }
}
