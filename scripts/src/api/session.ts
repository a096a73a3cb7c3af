import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastingCookie } from './lasting-cookie.ts';

interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly field?: string;
}

/** A refusal by the API, with the problem's stable code. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly code: string;
  /** What to do, Chinese, for people. */
  readonly detail: string;
  /** JSON pointer; empty when no field is to blame. */
  readonly field: string;

  constructor(request: string, status: number, problem: Problem) {
    const detail = problem.detail ?? problem.title ?? '';
    super(`${request} → ${status} ${problem.code ?? ''} ${detail}`);
    this.detail = detail;
    this.field = problem.field ?? '';
    this.name = 'ApiRefusal';
    this.status = status;
    this.code = problem.code ?? '';
  }
}

/** What every command answers. */
export interface Accepted {
  readonly service: string;
  readonly id: string;
  readonly version: number;
  readonly label?: string;
}

/** Someone logged in at the gateway, as a browser would be. */
export interface ApiSession {
  readonly login: string;
  readonly personId: string;
  /** Of the membership that is active. */
  readonly tenant: string;
  get<Answer>(path: string): Promise<Answer>;
  /** Every item of a paged list. */
  all<Item>(path: string): Promise<readonly Item[]>;
  /** Sends a command, its body as JSON or as the bytes it is. "Not yet" and "not now" are asked again with the same key, as the API asks for. */
  post(path: string, body?: unknown): Promise<Accepted>;
  patch(path: string, body: unknown, version: number): Promise<Accepted>;
  /** For answers that are no command's. */
  send<Answer>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

/** A command that was accepted, and how to send the very same once more. */
export interface SentCommand {
  readonly tenant: string;
  readonly request: string;
  readonly idempotencyKey: string;
  readonly accepted: Accepted;
  again(): Promise<Accepted>;
}

/** How long a command may be told "not yet" before that is the answer. */
const GIVE_UP_MS = 20_000;
const DEFAULT_RETRY_MS = 200;
const MAX_RETRY_MS = 1_000;

/**
 * Logs in, and again after a long rest. Throws ApiRefusal when the gateway does not believe it. `onAccepted` hears of
 * every accepted command; without `membershipId` it begins in the person's first membership.
 */
export async function logIn(
  gatewayUrl: string,
  login: string,
  password: string,
  onAccepted?: (command: SentCommand) => void,
  membershipId?: string,
): Promise<ApiSession> {
  const enter = (): Promise<Entered> => entered(gatewayUrl, { login, password, membershipId });
  const { me, cookie } = await enter();
  const lasting = lastingCookie(cookie, async () => (await enter()).cookie);
  const send = sender(gatewayUrl, lasting);
  return {
    login,
    personId: me.personId,
    tenant: me.tenant,
    get: (path) => send('GET', path),
    all: (path) => allPages(send, path),
    post: async (path, body) => {
      const idempotencyKey = randomUUID();
      const again = (): Promise<Accepted> => send('POST', path, body, { 'idempotency-key': idempotencyKey });
      const accepted = await again();
      const tenant = login.split('@')[1] ?? '';
      onAccepted?.({ tenant, request: `POST ${path}`, idempotencyKey, accepted, again });
      return accepted;
    },
    patch: (path, body, version) => send('PATCH', path, body, { 'if-match': `"${version}"` }),
    send,
  };
}

interface Entered {
  readonly me: { readonly personId: string; readonly tenant: string };
  readonly cookie: string;
}

interface Credentials {
  readonly login: string;
  readonly password: string;
  readonly membershipId: string | undefined;
}

async function entered(gatewayUrl: string, credentials: Credentials): Promise<Entered> {
  const response = await askedAgain(`POST /session ${credentials.login}`, () =>
    fetch(`${gatewayUrl}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: gatewayUrl },
      body: JSON.stringify(credentials),
    }),
  );
  const me = (await response.json()) as Entered['me'];
  return { me, cookie: (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' };
}

function sender(gatewayUrl: string, cookieNow: () => Promise<string>) {
  return async <Answer>(
    method: string,
    path: string,
    body?: unknown,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const headers = {
      cookie: await cookieNow(),
      origin: gatewayUrl,
      ...(body === undefined ? {} : { 'content-type': isBytes(body) ? BYTES : 'application/json' }),
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...more,
    };
    const sent = body === undefined ? {} : { body: isBytes(body) ? body : JSON.stringify(body) };
    const response = await askedAgain(`${method} ${path}`, () =>
      fetch(`${gatewayUrl}/api/v1${path}`, { method, headers, ...sent }),
    );
    return (await contentOf(response)) as Answer;
  };
}

/** The answer of an accepted request; whoever is told "not now" asks again. Throws ApiRefusal. */
async function askedAgain(request: string, send: () => Promise<Response>): Promise<Response> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (;;) {
    const response = await send();
    if (response.ok) return response;
    const problem = (await response.json()) as Problem;
    const again = response.headers.has('retry-after') && performance.now() < giveUpAt;
    if (!again) throw new ApiRefusal(request, response.status, problem);
    const seconds = Number(response.headers.get('retry-after'));
    await sleep(Math.min(seconds > 0 ? seconds * 1000 : DEFAULT_RETRY_MS, MAX_RETRY_MS));
  }
}

const BYTES = 'application/octet-stream';

function isBytes(body: unknown): body is Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array;
}

/** JSON, the bytes of a file, or nothing. */
async function contentOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return isJson ? response.json() : new Uint8Array(await response.arrayBuffer());
}

const PAGE = 200;

async function allPages<Item>(
  send: <Answer>(method: string, path: string) => Promise<Answer>,
  path: string,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor = '';
  do {
    const separator = path.includes('?') ? '&' : '?';
    const from = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await send<{ items: readonly Item[]; nextCursor?: string }>(
      'GET',
      `${path}${separator}limit=${PAGE}${from}`,
    );
    items.push(...page.items);
    cursor = page.nextCursor ?? '';
  } while (cursor !== '');
  return items;
}
