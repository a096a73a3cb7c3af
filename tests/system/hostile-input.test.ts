import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { databaseOf, SERVICE_NAMES } from '@huiyin/deploy/topology';
import {
  findFault,
  type HostileRequest,
  hostileRequests,
  type Target,
} from '@huiyin/gateway/test/hostile/hostile-requests';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Whoever may do something: each request comes from one of them. */
const LOGINS = ['deputy', 'desk', 'government', 'reviewer', 'operator', 'admin', 'trainer'] as const;
const AT_ONCE = 20; // requests
const SYSTEM_TIMEOUT_MS = 600_000;

let system: RunningSystem;
let targets: Target[];
beforeAll(async () => {
  system = await startRunningSystem('hostile');
  const document = (await (
    await fetch(`${system.gatewayUrl}/api/openapi.json`)
  ).json()) as Target['document'];
  targets = await Promise.all(LOGINS.map((login) => targetOf(`${login}@donghu`, document)));
}, SYSTEM_TIMEOUT_MS);
afterAll(() => system?.stop());

async function targetOf(login: string, document: Target['document']): Promise<Target> {
  const baseUrl = system.gatewayUrl;
  const answer = await fetch(`${baseUrl}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: DEMO_PASSWORD }),
  });
  expect(answer.status, login).toBe(200);
  return { baseUrl, document, cookie: answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '' };
}

/** Sends generated requests of one outcome; answers what was wrong with the first bad batch. */
async function send(outcome: HostileRequest['outcome'], count: number): Promise<unknown> {
  const [first] = targets;
  if (first === undefined) throw new Error('nobody is logged in');
  const requests = hostileRequests(first.document).filter((request) => request.outcome === outcome);
  const batches = fc.array(fc.tuple(fc.constantFrom(...targets), requests), {
    minLength: AT_ONCE,
    maxLength: AT_ONCE,
  });
  let faults: (string | undefined)[] = [];
  const property = fc.asyncProperty(batches, async (batch) => {
    faults = await Promise.all(batch.map(([target, request]) => findFault(target, request)));
    return faults.every((fault) => fault === undefined);
  });
  const { failed, seed, errorInstance } = await fc.check(property, {
    numRuns: count / AT_ONCE,
    endOnFailure: true,
  });
  return failed
    ? { seed, thrown: errorInstance, faults: faults.filter((fault) => fault !== undefined) }
    : 'no fault';
}

/** Rows of what every command leaves behind, in each service's database. */
async function stored(): Promise<Record<string, string>> {
  const counts: Record<string, string> = {};
  for (const service of SERVICE_NAMES) {
    const client = new Client(databaseUrl(system.urls.postgresAdmin, databaseOf(service).database));
    await client.connect();
    const { rows } = await client.query<{ events: string; keys: string; streams: string }>(
      `select (select count(*) from event) as events, (select count(*) from idempotency) as keys,
              (select count(*) from stream) as streams`,
    );
    counts[service] = JSON.stringify(rows[0]);
    await client.end();
  }
  return counts;
}

describe('bad input to the whole system', () => {
  it(
    'is refused with a code by whatever route, and nothing is stored',
    async () => {
      const before = await stored();
      expect(await send('refused', 10_000)).toBe('no fault');
      expect(await stored()).toEqual(before);
    },
    SYSTEM_TIMEOUT_MS,
  );

  it(
    'that only a service can judge is never a 5xx',
    async () => {
      expect(await send('survived', 2_000)).toBe('no fault');
      const faults = system.complaints.filter((line) => /call failed|request failed/.test(line));
      expect(faults).toEqual([]);
    },
    SYSTEM_TIMEOUT_MS,
  );
});
