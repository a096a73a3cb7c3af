import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const LOWEST_PORT = 21_000;
/** Ports above belong to outgoing connections. */
const HIGHEST_PORT = 32_000;

/** A real broker of a test's own, so that it can be killed. */
export interface NatsServer {
  readonly url: string;
  /** SIGKILL, as a power failure would. */
  kill(): Promise<void>;
  /** Starts again on the same store and port. */
  restart(): Promise<void>;
  /** Kills it and removes its store. */
  remove(): Promise<void>;
}

/** Starts nats-server with JetStream on a free port and an empty store. */
export async function startNatsServer(): Promise<NatsServer> {
  const store = await mkdtemp(join(tmpdir(), 'huiyin-nats-'));
  const port = await freePort();
  let child = await launch(port, store);
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  return {
    url: `nats://127.0.0.1:${port}`,
    kill,
    restart: async () => {
      await kill();
      child = await launch(port, store);
    },
    remove: async () => {
      await kill();
      await rm(store, { recursive: true, force: true });
    },
  };
}

async function launch(port: number, store: string): Promise<ChildProcess> {
  const child = spawn('nats-server', ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', store], {
    stdio: 'ignore',
  });
  const failed = once(child, 'error').then(([error]) => Promise.reject(error as Error));
  await Promise.race([listening(port), failed]);
  return child;
}

async function listening(port: number): Promise<void> {
  const giveUpAt = Date.now() + 10_000;
  while (Date.now() < giveUpAt) {
    if (await answers(port)) return;
    await delay(20);
  }
  throw new Error(`nats-server does not listen on ${port}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = LOWEST_PORT + Math.floor(Math.random() * (HIGHEST_PORT - LOWEST_PORT));
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error('no free port');
}
