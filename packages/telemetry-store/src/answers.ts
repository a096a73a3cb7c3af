import { z } from 'zod';

/** The store's answers; the gateway reads them by these and hands the same to the operations pages. */

const layer = z.enum(['http', 'grpc', 'database', 'cache', 'relay', 'consumer', 'internal']);

export const step = z
  .object({
    spanId: z.string(),
    depth: z.int().describe('在树中的层级，从 0 起'),
    service: z.string(),
    layer,
    name: z.string(),
    detail: z.string().describe('语句、主题等；可为空'),
    startUs: z.int().describe('自 1970 年起的微秒'),
    durationUs: z.int(),
    waitedUs: z.int().describe('上一步到这一步之间等了多少微秒：待发或在途'),
    outcome: z.enum(['ok', 'refused', 'failed']),
    problem: z.string(),
    slow: z.boolean().describe('超过这一层的期望时间'),
    eventId: z.string(),
    delivery: z.int().describe('第几次投递；不是投递则为 0'),
    parentMissing: z.boolean().describe('上一步没有留存'),
  })
  .meta({ id: 'JourneyStep' });
export type Step = z.output<typeof step>;

export const logLine = z
  .object({
    spanId: z.string(),
    service: z.string(),
    atUs: z.int(),
    level: z.string(),
    message: z.string(),
    fields: z.string(),
  })
  .meta({ id: 'JourneyLogLine' });

export const edge = z
  .object({
    caller: z.string(),
    callee: z.string(),
    kind: z
      .enum(['http', 'grpc', 'database', 'cache', 'send', 'delivery', 'event'])
      .describe('send、delivery：经消息服务发出和送达；event：同一事件从发出者到处理者'),
    calls: z.int(),
    failed: z.int(),
    p50Us: z.int(),
    p95Us: z.int(),
    slow: z.boolean().describe('95 分位超过这一层的期望时间'),
  })
  .meta({ id: 'ServiceMapEdge' });
export type Edge = z.output<typeof edge>;

/** One trace as a waterfall: steps in the order of their tree, each after what led to it. */
export const traceAnswer = z
  .object({
    traceId: z.string(),
    cut: z.boolean().describe('步骤太多，只留了前面的'),
    steps: z.array(step),
    lines: z.array(logLine),
    edges: z.array(edge).describe('这条追踪里谁调用了谁'),
  })
  .meta({ id: 'Trace' });
export type TraceAnswer = z.output<typeof traceAnswer>;

const retention = z
  .object({
    traces: z.int(),
    spans: z.int(),
    bytes: z.int(),
    forgottenTraces: z.int().describe('因时间或空间已清除的'),
    cut: z.int().describe('单条过长而没有留的步骤'),
    startedAt: z.string().describe('从这时起才有留存'),
    oldestAt: z.string().optional(),
    maxAgeHours: z.number(),
    maxBytes: z.int(),
    maxSpans: z.int(),
  })
  .meta({ id: 'TraceRetention' });

export const tracesAnswer = z.object({ traces: z.array(traceAnswer), retention });
export type TracesAnswer = z.output<typeof tracesAnswer>;

/** The longest stretch that a map is of: as long as anything is kept. */
export const MOST_MINUTES = 24 * 60;

export const mapAnswer = z.object({
  edges: z.array(edge),
  seconds: z.number().describe('这些次数是多少秒内的'),
  retention,
});
export type MapAnswer = z.output<typeof mapAnswer>;

export const metricSeries = z
  .object({
    service: z.string(),
    instance: z.string(),
    name: z.string(),
    attributes: z.record(z.string(), z.string()),
    value: z.number().optional(),
    distribution: z
      .object({ count: z.int(), sum: z.number(), p50: z.number(), p95: z.number() })
      .optional()
      .describe('进程启动以来的耗时，秒'),
  })
  .meta({ id: 'MetricSeries' });
export type MetricSeries = z.output<typeof metricSeries>;

export const metricsAnswer = z.object({
  series: z.array(metricSeries),
  undeclared: z.array(z.string()).describe('没有声明的指标'),
  overflow: z.int().describe('因太多没有留存的'),
});
export type MetricsAnswer = z.output<typeof metricsAnswer>;
