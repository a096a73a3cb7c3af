import { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { mapAnswer, metricsAnswer, MOST_MINUTES, tracesAnswer } from '@huiyin/telemetry-store/answers';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Peers } from '../http/peers.ts';
import { requirePermission } from '../http/permission.ts';
import { rejectionProblem } from '../http/rejection-problem.ts';
import { registerRoute } from '../http/route.ts';
import type { Session } from '../session/session.ts';
import { emptyTraces, type Traces } from '../telemetry/traces.ts';

const TRACE_ID = /^[0-9a-f]{32}$/;
/** The store answers for that many at once: of a case with more the latest. */
const MOST_TRACES = 100;

const query = z.strictObject({ of: z.string().min(1).max(64).describe('案件编号、案件 id 或 trace id') });

const journeyEvent = z
  .object({
    eventId: z.string(),
    service: z.string(),
    type: z.string(),
    version: z.int(),
    occurredAt: z.string(),
    roles: z.array(z.string()),
    traceId: z.string().describe('没有追踪时为空'),
    kept: z.boolean().describe('这次操作的步骤仍有留存'),
  })
  .meta({ id: 'JourneyEvent' });

/** Where spans are: here, or with the collector that the site has, or nowhere. */
const where = z.enum(['here', 'elsewhere']).describe('elsewhere：追踪送往别处的收集器，或没有开启');

const journey = z
  .object({
    where,
    case: z.object({ caseId: z.string(), number: z.string(), events: z.array(journeyEvent) }).optional(),
    ...tracesAnswer.shape,
  })
  .meta({ id: 'Journey' });
type Journey = z.output<typeof journey>;

const serviceMap = z.object({ where, ...mapAnswer.shape }).meta({ id: 'ServiceMap' });

const mapQuery = z.strictObject({
  minutes: z.coerce.number().int().min(1).max(MOST_MINUTES).default(60).describe('只算最近多少分钟'),
});

const metrics = z.object({ where, ...metricsAnswer.shape }).meta({ id: 'Metrics' });

/** What the operations team sees of single requests: numbers, states and times, no texts. Rights: `operations.read-traces`. */
export function tracesRoutes(app: FastifyInstance, peers: Peers, traces: Traces | undefined): void {
  registerRoute<'/operations/traces', z.output<typeof query>, unknown, Journey>(app, {
    method: 'GET',
    url: '/operations/traces',
    operationId: 'getJourney',
    tag: 'operations',
    summary: '一个案件或一次请求的旅程',
    query,
    status: 200,
    response: journey,
    handle: async ({ session, query: { of } }) => {
      requirePermission(session, 'operations.read-traces');
      if (TRACE_ID.test(of)) return { where: whereOf(traces), ...(await askFor(traces, [of])) };
      return caseJourney(peers, traces, session, of);
    },
  });
  registerRoute<'/operations/service-map', z.output<typeof mapQuery>, unknown, z.output<typeof serviceMap>>(
    app,
    {
      method: 'GET',
      url: '/operations/service-map',
      operationId: 'getServiceMap',
      tag: 'operations',
      summary: '谁调用谁，多少次，多快',
      query: mapQuery,
      status: 200,
      response: serviceMap,
      handle: async ({ session, query: { minutes } }) => {
        requirePermission(session, 'operations.read-traces');
        if (traces === undefined)
          return { where: 'elsewhere', edges: [], seconds: 0, retention: emptyTraces().retention };
        return { where: 'here', ...(await traces.map(minutes)) };
      },
    },
  );
  registerMetrics(app, traces);
}

function registerMetrics(app: FastifyInstance, traces: Traces | undefined): void {
  registerRoute<'/operations/metrics', unknown, unknown, z.output<typeof metrics>>(app, {
    method: 'GET',
    url: '/operations/metrics',
    operationId: 'getMetrics',
    tag: 'operations',
    summary: '各进程最近报出的指标',
    status: 200,
    response: metrics,
    handle: async ({ session }) => {
      requirePermission(session, 'operations.read-health');
      if (traces === undefined) return { where: 'elsewhere', series: [], undeclared: [], overflow: 0 };
      return { where: 'here', ...(await traces.metrics()) };
    },
  });
}

async function caseJourney(
  peers: Peers,
  traces: Traces | undefined,
  session: Session,
  of: string,
): Promise<Journey> {
  const found = await peers.call(ArchiveServiceService, 'traceCase', { of }, { as: session });
  if (isRejection(found)) throw rejectionProblem(found);
  const ids = [...new Set(found.events.map(({ traceId }) => traceId).filter((id) => id !== ''))];
  const answer = await askFor(traces, ids.slice(-MOST_TRACES));
  const kept = new Set(answer.traces.map(({ traceId }) => traceId));
  const events = found.events.map((event) => ({
    ...event,
    version: Number(event.version),
    kept: kept.has(event.traceId),
  }));
  return { where: whereOf(traces), case: { caseId: found.caseId, number: found.number, events }, ...answer };
}

function whereOf(traces: Traces | undefined): 'here' | 'elsewhere' {
  return traces === undefined ? 'elsewhere' : 'here';
}

async function askFor(traces: Traces | undefined, ids: readonly string[]) {
  return traces === undefined ? emptyTraces() : traces.of(ids);
}
