import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { PLACES, YUNCHUAN } from '@huiyin/demo-city/places';
import { seededRandom } from '@huiyin/demo-city/random';
import { demoSuggestion } from '@huiyin/demo-city/suggestion';
import type { LoadRequest } from '../support/closed-loop.ts';

/** Clients at once: as many deputies of all tenants as submit at the same moment. */
export const CLIENTS = 64;
/** Characters of a suggestion: title, facts and demands. */
export const CHARACTERS = 600;

/** A deputy logged in as a browser is. */
export interface Deputy {
  readonly headers: Readonly<Record<string, string>>;
}

export async function logInDeputies(gatewayUrl: string): Promise<readonly Deputy[]> {
  const logins = Array.from({ length: CLIENTS }, (_, n) => {
    const place = PLACES[n % PLACES.length];
    return `deputy-${Math.floor(n / PLACES.length) + 2}@${place?.tenant}`;
  });
  const deputies: Deputy[] = [];
  // One password after another: hashing many at once is what the gateway refuses.
  for (const login of logins) deputies.push(await logInDeputy(gatewayUrl, login));
  return deputies;
}

export async function logInDeputy(gatewayUrl: string, login: string): Promise<Deputy> {
  const response = await fetch(`${gatewayUrl}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: gatewayUrl },
    body: JSON.stringify({ login, password: DEMO_PASSWORD }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (!response.ok || cookie === undefined) throw new Error(`${login} cannot log in: ${response.status}`);
  return { headers: { cookie: cookie.split(';')[0] ?? '', origin: gatewayUrl } };
}

/** A command under a key of its own. */
export function commandOf(deputy: Deputy, path: string, body?: object): LoadRequest {
  const headers = { ...deputy.headers, 'idempotency-key': randomUUID() };
  if (body === undefined) return { path, headers };
  return { path, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** A suggestion of the generator, its facts filled up with its own words. */
export function textOfLength(seed: string): object {
  const { title, facts, demands } = demoSuggestion(seededRandom(seed), YUNCHUAN);
  const filled = facts.repeat(Math.ceil(CHARACTERS / facts.length));
  const room = CHARACTERS - title.length - demands.join('').length;
  return { title, facts: filled.slice(0, room), demands };
}
