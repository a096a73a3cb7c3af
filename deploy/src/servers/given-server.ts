import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { connect as connectNats } from '@nats-io/transport-node';
import { connectAsAdmin } from '../databases.ts';
import { withoutCredentials } from './server-urls.ts';

export type GivenVariable = 'DATABASE_URL' | 'NATS_URL' | 'REDIS_URL';

const ANSWER_WITHIN_MS = 5_000;
const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  'postgres:': 5432,
  'postgresql:': 5432,
  'nats:': 4222,
  'tls:': 4222,
  'redis:': 6379,
  'rediss:': 6379,
};

/** The line that says why a server that was given cannot be used; undefined when it can. Shows no credentials. */
export async function givenServerProblem(variable: GivenVariable, url: string): Promise<string | undefined> {
  const shown = withoutCredentials(url);
  if (!(await accepts(new URL(url)))) return `${variable}: nobody answers at ${shown}`;
  const reason = await LOOKS[variable](url);
  return reason === undefined ? undefined : `${variable}: ${shown} cannot be used: ${reason}`;
}

/** Each begins as its services will, and answers what went wrong. */
const LOOKS: Readonly<Record<GivenVariable, (url: string) => Promise<string | undefined>>> = {
  DATABASE_URL: async (url) => {
    try {
      await (await connectAsAdmin(url)).close();
      return undefined;
    } catch (error) {
      return messageOf(error instanceof Error ? (error.cause ?? error) : error);
    }
  },
  NATS_URL: async (url) => {
    try {
      const options = { servers: url, timeout: ANSWER_WITHIN_MS, maxReconnectAttempts: 0 };
      const connection = await connectNats(options);
      const hasJetStream = connection.info?.jetstream === true;
      await connection.close();
      return hasJetStream ? undefined : 'its JetStream is switched off';
    } catch (error) {
      return messageOf(error);
    }
  },
  REDIS_URL: async (url) => {
    const { username, password } = new URL(url);
    const login = [username, password].filter((part) => part !== '').map(decodeURIComponent);
    const answer = await ask(
      new URL(url),
      `${login.length > 0 ? `AUTH ${login.join(' ')}\r\n` : ''}PING\r\n`,
    );
    if (answer === undefined) return 'it does not answer as Redis does';
    const refusal = /^-(.*)$/m.exec(answer)?.[1];
    if (refusal !== undefined) return refusal.trim();
    return answer.includes('+PONG') ? undefined : 'it does not answer as Redis does';
  },
};

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function accepts(url: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = open(url, false);
    const done = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('timeout', () => done(false));
    socket.once('error', () => done(false));
  });
}

/** Sends a request and answers what has come back by the time the other side pauses or hangs up. */
function ask(url: URL, request: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = open(url, url.protocol === 'rediss:');
    let heard = '';
    const done = (): void => {
      socket.destroy();
      resolve(heard === '' ? undefined : heard);
    };
    socket.once(url.protocol === 'rediss:' ? 'secureConnect' : 'connect', () => socket.write(request));
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('utf8');
      if (/\+PONG|^-/m.test(heard)) done();
    });
    for (const end of ['timeout', 'error', 'close']) socket.once(end, done);
  });
}

function open({ protocol, hostname, port }: URL, encrypted: boolean): Socket {
  const where = {
    host: hostname,
    port: port === '' ? (DEFAULT_PORTS[protocol] ?? 0) : Number(port),
    timeout: ANSWER_WITHIN_MS,
  };
  return encrypted ? connectTls(where) : connectPlain(where);
}
