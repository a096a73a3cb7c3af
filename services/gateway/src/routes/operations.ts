import {
  type DeadLetter,
  type GetStatusResponse,
  OperationsServiceService,
} from '@huiyin/contracts/gen/operations/v1/operations';
import { SERVICES, type ServiceName } from '@huiyin/contracts/services';
import { isRejection } from '@huiyin/kernel/rejection';
import { RpcFailed, RpcUnavailable } from '@huiyin/rpc/errors';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idempotencyKeyOf } from '../http/command-headers.ts';
import type { Peers } from '../http/peers.ts';
import { requirePermission } from '../http/permission.ts';
import { rejectionProblem } from '../http/rejection-problem.ts';
import { registerRoute } from '../http/route.ts';
import { pageQuery } from '../http/schemas.ts';

const STATUS_WITHIN_MS = 2_000;
const VERIFY_WITHIN_MS = 120_000;

const service = z.enum(SERVICES);

const serviceHealth = z
  .object({
    service,
    up: z.boolean(),
    outboxUnpublished: z.int(),
    outboxOldestSeconds: z.number(),
    deadLetters: z.int(),
    eventsUnsealed: z.int(),
    sweptUntil: z.string().optional().describe('到期检查已做到的业务时间'),
    publishedSequence: z.int().describe('自己最后发布的事件序号，只增不减'),
    consumers: z.array(
      z.object({
        source: z.string(),
        pending: z.int(),
        ackPending: z.int(),
        deliveredSequence: z.int().describe('已送达的事件序号，只增不减'),
      }),
    ),
  })
  .meta({ id: 'ServiceHealth' });
type ServiceHealth = z.output<typeof serviceHealth>;

const health = z
  .object({
    up: z.boolean().describe('所有服务都在应答'),
    quiet: z.boolean().describe('没有未发布、未消费的事件'),
    services: z.array(serviceHealth),
  })
  .meta({ id: 'Health' });

const deadLetter = z
  .object({
    eventId: z.string(),
    tenant: z.string(),
    source: z.string(),
    type: z.string(),
    stream: z.string(),
    version: z.int(),
    error: z.string(),
    attempts: z.int(),
    payloadHash: z.string(),
    diedAt: z.string(),
    traceparent: z.string(),
  })
  .meta({ id: 'DeadLetter' });
const deadLetterPage = z.object({ items: z.array(deadLetter), nextCursor: z.string().optional() });
type DeadLetterPage = z.output<typeof deadLetterPage>;
const deadLetterQuery = z.strictObject({ service, ...pageQuery });

const replay = z
  .strictObject({ service, source: service.describe('事件来自哪个服务') })
  .meta({ id: 'ReplayDeadLetter' });
const replayed = z
  .object({ outcome: z.enum(['applied', 'already-applied', 'failed-again']), error: z.string().optional() })
  .meta({ id: 'ReplayedDeadLetter' });
type Replayed = z.output<typeof replayed>;

const audit = z
  .object({
    intact: z.boolean().describe('每条链、每个封印都对得上'),
    services: z.array(
      z.object({
        service,
        events: z.int(),
        streams: z.int(),
        seals: z.int(),
        differences: z.array(
          z.object({ stream: z.string(), version: z.int(), eventId: z.string(), what: z.string() }),
        ),
      }),
    ),
  })
  .meta({ id: 'AuditReport' });
type Audit = z.output<typeof audit>;

/** What the operations team asks of all services at once. Rights: packages/access, `operations.*`. */
export function operationsRoutes(app: FastifyInstance, peers: Peers): void {
  registerHealth(app, peers);
  registerDeadLetters(app, peers);
  registerReplay(app, peers);
  registerVerify(app, peers);
}

function registerHealth(app: FastifyInstance, peers: Peers): void {
  registerRoute<'/operations/health', unknown, unknown, z.output<typeof health>>(app, {
    method: 'GET',
    url: '/operations/health',
    operationId: 'getHealth',
    tag: 'operations',
    summary: '各服务的状态与积压',
    status: 200,
    response: health,
    handle: async ({ session }) => {
      requirePermission(session, 'operations.read-health');
      const services = await Promise.all(SERVICES.map((name) => healthOf(peers, name)));
      return { up: services.every(({ up }) => up), quiet: services.every(isQuiet), services };
    },
  });
}

async function healthOf(peers: Peers, name: ServiceName): Promise<ServiceHealth> {
  try {
    const options = { as: 'gateway', service: name, deadlineMs: STATUS_WITHIN_MS } as const;
    const answer = await peers.call(OperationsServiceService, 'getStatus', {}, options);
    return isRejection(answer) ? down(name) : toHealth(name, answer);
  } catch (error) {
    if (error instanceof RpcUnavailable || error instanceof RpcFailed) return down(name);
    throw error;
  }
}

function down(name: ServiceName): ServiceHealth {
  const nothing = { outboxUnpublished: 0, outboxOldestSeconds: 0, deadLetters: 0, eventsUnsealed: 0 };
  return { service: name, up: false, ...nothing, publishedSequence: 0, consumers: [] };
}

function toHealth(name: ServiceName, status: GetStatusResponse): ServiceHealth {
  return {
    service: name,
    up: true,
    outboxUnpublished: Number(status.outboxUnpublished),
    outboxOldestSeconds: status.outboxOldestSeconds,
    deadLetters: Number(status.deadLetters),
    eventsUnsealed: Number(status.eventsUnsealed),
    ...(status.sweptUntil === '' ? {} : { sweptUntil: status.sweptUntil }),
    publishedSequence: Number(status.publishedSequence),
    consumers: status.consumers.map(({ source, pending, ackPending, deliveredSequence }) => ({
      source,
      pending: Number(pending),
      ackPending: Number(ackPending),
      deliveredSequence: Number(deliveredSequence),
    })),
  };
}

/** Sealing runs each minute by itself and dead letters wait for people, so neither makes a system restless. */
function isQuiet({ up, outboxUnpublished, consumers }: ServiceHealth): boolean {
  return (
    up && outboxUnpublished === 0 && consumers.every(({ pending, ackPending }) => pending + ackPending === 0)
  );
}

function registerDeadLetters(app: FastifyInstance, peers: Peers): void {
  registerRoute<'/operations/dead-letters', z.output<typeof deadLetterQuery>, unknown, DeadLetterPage>(app, {
    method: 'GET',
    url: '/operations/dead-letters',
    operationId: 'listDeadLetters',
    tag: 'operations',
    summary: '一个服务未能处理的事件',
    query: deadLetterQuery,
    status: 200,
    response: deadLetterPage,
    handle: async ({ session, query }) => {
      requirePermission(session, 'operations.read-dead-letters');
      const page = { limit: query.limit, cursor: query.cursor };
      const options = { as: session, service: query.service };
      const answer = await peers.call(OperationsServiceService, 'listDeadLetters', { page }, options);
      if (isRejection(answer)) throw rejectionProblem(answer);
      const items = answer.deadLetters.map(toDeadLetter);
      return answer.nextCursor === '' ? { items } : { items, nextCursor: answer.nextCursor };
    },
  });
}

function toDeadLetter(letter: DeadLetter): z.output<typeof deadLetter> {
  return { ...letter, version: Number(letter.version) };
}

function registerReplay(app: FastifyInstance, peers: Peers): void {
  registerRoute<'/operations/dead-letters/{id}:replay', unknown, z.output<typeof replay>, Replayed>(app, {
    method: 'POST',
    url: '/operations/dead-letters/{id}:replay',
    operationId: 'replayDeadLetter',
    tag: 'operations',
    summary: '重新处理一个事件',
    body: replay,
    status: 200,
    response: replayed,
    handle: async ({ session, params, body, request }) => {
      requirePermission(session, 'operations.replay-dead-letter');
      const key = idempotencyKeyOf(request);
      const answer = await peers.call(
        OperationsServiceService,
        'replayDeadLetter',
        { eventId: params.id, source: body.source },
        { as: session, service: body.service, ...(key === undefined ? {} : { idempotencyKey: key }) },
      );
      if (isRejection(answer)) throw rejectionProblem(answer);
      const outcome = replayed.shape.outcome.parse(answer.outcome);
      return answer.error === '' ? { outcome } : { outcome, error: answer.error };
    },
  });
}

function registerVerify(app: FastifyInstance, peers: Peers): void {
  registerRoute<'/operations/audit:verify', unknown, unknown, Audit>(app, {
    method: 'POST',
    url: '/operations/audit:verify',
    operationId: 'verifyAudit',
    tag: 'operations',
    summary: '验证本地区的事件链与封印',
    status: 200,
    response: audit,
    handle: async ({ session }) => {
      requirePermission(session, 'operations.verify-audit');
      const services: Audit['services'] = [];
      for (const name of SERVICES) services.push(await verify(peers, session.active.tenant, name));
      return { intact: services.every(({ differences }) => differences.length === 0), services };
    },
  });
}

async function verify(peers: Peers, tenant: string, name: ServiceName): Promise<Audit['services'][number]> {
  const options = { as: 'gateway', service: name, deadlineMs: VERIFY_WITHIN_MS } as const;
  const answer = await peers.call(OperationsServiceService, 'verifyAudit', { tenant }, options);
  if (isRejection(answer)) throw rejectionProblem(answer);
  return {
    service: name,
    events: Number(answer.events),
    streams: Number(answer.streams),
    seals: Number(answer.seals),
    differences: answer.differences.map(({ stream, version, eventId, what }) => ({
      stream,
      version: Number(version),
      eventId,
      what,
    })),
  };
}
