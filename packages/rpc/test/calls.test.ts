import { status } from '@grpc/grpc-js';
import type {
  GetStatusRequest,
  GetStatusResponse,
  ReplayDeadLetterRequest,
  ReplayDeadLetterResponse,
} from '@huiyin/contracts/gen/operations/v1/operations';
import type { CommandContext, QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, reject } from '@huiyin/kernel/rejection';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { RpcFailed, RpcUnavailable } from '../src/errors.ts';
import { command, operation, publicCall, query, type HandlerFor } from '../src/handlers.ts';
import { peerHealth } from '../src/health-client.ts';
import { REJECTION_KINDS } from '../src/status-table.ts';
import { signers, startOperations, type RunningOperations } from './support/operations.ts';

const at = new Date('2026-01-05T02:00:00.000Z');
const deputy = { accountId: 'account-1', personId: 'person-1', roles: ['deputy'] } as const;
const quiet = {
  outboxUnpublished: 0n,
  outboxOldestSeconds: 0,
  deadLetters: 0n,
  consumers: [],
  sweptUntil: '',
  eventsUnsealed: 0n,
  publishedSequence: 0n,
};

let people: Awaited<ReturnType<typeof signers>>;
let running: RunningOperations | undefined;
const userToken = () => people.gateway.user({ tenant: 'sd', actor: deputy, at });

beforeAll(async () => {
  people = await signers();
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function serve(handlers: Parameters<typeof startOperations>[0]): Promise<RunningOperations> {
  running = await startOperations(handlers, { verifier: people.verifier, signer: people.intake });
  return running;
}

/** No method of this definition answers a CommandReply, so the reply is shown in the response's text fields. */
function commandSeen(
  seen: (ctx: CommandContext) => void,
): HandlerFor<ReplayDeadLetterRequest, ReplayDeadLetterResponse> {
  const inner = command<ReplayDeadLetterRequest>(async (_request, ctx) => {
    seen(ctx);
    return { service: 'intake', id: 'case-1', version: 7 };
  });
  return {
    answer: async (call, verifier) => {
      const reply = await inner.answer(call, verifier);
      if (isRejection(reply)) return reply;
      return { outcome: `${reply.service}/${reply.id}/${reply.version}`, error: reply.label };
    },
  };
}

test('given a command with key and If-Match, then its context holds who, where, when, hash and version', async () => {
  let seen: CommandContext | undefined;
  const { client } = await serve({ replayDeadLetter: commandSeen((ctx) => (seen = ctx)) });
  const request = { eventId: 'e-1', source: 'intake' };
  const options = { token: await userToken(), idempotencyKey: 'key-1', expectedVersion: 6 };
  expect(await client.replayDeadLetter(request, options)).toEqual({ outcome: 'intake/case-1/7', error: '' });
  expect(seen).toMatchObject({
    tenant: 'sd',
    actor: deputy,
    at,
    idempotencyKey: 'key-1',
    expectedVersion: 6,
    method: '/huiyin.operations.v1.OperationsService/ReplayDeadLetter',
  });
  const first = seen?.requestHash;
  await client.replayDeadLetter({ ...request, eventId: 'e-2' }, options);
  expect(seen?.requestHash).not.toBe(first);
  await client.replayDeadLetter(request, options);
  expect(seen?.requestHash).toBe(first);
});

test('given a command without an Idempotency-Key or with an unusable one, then it is refused before it runs', async () => {
  let ran = false;
  const { client } = await serve({ replayDeadLetter: commandSeen(() => (ran = true)) });
  const request = { eventId: 'e-1', source: 'intake' };
  const token = await userToken();
  expect(await client.replayDeadLetter(request, { token })).toMatchObject({
    code: 'idempotency-key-missing',
  });
  expect(await client.replayDeadLetter(request, { token, idempotencyKey: 'k'.repeat(201) })).toMatchObject({
    kind: 'invalid',
    code: 'idempotency-key-malformed',
  });
  expect(ran).toBe(false);
});

test.each(REJECTION_KINDS)('a rejection of kind %s reaches the client as the same value', async (kind) => {
  const refusal = reject(kind, 'some-code', '不能这样做', { field: 'title', detail: { owner: 'directory' } });
  const { client } = await serve({
    getStatus: query<GetStatusRequest, GetStatusResponse>(async () => refusal),
  });
  expect(await client.getStatus({}, { token: await userToken() })).toEqual(refusal);
});

test("given no token, a forged, an expired or a stranger's, then the call is unauthenticated and says why", async () => {
  const { client, log } = await serve({ getStatus: query(async () => ({ service: 'intake', ...quiet })) });
  const stranger = await people.stranger.service({ tenant: 'sd', at });
  for (const options of [{ asNobody: true }, { token: 'forged' }, { token: stranger }] as const) {
    await expect(client.getStatus({}, options)).rejects.toMatchObject({ status: status.UNAUTHENTICATED });
  }
  expect(log.lines.map((line) => line.fields['code'])).toEqual([
    'token-missing',
    'token-invalid',
    'token-invalid',
  ]);
  expect(JSON.stringify(log.lines)).not.toContain(stranger);
});

test('given a service token without a tenant, then operations are served and questions in a tenant are not', async () => {
  const status_ = { service: 'intake', ...quiet };
  const { client } = await serve({
    getStatus: operation(async (_request, ctx) => ({ ...status_, service: `${ctx.service}@${ctx.tenant}` })),
    verifyAudit: query(async () => ({ events: 0n, streams: 0n, seals: 0n, differences: [] })),
  });
  expect(await client.getStatus({}, { asService: {} })).toMatchObject({ service: 'intake@undefined' });
  await expect(client.verifyAudit({ tenant: 'sd' }, { asService: {} })).rejects.toBeInstanceOf(RpcFailed);
});

test('given a service token with tenant and time, then the question is asked by the system in that tenant', async () => {
  let seen: QueryContext | undefined;
  const { client } = await serve({
    getStatus: query(async (_request, ctx) => {
      seen = ctx;
      return { service: 'intake', ...quiet };
    }),
  });
  await client.getStatus({}, { asService: { tenant: 'sd', at } });
  expect(seen).toEqual({ tenant: 'sd', at, actor: { accountId: 'intake', personId: 'system', roles: [] } });
});

test('a public call needs no token', async () => {
  const { client } = await serve({ getStatus: publicCall(async () => ({ service: 'directory', ...quiet })) });
  expect(await client.getStatus({}, { asNobody: true })).toMatchObject({ service: 'directory' });
});

test('given a fault, then the client gets a reference and the log the cause, once', async () => {
  const { client, log } = await serve({
    getStatus: query(async () => {
      throw new Error('position 17 is null', { cause: new Error('disk') });
    }),
  });
  const failure = await client.getStatus({}, { token: await userToken() }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(RpcFailed);
  const { reference, status: code, cause } = failure as RpcFailed;
  expect(code).toBe(status.INTERNAL);
  expect(reference).toMatch(/^[0-9a-f]{32}$/);
  expect(String(cause)).not.toContain('position 17');
  expect(log.lines).toMatchObject([
    { level: 'error', fields: { reference, err: { message: 'position 17 is null' } } },
  ]);
});

test('given a handler that never ends, when the deadline passes, then the client learns that the outcome is unknown', async () => {
  const { client } = await serve({ getStatus: query(() => new Promise(() => undefined)) });
  const failure = client.getStatus({}, { token: await userToken(), deadlineMs: 50 });
  await expect(failure).rejects.toBeInstanceOf(RpcUnavailable);
  await expect(failure).rejects.toMatchObject({ status: status.DEADLINE_EXCEEDED });
});

test('given a call within a call, then it inherits the nearer deadline and the outer caller is answered', async () => {
  const back = await startOperations({ getStatus: query(() => new Promise(() => undefined)) }, people);
  try {
    let inner: unknown;
    const { client } = await serve({
      getStatus: query(async (_request, ctx) => {
        inner = await back.client
          .getStatus({}, { token: await people.gateway.user(ctx), deadlineMs: 60_000 })
          .catch((error: unknown) => error);
        throw inner;
      }),
    });
    await expect(client.getStatus({}, { token: await userToken(), deadlineMs: 100 })).rejects.toBeInstanceOf(
      RpcUnavailable,
    );
    await expect.poll(() => inner).toBeInstanceOf(RpcUnavailable);
  } finally {
    await back.stop();
  }
});

test('given a peer that is not there, then the handler that needs it answers unavailable', async () => {
  const gone = await startOperations({}, people);
  await gone.server.stop();
  const { client } = await serve({
    getStatus: query(async () => gone.client.getStatus({}, { token: await userToken() })),
  });
  expect(await client.getStatus({}, { token: await userToken() })).toMatchObject({
    kind: 'unavailable',
    code: 'peer-unavailable',
  });
  gone.channels.close();
});

test('given a caller that goes away while its token is verified, then the work does not begin', async () => {
  const release = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  let ran = 0;
  running = await startOperations(
    {
      getStatus: query(async () => {
        ran += 1;
        return { service: 'intake', ...quiet };
      }),
    },
    {
      verifier: {
        verify: async (token) => {
          arrived.resolve();
          await release.promise;
          return people.verifier.verify(token);
        },
      },
    },
  );
  const call = running.client.getStatus({}, { token: await userToken(), deadlineMs: 100 });
  const refused = expect(call).rejects.toMatchObject({ status: status.DEADLINE_EXCEEDED });
  await arrived.promise;
  await refused;
  // A later call on the same connection arrives after the cancellation of the first.
  await peerHealth(running.channels, running.address, 5_000);
  release.resolve();
  await expect(running.client.getStatus({}, { token: await userToken() })).resolves.toMatchObject({
    service: 'intake',
  });
  expect(ran).toBe(1);
});

test('health follows what the service says of itself, and a stopped server is unreachable', async () => {
  const { server, channels, address } = await serve({});
  expect(await peerHealth(channels, address, 2_000)).toBe('serving');
  server.setServing(false);
  expect(await peerHealth(channels, address, 2_000)).toBe('not-serving');
  await server.stop();
  expect(await peerHealth(channels, address, 500)).toBe('unreachable');
});

test('given a running call, when the server stops, then the call is still answered', async () => {
  const release = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const { client, server } = await serve({
    getStatus: query(async () => {
      begun.resolve();
      await release.promise;
      return { service: 'intake', ...quiet };
    }),
  });
  const answer = client.getStatus({}, { token: await userToken() });
  await begun.promise;
  const stopped = server.stop();
  release.resolve();
  expect(await answer).toMatchObject({ service: 'intake' });
  await stopped;
});

test('given an address that is taken, then the server says so', async () => {
  const { address } = await serve({});
  const { startRpcServer } = await import('../src/server.ts');
  const second = startRpcServer({ address, services: [], verifier: people.verifier, log: console });
  await expect(second).rejects.toThrow(`cannot listen on ${address}`);
});
