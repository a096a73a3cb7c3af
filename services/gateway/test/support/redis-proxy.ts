import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

/** A door before Redis that a test can shut or let hang. */
export interface RedisProxy {
  readonly url: string;
  /** `hang`: connected, no answers (a stopped process). `shut`: refused (a dead one). */
  set(state: 'open' | 'hang' | 'shut'): void;
  stop(): void;
}

export async function startRedisProxy(redisUrl: string): Promise<RedisProxy> {
  const target = new URL(redisUrl);
  const sockets = new Set<Socket>();
  let state: 'open' | 'hang' | 'shut' = 'open';
  const server = createServer((client) => {
    if (state === 'shut') {
      client.destroy();
      return;
    }
    const upstream = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => void (state === 'open' && to.write(chunk)));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(redisUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    set: (next) => {
      // What hung is lost: bytes were dropped, so the connection cannot go on.
      if (next === 'shut' || state === 'hang') cut();
      state = next;
    },
    stop: () => {
      cut();
      server.close();
    },
  };
}
