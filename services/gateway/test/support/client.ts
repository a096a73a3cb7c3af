import { randomUUID } from 'node:crypto';
import { PASSWORD } from './stub-services.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** Sends JSON as a script would; a POST gets a fresh Idempotency-Key unless `headers` says otherwise. */
export async function send(
  url: string,
  options: { method?: string; body?: unknown; cookie?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const method = options.method ?? 'GET';
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  // A stream stays open; that it was opened is the answer.
  const isStream = response.headers.get('content-type') === 'text/event-stream';
  if (isStream) await response.body?.cancel();
  const text = isStream ? '' : await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : { text };
  return { status: response.status, headers: response.headers, body };
}

export async function logIn(
  baseUrl: string,
  login: string,
  more: Record<string, unknown> = {},
): Promise<{ answer: Answer; cookie: string }> {
  const body = { login, password: PASSWORD, ...more };
  const answer = await send(`${baseUrl}/api/v1/session`, { method: 'POST', body });
  return { answer, cookie: cookieOf(answer) };
}

/** `name=value` of the cookie an answer sets; empty when it sets none. */
export function cookieOf(answer: Answer): string {
  return answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
}
