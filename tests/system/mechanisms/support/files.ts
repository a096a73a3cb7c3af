import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { expect, inject } from 'vitest';

const API = `${inject('gatewayUrl')}/api/v1`;

/** The cookie of somebody, for what is not JSON. */
export async function cookieOf(login: string): Promise<string> {
  const response = await fetch(`${API}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: DEMO_PASSWORD }),
  });
  expect(response.status, login).toBeLessThan(300);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Uploads a file; the answer has a `code` when it was refused. */
export async function upload(cookie: string, name: string, content: Buffer, key: string = randomUUID()) {
  const response = await fetch(`${API}/attachments?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/octet-stream', 'idempotency-key': key },
    body: new Uint8Array(content),
  });
  return (await response.json()) as { readonly id: string; readonly code?: string };
}

export const download = (cookie: string, id: string): Promise<Response> =>
  fetch(`${API}/attachments/${id}/content`, { headers: { cookie } });
