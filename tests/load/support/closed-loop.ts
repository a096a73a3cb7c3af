import { quantile } from '@huiyin/scripts/bench/statistics';
import { Pool, type Dispatcher } from 'undici';
import { processorSeconds } from './processor-time.ts';

/** One request of the load, ready to be sent. */
export type LoadRequest = Pick<Dispatcher.RequestOptions, 'path' | 'headers' | 'body'>;

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that were no acceptance. */
  readonly errors: number;
  /** Milliseconds of processor that the other side used for each; undefined where that cannot be known. */
  readonly processorMs: number | undefined;
}

/** Who answers. */
export interface Answering {
  readonly origin: string;
  /** Process ids; those they have started are counted with them. */
  readonly processes: readonly number[];
}

/**
 * Sends each client's requests (POST) one after another, all clients at once, each on a connection of its own. `hear` gets
 * every answer that is an acceptance; the others are counted.
 */
export async function closedLoop(
  { origin, processes }: Answering,
  clients: readonly (readonly LoadRequest[])[],
  hear: (client: number, answer: string) => void = () => undefined,
): Promise<LoadResult> {
  const pool = new Pool(origin, { connections: clients.length, pipelining: 1 });
  const waits: number[] = [];
  let errors = 0;
  const usedBefore = processorSeconds(processes);
  const startedAt = performance.now();
  try {
    await Promise.all(
      clients.map(async (requests, client) => {
        for (const request of requests) {
          const sentAt = performance.now();
          const answer = await send(pool, request);
          if (answer === undefined) {
            errors += 1;
            continue;
          }
          waits.push(performance.now() - sentAt);
          hear(client, answer);
        }
      }),
    );
  } finally {
    await pool.close();
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const used = processorSeconds(processes);
  return {
    ...{ perSecond: waits.length / seconds, p50: quantile(waits, 0.5), p99: quantile(waits, 0.99) },
    errors,
    processorMs:
      used === undefined || usedBefore === undefined
        ? undefined
        : ((used - usedBefore) * 1000) / waits.length,
  };
}

const TOO_MANY = 429;
const BROKEN = 500;

/** The answer; undefined for "not now" and for a failure. Throws for a request that is wrong in itself. */
async function send(pool: Pool, request: LoadRequest): Promise<string | undefined> {
  const { statusCode, body } = await pool.request({ ...request, method: 'POST' });
  const text = await body.text();
  if (statusCode >= 200 && statusCode <= 299) return text;
  if (statusCode === TOO_MANY || statusCode >= BROKEN) return undefined;
  throw new Error(`POST ${request.path} → ${statusCode} ${text}`);
}
