import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corruptionNames, findFault, hostileRequests, type Target } from './hostile/hostile-requests.ts';
import { logIn, send } from './support/client.ts';
import { operationsOf } from './support/open-api.ts';
import { type RunningGateway, startGateway } from './support/running-gateway.ts';

const AT_ONCE = 50; // requests
/** Enough to try every route and every corruption; tests/system sends its ten thousand to the real services. */
const RUNS = 60;

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

describe('bad input', () => {
  it('of any kind on any route is a problem with a code, never a 5xx, and reaches no service', async () => {
    const tried = { requests: 0, operations: new Set<string>(), corruptions: new Set<string>() };
    const batches = fc.array(hostileRequests(target.document), { minLength: AT_ONCE, maxLength: AT_ONCE });
    let faults: (string | undefined)[] = [];
    const property = fc.asyncProperty(batches, async (batch) => {
      gateway.services.received.length = 0;
      faults = await Promise.all(batch.map((request) => findFault(target, request)));
      const calls = gateway.services.received.filter(isOneForOne);
      const survivors = batch.filter(({ outcome }) => outcome === 'survived').map((each) => each.operationId);
      if (calls.length > survivors.length) {
        faults.push(`${calls.map(({ path }) => path).join()} reached, sent to reach: ${survivors.join()}`);
      }
      tried.requests += batch.length;
      for (const { operationId, corruption } of batch) {
        tried.operations.add(operationId);
        tried.corruptions.add(corruption);
      }
      return faults.every((fault) => fault === undefined);
    });
    const { failed, seed } = await fc.check(property, { numRuns: RUNS, endOnFailure: true });
    expect(failed ? { seed, faults: faults.filter((fault) => fault !== undefined) } : 'no fault').toBe(
      'no fault',
    );
    expect(tried.requests).toBe(AT_ONCE * RUNS);
    expect([...tried.corruptions].toSorted()).toEqual(corruptionNames().toSorted());
    const operations = operationsOf(target.document).map(({ operationId }) => operationId);
    expect([...tried.operations].toSorted()).toEqual(operations.toSorted());
  }, 300_000);
});
