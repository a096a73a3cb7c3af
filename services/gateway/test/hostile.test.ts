import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  corruptionNames,
  everyHostileRequest,
  findFault,
  type HostileRequest,
  type Target,
} from './hostile/hostile-requests.ts';
import { logIn, send } from './support/client.ts';
import { operationsOf } from './support/open-api.ts';
import { type RunningGateway, startGateway } from './support/running-gateway.ts';

const AT_ONCE = 50; // requests
/** How often each corruption of each route is tried; tests/system sends its ten thousand to the real services. */
const ROUNDS = 2;

let gateway: RunningGateway;
let target: Target;
beforeAll(async () => {
  gateway = await startGateway({ environment: { REQUESTS_PER_MINUTE: '10000000' } });
  const { cookie } = await logIn(gateway.baseUrl, 'zhao-operator');
  const document = (await send(`${gateway.baseUrl}/api/openapi.json`)).body;
  target = { baseUrl: gateway.baseUrl, document, cookie };
});
afterAll(() => gateway.stop());

/** The gateway asks for the clock by itself, and all services about themselves for one request. */
const isOneForOne = ({ path }: { path: string }): boolean => !/GetBusinessClock|OperationsService/.test(path);

function inBatches<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / AT_ONCE);
  return Array.from({ length: count }, (_, index) => all.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
}

/** Sends the requests at once; what is wrong with each answer. */
function faultsOf(requests: readonly HostileRequest[]): Promise<(string | undefined)[]> {
  gateway.services.received.length = 0;
  return Promise.all(requests.map((request) => findFault(target, request)));
}

/** Calls that a whole request leads to at most: each item of a batch is an act of its own. */
function callsOf({ draft: { body } }: HostileRequest): number {
  const { items } = (body ?? {}) as { readonly items?: unknown };
  return Array.isArray(items) ? items.length : 1;
}

/** Tells when more calls reached a service than requests were left whole. */
function reachedTooFar(requests: readonly HostileRequest[]): string | undefined {
  const calls = gateway.services.received.filter(isOneForOne);
  const survivors = requests.filter(({ outcome }) => outcome === 'survived');
  const most = survivors.reduce((sum, request) => sum + callsOf(request), 0);
  if (calls.length <= most) return undefined;
  const sent = survivors.map(({ operationId }) => operationId);
  return `${calls.map(({ path }) => path).join()} reached, sent to reach: ${sent.join()}`;
}

describe('bad input', () => {
  it('of any kind on any route is a problem with a code, never a 5xx, and reaches no service', async () => {
    const tried = { requests: 0, operations: new Set<string>(), corruptions: new Set<string>() };
    const everything = everyHostileRequest(target.document);
    for (const batch of inBatches(everything)) {
      let faults: (string | undefined)[] = [];
      const property = fc.asyncProperty(fc.tuple(...batch), async (requests) => {
        faults = [...(await faultsOf(requests)), reachedTooFar(requests)];
        tried.requests += requests.length;
        for (const { operationId, corruption } of requests) {
          tried.operations.add(operationId);
          tried.corruptions.add(corruption);
        }
        return faults.every((fault) => fault === undefined);
      });
      const { failed, seed, errorInstance } = await fc.check(property, {
        numRuns: ROUNDS,
        endOnFailure: true,
      });
      const found = failed
        ? { seed, thrown: errorInstance, faults: faults.filter((fault) => fault !== undefined) }
        : 'no fault';
      expect(found).toBe('no fault');
    }
    expect(tried.requests).toBe(everything.length * ROUNDS);
    expect([...tried.corruptions].toSorted()).toEqual(corruptionNames().toSorted());
    const operations = operationsOf(target.document).map(({ operationId }) => operationId);
    expect([...tried.operations].toSorted()).toEqual(operations.toSorted());
  }, 300_000);
});
