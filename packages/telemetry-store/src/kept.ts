/** Which part of the system a span is about, as the waterfall colours it. */
export type Layer = 'http' | 'grpc' | 'database' | 'cache' | 'relay' | 'consumer' | 'internal';

/** `refused` is a business answer such as not-found or already-submitted; `failed` is everything that ought not to be. */
export type Outcome = 'ok' | 'refused' | 'failed';

/** A span as it is kept: what names it and times it, none of its other attributes. */
export interface KeptSpan {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  /** Empty for a root. */
  readonly parentSpanId: string;
  /** The process that made it. */
  readonly service: string;
  readonly layer: Layer;
  /** SpanKind as OTLP numbers it: 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  readonly kind: number;
  readonly name: string;
  /** What it worked on: a statement, a subject, an RPC. May be empty. */
  readonly detail: string;
  /** Microseconds since 1970. */
  readonly startUs: number;
  readonly durationUs: number;
  readonly outcome: Outcome;
  /** HTTP status, gRPC code, SQLSTATE or the kind of error; empty when all went well. */
  readonly problem: string;
  /** The event a producer or consumer carried; empty for others. */
  readonly eventId: string;
  /** Which delivery of it this is; 0 for what is no delivery. */
  readonly delivery: number;
  /** What led here without being its caller. */
  readonly causes: readonly { readonly traceId: string; readonly spanId: string }[];
}

/** A log line with a trace id, as the process wrote it. */
export interface KeptLine {
  readonly traceId: string;
  readonly spanId: string;
  readonly service: string;
  /** Microseconds since 1970. */
  readonly atUs: number;
  /** pino's name of it. */
  readonly level: string;
  readonly message: string;
  /** Its other fields as JSON, cut at a limit. */
  readonly fields: string;
}
