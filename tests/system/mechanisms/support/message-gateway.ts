import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { certificateFor } from '@huiyin/testkit/certificate';

/** What a gateway to 短信 and the like was told, in the order of its coming. */
interface Delivered {
  readonly id: string;
  readonly isSigned: boolean;
  readonly personId: string;
  readonly subject: string;
  /** The whole body, as it came. */
  readonly body: string;
  readonly answer: number;
}

/** A gateway over TLS, certified by an authority that only its file names. */
export interface MessageGateway {
  readonly settings: Readonly<Record<'WEBHOOK_HOSTS' | 'WEBHOOK_SECRET' | 'MESSAGE_CA_FILE', string>>;
  readonly url: string;
  readonly told: readonly Delivered[];
  /** From now on it answers so. */
  answer(status: number): void;
  close(): Promise<void>;
}

const KEY = Buffer.alloc(32, 7);

/** Listens on a free port of this machine. */
export async function openMessageGateway(): Promise<MessageGateway> {
  const { authority, cert, key } = await certificateFor('localhost');
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-gateway-'));
  const authorityFile = join(folder, 'authority.pem');
  await writeFile(authorityFile, authority);
  const told: Delivered[] = [];
  let status = 204;
  const server = createServer({ cert, key }, async (request, response) => {
    const body = await textOf(request);
    const id = String(request.headers['webhook-id']);
    const signed = `${id}.${String(request.headers['webhook-timestamp'])}.${body}`;
    const isSigned = isSame(String(request.headers['webhook-signature']), signatureOf(signed));
    const { data } = JSON.parse(body) as { data: { personId: string; subject: string } };
    told.push({ id, isSigned, personId: data.personId, subject: data.subject, body, answer: status });
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    settings: {
      WEBHOOK_HOSTS: 'localhost',
      WEBHOOK_SECRET: `whsec_${KEY.toString('base64')}`,
      MESSAGE_CA_FILE: authorityFile,
    },
    url: `https://localhost:${(server.address() as AddressInfo).port}/notify`,
    told,
    answer: (next) => {
      status = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** As Standard Webhooks has it. */
function signatureOf(signed: string): string {
  return `v1,${createHmac('sha256', KEY).update(signed).digest('base64')}`;
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
