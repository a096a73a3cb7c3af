import { setTimeout as sleep } from 'node:timers/promises';
import { stableId } from '@huiyin/kernel/ids';
import { ApiRefusal } from '@huiyin/scripts/api/session';
import type { Batch, CityOfClocks } from './city-of-clocks.ts';

/** Requests a second: a busy office. */
const EVERY_MS = 50;
/** Every so many requests one is a command. */
const COMMAND_EVERY = 5;
const NOT_NOW = 503;

/** Milliseconds of each request, counted from when it should have been sent: a stall counts for all that wait in it. */
export interface Waits {
  readonly reads: number[];
  readonly commands: number[];
  /** Refused as "not now", again and again, until the asker gave up: their wait is counted too. */
  refused: number;
}

/** Sends what people at the desk send, at a steady rate, until told to end. Throws on a refusal other than "not now". */
export function askMeanwhile(city: CityOfClocks, batch: Batch): { end(): Promise<Waits> } {
  const waits: Waits = { reads: [], commands: [], refused: 0 };
  const running: Promise<void>[] = [];
  let ending = false;
  const asking = (async (): Promise<void> => {
    const startedAt = performance.now();
    for (let n = 0; !ending; n += 1) {
      const meantAt = startedAt + n * EVERY_MS;
      await sleep(Math.max(0, meantAt - performance.now()));
      const asked = ask(city, batch, { n, meantAt, waits });
      // Whoever ends the asking hears of it.
      asked.catch(() => undefined);
      running.push(asked);
    }
  })();
  return {
    end: async () => {
      ending = true;
      await asking;
      await Promise.all(running);
      return waits;
    },
  };
}

async function ask(
  { desk }: CityOfClocks,
  { cases }: Batch,
  { n, meantAt, waits }: { readonly n: number; readonly meantAt: number; readonly waits: Waits },
): Promise<void> {
  // From the end: the sweep takes cases in another order, so some are fired already and some are not.
  const one = cases[cases.length - 1 - (n % cases.length)];
  if (one === undefined) throw new Error('a batch has cases');
  const clock = stableId(one.caseId, 'plan', one.subjects[n % one.subjects.length] ?? '', '1');
  const isCommand = n % COMMAND_EVERY === COMMAND_EVERY - 1;
  try {
    if (isCommand) await desk.post('/urges', { clockId: clock, message: '请按期提交办理方案。' });
    else if (n % 2 === 0) await desk.get('/clocks?limit=50');
    else await desk.get(`/clocks/${clock}/explanation`);
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.status !== NOT_NOW) throw error;
    waits.refused += 1;
  }
  (isCommand ? waits.commands : waits.reads).push(performance.now() - meantAt);
}
