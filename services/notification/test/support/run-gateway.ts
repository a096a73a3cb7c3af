import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the gateway had it. */
export interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A tenant's gateway to 短信 and the like, on this machine. */
export interface Gateway {
  readonly port: number;
  readonly heard: Heard[];
  /** What it does with a request once it has it whole. */
  answer: (response: ServerResponse) => void;
  close(): void;
}

/** Takes the message. */
export function take(response: ServerResponse): void {
  response.writeHead(204).end();
}

/** Runs one that takes what it gets, until it is told otherwise. */
export async function runGateway(): Promise<Gateway> {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      gateway.heard.push({ headers: request.headers, body: Buffer.concat(pieces).toString('utf8') });
      gateway.answer(response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const gateway: Gateway = {
    port: (server.address() as AddressInfo).port,
    heard: [],
    answer: take,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return gateway;
}
