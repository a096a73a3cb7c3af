import {
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Context,
  type Link,
  type Span,
  type SpanContext,
} from '@opentelemetry/api';

const tracer = trace.getTracer('@huiyin/bus');
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** What both ends of a message say about it, by semantic-convention names. Subjects carry no personal data. */
interface MessageFacts {
  readonly subject: string;
  /** The subject with wildcards: low cardinality. */
  readonly template: string;
  readonly messageId: string;
}

/** The span of handing one event to the broker, linked to the command that caused it. Its traceparent goes along. */
export function startSend(message: MessageFacts, createdBy: string): Span {
  return tracer.startSpan(`send ${message.template}`, {
    kind: SpanKind.PRODUCER,
    attributes: {
      ...attributes(message),
      'messaging.operation.name': 'send',
      'messaging.operation.type': 'send',
    },
    links: links(createdBy),
  });
}

/** A message on its way through a handler. */
export interface ProcessedMessage extends MessageFacts {
  readonly consumer: string;
  readonly deliveries: number;
  /** Traceparents of the command that made the event and of its sending. */
  readonly createdBy: string;
  readonly sentBy: string;
}

/**
 * Runs the handling of events, each in a span of the trace in which it was made (so that one reference number finds all
 * of it), linked to the span that sent it. What is done for several at once belongs to the first; what follows from each
 * can be told by its span's traceparent, which the work is given in the order of the messages. Marks the spans when the
 * work throws.
 */
export async function inProcessSpans<Result>(
  messages: readonly ProcessedMessage[],
  work: (traceparents: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const [first, ...others] = messages.map((message) => startProcess(message, messages.length));
  if (first === undefined) return work([]);
  return context.with(trace.setSpan(first.parent, first.span), async () => {
    try {
      return await work([first, ...others].map(({ span }) => traceparentOf(span)));
    } catch (error) {
      for (const { span } of [first, ...others]) failSpan(span, error);
      throw error;
    } finally {
      for (const { span } of [first, ...others]) span.end();
    }
  });
}

function startProcess(
  message: ProcessedMessage,
  together: number,
): { readonly span: Span; readonly parent: Context } {
  const creator = spanContextOf(message.createdBy);
  const parent = creator === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, creator);
  const span = tracer.startSpan(
    `process ${message.template}`,
    {
      kind: SpanKind.CONSUMER,
      attributes: {
        ...attributes(message),
        'messaging.operation.name': 'process',
        'messaging.operation.type': 'process',
        'messaging.consumer.group.name': message.consumer,
        'huiyin.delivery.count': message.deliveries,
        ...(together === 1 ? {} : { 'messaging.batch.message_count': together }),
      },
      links: links(message.sentBy),
    },
    parent,
  );
  return { span, parent };
}

/** Marks a span as failed. */
export function failSpan(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
}

/** W3C traceparent of a span; empty when it is not recorded anywhere. */
export function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return isSpanContextValid(span.spanContext())
    ? `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`
    : '';
}

function attributes(message: MessageFacts): Record<string, string> {
  return {
    'messaging.system': 'nats',
    'messaging.destination.name': message.subject,
    'messaging.destination.template': message.template,
    'messaging.message.id': message.messageId,
  };
}

function links(traceparent: string): Link[] {
  const linked = spanContextOf(traceparent);
  return linked === undefined ? [] : [{ context: linked }];
}

function spanContextOf(traceparent: string): SpanContext | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED;
  return { traceId, spanId, traceFlags, isRemote: true };
}
