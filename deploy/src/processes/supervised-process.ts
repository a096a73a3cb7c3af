import { setTimeout as sleep } from 'node:timers/promises';
import { describeExit, type ManagedProcess } from './managed-process.ts';
import type { ServiceOutput } from './service-output.ts';

export interface Supervision {
  readonly name: string;
  readonly launch: () => ManagedProcess;
  readonly output: ServiceOutput;
  /** Where to read on; named in the line that says that it keeps dying. */
  readonly logFile: string;
  readonly say: (line: string) => void;
}

export interface SupervisedProcess {
  readonly name: string;
  /** One line, once, when it keeps dying and is not started again. */
  readonly gaveUp: Promise<string>;
  stop(): Promise<void>;
}

/** Deaths in a row, each within `STABLE_MS` of its start, after which restarting is pointless. */
const MAX_DEATHS = 5;
const STABLE_MS = 20_000;
const FIRST_DELAY_MS = 250;
const MAX_DELAY_MS = 5_000;
/** A process says with it that its configuration is wrong: starting it again would end the same way. */
const CONFIG_EXIT_CODE = 78;

/** Runs a process and starts it again when it ends by itself, later each time. */
export function supervise(supervision: Supervision): SupervisedProcess {
  const { name, output } = supervision;
  const stopping = new AbortController();
  const running: { process?: ManagedProcess } = {};
  const start = (): ManagedProcess => {
    const process = supervision.launch();
    output.follow(process.child);
    running.process = process;
    return process;
  };
  const over = keepRunning(supervision, start, stopping.signal);
  return {
    name,
    gaveUp: over.then((line) => line ?? new Promise<never>(() => undefined)),
    stop: async () => {
      stopping.abort();
      await running.process?.stop();
      await over;
      output.close();
    },
  };
}

/** Answers the line to fail with, or nothing when it was stopped on purpose. */
async function keepRunning(
  { name, output, logFile, say }: Supervision,
  start: () => ManagedProcess,
  stopping: AbortSignal,
): Promise<string | undefined> {
  for (let deaths = 0; !stopping.aborted;) {
    const startedAt = performance.now();
    const status = await start().exited;
    if (stopping.aborted) return undefined;
    const exit = describeExit(status);
    if (status.code === CONFIG_EXIT_CODE)
      return `${name} refuses its configuration: ${output.lastWords() ?? exit}`;
    deaths = performance.now() - startedAt > STABLE_MS ? 1 : deaths + 1;
    if (deaths === MAX_DEATHS) {
      const words = output.lastWords();
      return `${name} keeps dying (${exit})${words === undefined ? '' : `: ${words}`}; see ${logFile}`;
    }
    const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (deaths - 1), MAX_DELAY_MS);
    say(`${name} ended (${exit}); starting it again in ${delayMs} ms`);
    await sleep(delayMs, undefined, { signal: stopping }).catch(() => undefined);
  }
  return undefined;
}
