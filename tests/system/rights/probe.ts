import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import type { Expected } from './table.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Someone logged in who only asks whether the API lets them; nothing is asked again. */
export interface Prober {
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
}

/** Logs in once for all questions. */
export async function prober(gatewayUrl: string, login: string): Promise<Prober> {
  const response = await fetch(`${gatewayUrl}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: gatewayUrl },
    body: JSON.stringify({ login, password: DEMO_PASSWORD }),
  });
  if (!response.ok) throw new Error(`${login} cannot log in: ${response.status}`);
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  return {
    ask: async (method, path, body) => {
      const answer = await fetch(`${gatewayUrl}/api/v1${path}`, {
        method,
        headers: {
          ...{ cookie, origin: gatewayUrl },
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, text: await answer.text() };
    },
  };
}

/**
 * What an answer says about the right alone. A changing action is sent to a case that is over, or with a content that
 * its rules refuse: whoever may do it is told so (400, 409, 412), and nothing changes; 2xx would have changed it.
 */
export function verdict(method: string, status: number, text: string): Expected | `unclear ${number}` {
  if (status === 403) return 'deny';
  // A service that has never heard of a case says so as it does of any id that does not exist.
  if (status === 404 || text.includes('"fact-not-yet-known"')) return 'hide';
  if (method === 'GET' ? status === 200 : status === 400 || status === 409 || status === 412) return 'allow';
  return `unclear ${status}`;
}
