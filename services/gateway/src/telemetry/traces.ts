import {
  mapAnswer,
  metricsAnswer,
  tracesAnswer,
  type MapAnswer,
  type MetricsAnswer,
  type TracesAnswer,
} from '@huiyin/telemetry-store/answers';
import type { z } from 'zod';
import { problem } from '../http/problem.ts';

const ANSWER_WITHIN_MS = 5_000;

/** The store of traces, where one runs beside this installation. */
export interface Traces {
  /** At most 100 trace ids; those that are not kept are absent. */
  of(ids: readonly string[]): Promise<TracesAnswer>;
  /** Of the last minutes, at most a day. */
  map(minutes: number): Promise<MapAnswer>;
  /** The latest values of every process. */
  metrics(): Promise<MetricsAnswer>;
}

/** Asks the store over HTTP. Throws `traces-unavailable` when it does not answer. */
export function tracesAt(url: string, token: string): Traces {
  const ask = async <Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> => {
    try {
      const response = await fetch(url + path, {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      return schema.parse(await response.json());
    } catch (cause) {
      throw problem('traces-unavailable', { cause });
    }
  };
  return {
    of: (ids) => ask(`/traces?ids=${ids.join(',')}`, tracesAnswer),
    map: (minutes) => ask(`/map?minutes=${minutes}`, mapAnswer),
    metrics: () => ask('/metrics', metricsAnswer),
  };
}

/** What there is to say where no store runs. */
export function emptyTraces(): TracesAnswer {
  const nothing = { traces: 0, spans: 0, bytes: 0, forgottenTraces: 0, cut: 0 };
  return { traces: [], retention: { ...nothing, startedAt: '', maxAgeHours: 0, maxBytes: 0, maxSpans: 0 } };
}
