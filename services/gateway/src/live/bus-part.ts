import { connectBus } from '@huiyin/bus/connect';
import { watchEvents } from '@huiyin/bus/watch-events';
import type { Part } from '@huiyin/runtime/lifecycle';
import type { FastifyBaseLogger } from 'fastify';
import type { Watchers } from './watchers.ts';

type Connection = Awaited<ReturnType<typeof connectBus>>;

/**
 * Listens to the broker for the watchers. Nothing else in the gateway needs the broker, so it starts and serves
 * without one, and listens as soon as there is one.
 */
export function busPart(options: {
  readonly url: string;
  readonly watchers: Watchers;
  readonly log: FastifyBaseLogger;
}): Part {
  const { url, watchers, log } = options;
  let connection: Connection | undefined;
  let isStopped = false;
  const listen = async (): Promise<void> => {
    while (connection === undefined && !isStopped) {
      try {
        const found = await connectBus({ url, name: 'gateway', log });
        if (isStopped) return await found.close();
        connection = found;
        watchEvents(found, watchers, log);
      } catch (error) {
        log.warn({ err: error }, 'no broker yet: pages change only when they ask again');
      }
    }
  };
  return {
    name: 'broker',
    phase: 'broker',
    start: async () => void listen(),
    stop: async () => {
      isStopped = true;
      await connection?.close();
    },
  };
}
