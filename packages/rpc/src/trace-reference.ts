import { isSpanContextValid, trace } from '@opentelemetry/api';

/** Metadata key under which the reference of an unexpected failure travels. */
export const REFERENCE_KEY = 'huiyin-reference';

/** W3C traceparent of the active span; empty when nothing is traced. */
export function activeTraceparent(): string {
  const span = trace.getActiveSpan()?.spanContext();
  if (span === undefined || !isSpanContextValid(span)) return '';
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
}

/** The number a user can quote so that operators find what happened: the trace id, else a random one. */
export function failureReference(): string {
  const span = trace.getActiveSpan()?.spanContext();
  return span !== undefined && isSpanContextValid(span)
    ? span.traceId
    : crypto.randomUUID().replaceAll('-', '');
}
