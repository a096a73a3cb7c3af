import { Agent, request, type OutgoingHttpHeaders } from 'node:http';

export interface RawRequest {
  readonly method: string;
  /** Sent as it is: nothing is normalised or escaped. */
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

export interface RawAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  /** Parsed when the answer is JSON, else undefined. */
  readonly body: unknown;
}

const WITHIN_MS = 30_000;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/**
 * Sends bytes that a well-behaved client would not. A kept connection may be closed by the server in the very moment in
 * which the request is written to it; that request was never read and is sent again, once, on a connection of its own.
 */
export async function sendRaw(baseUrl: string, raw: RawRequest): Promise<RawAnswer> {
  try {
    return await sendOn(agent, baseUrl, raw);
  } catch (error) {
    if (!(error instanceof ClosedWhileKept)) throw error;
    return sendOn(false, baseUrl, raw);
  }
}

class ClosedWhileKept extends Error {}

function sendOn(connections: Agent | false, baseUrl: string, raw: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(baseUrl);
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
  const length = raw.body === undefined ? {} : { 'content-length': Buffer.byteLength(raw.body) };
  const sent = request(
    {
      hostname,
      port,
      agent: connections,
      method: raw.method,
      path: raw.path,
      headers: { ...length, ...raw.headers },
      timeout: WITHIN_MS,
    },
    (response) => {
      const contentType = response.headers['content-type'] ?? '';
      const status = response.statusCode ?? 0;
      if (contentType === 'text/event-stream') {
        // A stream stays open; that it was opened is the answer.
        response.destroy();
        resolve({ status, contentType, text: '', body: undefined });
        return;
      }
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status, contentType, text, body: parsed(contentType, text) });
      });
    },
  );
  sent.on('timeout', () => sent.destroy(new Error(`no answer within ${WITHIN_MS} ms`)));
  sent.on('error', (error: NodeJS.ErrnoException) => {
    const isClosed = error.code === 'ECONNRESET' || error.code === 'EPIPE';
    const { method, path } = raw;
    const failure = { cause: error };
    reject(
      isClosed && sent.reusedSocket
        ? new ClosedWhileKept('the kept connection was closed', failure)
        : new Error(`${method} ${path} got no answer: ${error.message}`, failure),
    );
  });
  sent.end(raw.body);
  return promise;
}

function parsed(contentType: string, text: string): unknown {
  try {
    return contentType.includes('json') ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
