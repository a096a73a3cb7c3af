import { createConnection, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { FIRST_EPHEMERAL_PORT, LOOPBACK } from '../topology.ts';

/** Lowest port a test run takes: above the ports of `npm start`. */
const FIRST_RANDOM_PORT = 16_000;
const ATTEMPTS = 50;
const POLL_MS = 30;

/** True when nobody listens there, on this address or on all. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, LOOPBACK)) && (await canListen(port, undefined));
}

/** The first port of a run of `count` free ones below the ephemeral range, chosen at random so that runs side by side seldom meet. */
export async function freePortRange(count: number): Promise<number> {
  const places = Math.floor((FIRST_EPHEMERAL_PORT - FIRST_RANDOM_PORT) / count);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const base = FIRST_RANDOM_PORT + Math.floor(Math.random() * places) * count;
    const ports = Array.from({ length: count }, (_, index) => base + index);
    if ((await Promise.all(ports.map(isPortFree))).every(Boolean)) return base;
  }
  throw new Error(`no ${count} free ports in a row were found in ${ATTEMPTS} attempts`);
}

/** Waits until `probe` answers true. False when the deadline passes or `ended` settles first. */
export async function becomesReady(
  probe: () => Promise<boolean>,
  timeoutMs: number,
  ended: Promise<unknown>,
  pollMs: number = POLL_MS,
): Promise<boolean> {
  const state = { over: false };
  void ended.then(() => {
    state.over = true;
  });
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline && !state.over) {
    if (await probe()) return true;
    await sleep(pollMs);
  }
  return false;
}

/** Connects, sends `request` and answers the first bytes that come back; undefined when there is no connection. */
export async function ask(port: number, request: string, timeoutMs = 1000): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: LOOPBACK, timeout: timeoutMs });
    const done = (answer: string | undefined): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => socket.write(request));
    socket.once('data', (chunk) => done(chunk.toString('utf8')));
    socket.once('timeout', () => done(undefined));
    socket.once('error', () => done(undefined));
    socket.once('close', () => done(undefined));
  });
}

async function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, ...(host === undefined ? {} : { host }), exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}
