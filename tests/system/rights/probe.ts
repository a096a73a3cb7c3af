import { createHash, randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import type { Expected } from './table.ts';

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Someone logged in who only asks whether the API lets them; nothing is asked again. */
export interface Prober {
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** One answer, asked once for all questions about what it says. */
  read(path: string): Promise<Answer>;
  /** Every page of a list, asked once for all questions about it. */
  list(path: string): Promise<Answer>;
}

async function cookieOf(gatewayUrl: string, login: string): Promise<string> {
  const response = await fetch(`${gatewayUrl}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: gatewayUrl },
    body: JSON.stringify({ login, password: DEMO_PASSWORD }),
  });
  if (!response.ok) throw new Error(`${login} cannot log in: ${response.status}`);
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

/** How a text names a file. */
export interface AttachmentRef {
  readonly attachmentId: string;
  readonly sha256: string;
  readonly name: string;
}

/** A file that its uploader may name in a text. */
export async function upload(gatewayUrl: string, login: string): Promise<AttachmentRef> {
  const content = Buffer.from('%PDF-1.7\n');
  const name = '现场照片.pdf';
  const response = await fetch(`${gatewayUrl}/api/v1/attachments?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: {
      ...{ cookie: await cookieOf(gatewayUrl, login), origin: gatewayUrl },
      ...{ 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() },
    },
    body: new Uint8Array(content),
  });
  const { id: attachmentId } = (await response.json()) as { id: string };
  return { attachmentId, sha256: createHash('sha256').update(content).digest('hex'), name };
}

/** Logs in once for all questions. */
export async function prober(gatewayUrl: string, login: string): Promise<Prober> {
  const cookie = await cookieOf(gatewayUrl, login);
  const ask: Prober['ask'] = async (method, path, body, headers = {}) => {
    const answer = await fetch(`${gatewayUrl}/api/v1${path}`, {
      method,
      headers: {
        ...{ cookie, origin: gatewayUrl, ...headers },
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // A stream stays open; that it was opened is the answer.
    const isStream = answer.headers.get('content-type') === 'text/event-stream';
    if (isStream) await answer.body?.cancel();
    return { status: answer.status, text: isStream ? '' : await answer.text() };
  };
  return {
    ask,
    read: once((path) => ask('GET', path)),
    list: once((path) => allPages(ask, path)),
  };
}

/** Remembers what was answered. */
function once(asking: (path: string) => Promise<Answer>): (path: string) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (path) => {
    const asked = answers.get(path) ?? asking(path);
    answers.set(path, asked);
    return asked;
  };
}

/** Few enough that every list has several pages. */
const PAGE = 15;

async function allPages(ask: Prober['ask'], path: string): Promise<Answer> {
  const texts: string[] = [];
  let cursor = '';
  do {
    const mark = path.includes('?') ? '&' : '?';
    const page = await ask('GET', `${path}${mark}limit=${PAGE}&cursor=${encodeURIComponent(cursor)}`);
    if (page.status !== 200) return page;
    texts.push(page.text);
    cursor = (JSON.parse(page.text) as { nextCursor?: string }).nextCursor ?? '';
  } while (cursor !== '');
  return { status: 200, text: texts.join('\n') };
}

/** Facts of other services that an act waits for, once it is known that the asker may do it. */
const GATES = ['"dual-confirmation-completed"', '"meeting-held"'] as const;

/**
 * What an answer says about the right alone. A changing action is sent to a case that is over, or with a content that
 * its rules refuse: whoever may do it is told so (400, 409, 412), and nothing changes; 2xx would have changed it.
 */
export function verdict(method: string, status: number, text: string): Expected | `unclear ${number}` {
  if (status === 403) return 'deny';
  // A service that has never heard of a case says so as it does of any id that does not exist.
  if (status === 404) return 'hide';
  if (text.includes('"fact-not-yet-known"'))
    return GATES.some((fact) => text.includes(fact)) ? 'allow' : 'hide';
  if (
    method === 'GET' ? status === 200 || status === 409 : status === 400 || status === 409 || status === 412
  )
    return 'allow';
  return `unclear ${status}`;
}
