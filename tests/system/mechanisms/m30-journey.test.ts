import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { cookieOf, send } from '@huiyin/gateway/test/support/client';
import { SERVICE_NAMES } from '@huiyin/deploy/topology';
import { ApiRefusal } from '@huiyin/scripts/api/session';
import { OWN_METRICS } from '@huiyin/metrics/schema';
import { waitFor } from '@huiyin/testkit/wait-for';
import { describe, expect, inject, it } from 'vitest';
import { cast, deputy, registered, submitted } from './support/case-of.ts';
import { seen } from './support/seen.ts';

/** Metrics are sent every fifteen seconds. */
const METRICS_WITHIN_MS = 45_000;

interface Step {
  readonly spanId: string;
  readonly depth: number;
  readonly service: string;
  readonly layer: string;
  readonly name: string;
  readonly outcome: string;
  readonly eventId: string;
  readonly parentMissing: boolean;
}

interface Journey {
  readonly where: string;
  readonly case?: { readonly events: readonly { type: string; traceId: string; kept: boolean }[] };
  readonly traces: readonly {
    readonly traceId: string;
    readonly steps: readonly Step[];
    readonly lines: readonly { readonly service: string; readonly message: string }[];
  }[];
}

/** Whoever hears of a submitted suggestion. */
const HEARERS = ['archive', 'assignment', 'evaluation', 'meeting', 'notification', 'supervision'];

async function journeyOf(of: string, isComplete: (journey: Journey) => boolean): Promise<Journey> {
  const operator = await cast.person('operator');
  return waitFor(`the journey of ${of}`, async () => {
    const journey = await operator.get<Journey>(`/operations/traces?of=${of}`).catch(notYetHeardOf);
    return journey !== undefined && isComplete(journey) && journey;
  });
}

/** Until archive has heard of the case there is none; anything else is a failure. */
function notYetHeardOf(error: unknown): undefined {
  if (error instanceof ApiRefusal && error.status === 404) return undefined;
  throw error;
}

const stepsOf = ({ traces }: Journey, traceId: string): readonly Step[] =>
  traces.find((trace) => trace.traceId === traceId)?.steps ?? [];

/** The steps above one, nearest first: each next shallower row before it. */
function above(steps: readonly Step[], step: Step): readonly Step[] {
  const found: Step[] = [];
  let { depth } = step;
  for (const each of steps.slice(0, steps.indexOf(step)).toReversed()) {
    if (each.depth < depth) {
      found.push(each);
      depth = each.depth;
    }
  }
  return found;
}

describe('M30 journey of a case', () => {
  it('is told beside what every process measures, and nothing is measured that is not declared', async (context) => {
    const operator = await cast.person('operator');
    const sent = await waitFor(
      'every own metric',
      async () => {
        const { series, undeclared } = await operator.get<{
          series: readonly { name: string; service: string }[];
          undeclared: readonly string[];
        }>('/operations/metrics');
        expect(undeclared).toEqual([]);
        const names = new Set(series.map(({ name }) => name));
        return OWN_METRICS.every(({ name }) => names.has(name)) && series;
      },
      METRICS_WITHIN_MS,
    );
    const services = new Set(sent.map(({ service }) => service));
    expect(services).toEqual(new Set(['gateway', ...SERVICE_NAMES]));
    seen(context, `${sent.length} 条指标来自 ${services.size} 个进程，没有一个未声明`);
  });

  it('shows each event of a case from the request to whoever heard of it', async (context) => {
    const id = await submitted(29, 'm30 journey');
    const submission = (journey: Journey): string =>
      journey.case?.events.find(({ type }) => type === 'suggestion-submitted')?.traceId ?? '';
    const hearing = (journey: Journey): readonly Step[] =>
      stepsOf(journey, submission(journey)).filter(
        ({ layer, name }) => layer === 'consumer' && name.includes('intake'),
      );
    const journey = await journeyOf(id, (found) => {
      const heard = new Set(hearing(found).map(({ service }) => service));
      const steps = stepsOf(found, submission(found));
      return HEARERS.every((each) => heard.has(each)) && steps.every((step) => !step.parentMissing);
    });

    expect(journey.where).toBe('here');
    const steps = stepsOf(journey, submission(journey));
    for (const heard of hearing(journey)) {
      const path = above(steps, heard).map(({ service, layer }) => `${service} ${layer}`);
      expect(path).toEqual(['intake relay', 'intake grpc', 'gateway grpc', 'gateway http']);
    }
    // Directory's too when the gateway asked whether the session still holds.
    const databases = steps
      .filter(({ layer, service }) => layer === 'database' && service !== 'directory')
      .map(({ service }) => service);
    expect(new Set(databases)).toEqual(new Set(['intake', ...HEARERS]));
    const lines = journey.traces.find(({ traceId }) => traceId === submission(journey))?.lines ?? [];
    expect(lines.map(({ service }) => service)).toEqual(expect.arrayContaining(['gateway', 'intake']));
    seen(context, '旅程：网关、gRPC、数据库、待发、投递、消费逐级可见，旁有同一追踪号的日志');
  });

  it('is found by the number that the case was registered under', async (context) => {
    const id = await registered(31, 'm30 by number');
    const desk = await cast.person('desk');
    const number = await waitFor('the number to be filed', async () => {
      const file = await desk.get<{ summary: { number: string } }>(`/cases/${id}`).catch(notYetHeardOf);
      return file !== undefined && file.summary.number !== '' && file.summary.number;
    });
    const journey = await journeyOf(encodeURIComponent(number), ({ case: found }) =>
      (found?.events ?? []).some(({ type }) => type === 'suggestion-registered'),
    );
    const types = journey.case?.events.map(({ type }) => type);
    expect(types).toContain('suggestion-submitted');
    seen(context, `按编号 ${number} 找到 ${types?.length} 个事件`);
  });

  it('marks what was refused in the journey of one request, found by its reference', async (context) => {
    const id = await submitted(30, 'm30 refused');
    const api = `${inject('gatewayUrl')}/api/v1`;
    const credentials = { login: `deputy-30@${cast.tenant}`, password: DEMO_PASSWORD };
    const cookie = cookieOf(await send(`${api}/session`, { method: 'POST', body: credentials }));
    const refused = await send(`${api}/suggestions/${id}:submit`, { method: 'POST', cookie });
    expect(refused.status).toBe(409);
    const reference = String(refused.body['traceId']);
    expect(reference).toMatch(/^[0-9a-f]{32}$/);
    const journey = await journeyOf(reference, (found) =>
      stepsOf(found, reference).some(({ service }) => service === 'intake'),
    );
    const marked = stepsOf(journey, reference).filter(({ outcome }) => outcome === 'refused');
    expect(marked.map(({ service }) => service)).toContain('intake');
    seen(context, '按参考编号找到一次被拒绝的操作，拒绝的一步有标记');
  });

  it('is for operators only, and holds no text of the case', async (context) => {
    const id = await submitted(57, 'm30 rights');
    for (const reader of [deputy(57), cast.person('desk'), cast.person('admin')])
      await expect((await reader).get(`/operations/traces?of=${id}`)).rejects.toThrow(/ 403 not-permitted/);
    const journey = await journeyOf(id, ({ case: found }) => found !== undefined);
    expect(JSON.stringify(journey)).not.toContain('m30 rights');
    seen(context, '只有运行维护人员可看，不含正文');
  });
});
