import { createClient, type RedisClientType } from 'redis';

/** A command that has not answered by then counts as failed; the server may be stopped, not closed. */
const ANSWER_WITHIN_MS = 3_000;
/** While the gateway itself starts on a busy machine, its own event loop may stand still for seconds. */
const CONNECT_WITHIN_MS = 10_000;
const LONGEST_RECONNECT_MS = 2_000;
const LONGEST_QUEUE = 10_000; // commands

type Client = RedisClientType;

/** Redis did not answer. What was asked may have been done or not. */
export class RedisUnavailable extends Error {}

/** Redis, which may be lost at any time: every question has a limit in time and may fail. */
export interface Redis {
  /** Runs one command (or MULTI). Throws RedisUnavailable. */
  ask<Answer>(question: (client: Client) => Promise<Answer>): Promise<Answer>;
  /** True when Redis answers now. */
  answers(): Promise<boolean>;
  close(): void;
}

/** Begins to connect and keeps trying; does not wait, since the gateway can serve without Redis for a while. */
export function connectRedis(url: string, onProblem: (error: Error) => void): Redis {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: LONGEST_QUEUE,
    commandOptions: { timeout: ANSWER_WITHIN_MS },
    socket: {
      connectTimeout: CONNECT_WITHIN_MS,
      reconnectStrategy: (attempts) => Math.min(50 * 2 ** Math.min(attempts, 6), LONGEST_RECONNECT_MS),
    },
  });
  client.on('error', onProblem);
  client.connect().catch(onProblem);
  const ask = <Answer>(question: (client: Client) => Promise<Answer>): Promise<Answer> =>
    client.isReady ? inTime(question(client)) : Promise.reject(new RedisUnavailable('not connected'));
  return {
    ask,
    answers: async () => {
      try {
        return (await ask((redis) => redis.ping())) === 'PONG';
      } catch {
        return false;
      }
    },
    close: () => {
      client.destroy();
    },
  };
}

/** The client's own timeout covers only commands it has not written yet, so a stopped server needs this one. */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const { promise, reject } = Promise.withResolvers<never>();
  // After a busy stretch of this process an answer may lie in the socket unread: let it be read first.
  const giveUp = (): void => reject(new RedisUnavailable('no answer in time'));
  const timer = setTimeout(() => setImmediate(giveUp), ANSWER_WITHIN_MS);
  try {
    return await Promise.race([answer, promise]);
  } catch (cause) {
    throw cause instanceof RedisUnavailable ? cause : new RedisUnavailable('command failed', { cause });
  } finally {
    clearTimeout(timer);
    answer.catch(() => undefined);
  }
}
