import {
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Attributes,
  type Context,
  type Span,
} from '@opentelemetry/api';
import { getRPCMetadata } from '@opentelemetry/core';

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** W3C traceparent of the active span; empty when nothing is traced. */
export function activeTraceparent(): string {
  const span = trace.getActiveSpan()?.spanContext();
  if (span === undefined || !isSpanContextValid(span)) return '';
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
}

/**
 * The active span's traceparent while it belongs to the trace of `traceparent`, else `traceparent` itself: what is done
 * about an event follows from its handling, and an event handled on behalf of another one stays in its own trace.
 */
export function continuedTraceparent(traceparent: string): string {
  const active = trace.getActiveSpan()?.spanContext();
  const [, traceId] = TRACEPARENT.exec(traceparent) ?? [];
  return active !== undefined && active.traceId === traceId ? activeTraceparent() : traceparent;
}

/** Names the span and the duration metric of the HTTP request being served by its route's pattern, which has few values. */
export function nameRequest(method: string, route: string): void {
  trace.getActiveSpan()?.updateName(`${method} ${route}`);
  const metadata = getRPCMetadata(context.active());
  if (metadata !== undefined) metadata.route = route;
}

/** Runs `work` as a continuation of the given traceparent; an empty or malformed one begins a new trace. */
export function withinTraceparent<Result>(traceparent: string, work: () => Result): Result {
  return context.with(contextOf(traceparent), work);
}

/**
 * Runs `work` in a span below the active one, or in a root span when there is none. Marks the span when it throws.
 * `links` are traceparents of what led here without being its caller.
 */
export async function inSpan<Result>(
  name: string,
  options: { readonly attributes?: Attributes; readonly links?: readonly string[] },
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  const links = (options.links ?? []).flatMap((traceparent) => {
    const linked = trace.getSpanContext(contextOf(traceparent));
    return linked === undefined ? [] : [{ context: linked }];
  });
  return trace
    .getTracer('@huiyin/runtime')
    .startActiveSpan(name, { attributes: options.attributes ?? {}, links }, async (span) => {
      try {
        return await work(span);
      } catch (error) {
        span.setStatus({
          code: SpanStatusCode.ERROR,
          message: error instanceof Error ? error.name : 'error',
        });
        throw error;
      } finally {
        span.end();
      }
    });
}

function contextOf(traceparent: string): Context {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT;
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}
