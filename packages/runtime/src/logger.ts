import { logs, trace } from '@opentelemetry/api';
import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

/** Never written, wherever a caller puts them. Texts of suggestions do not belong into logs at all. */
const SECRETS = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'phone',
  'idCard',
  'email',
  'otp',
  'body',
  'payload',
];
/** Depth to which a field of that name is found. */
const REDACTED = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** How many causes below an error are written. */
const CAUSE_DEPTH = 4;

/** The JSON log of a process: one line per entry on stdout with service, trace_id and span_id, nothing personal. */
export function createLogger(
  options: { readonly service: string; readonly level: (typeof LOG_LEVELS)[number] },
  destination?: DestinationStream,
): Logger {
  const settings = {
    level: options.level,
    base: { service: options.service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: REDACTED, censor: '[redacted]' },
    serializers: { err: (error: unknown) => errorFields(error, CAUSE_DEPTH) },
    mixin: traceFields,
    hooks: { streamWrite: alsoAsTelemetry },
  };
  return destination === undefined ? pino(settings) : pino(settings, destination);
}

/** As pino writes a line's level; it comes first. */
const LEVEL = /^\{"level":"([a-z]+)"/;

/**
 * A line goes to the telemetry as it was written, after redaction, with the active trace; without the preload it goes
 * nowhere else. Sending happens in batches, later.
 */
function alsoAsTelemetry(line: string): string {
  const [, level = ''] = LEVEL.exec(line) ?? [];
  logs.getLogger('@huiyin/runtime').emit({ severityText: level, body: line.trimEnd() });
  return line;
}

function traceFields(): object {
  const span = trace.getActiveSpan()?.spanContext();
  return span === undefined ? {} : { trace_id: span.traceId, span_id: span.spanId };
}

/**
 * Name, message, code and stack of an error and of its causes. Other properties stay out: a database error's
 * `detail` quotes the row, a gRPC error carries the caller's token.
 */
function errorFields(error: unknown, depth: number): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: error.stack,
    ...(error.cause === undefined || depth === 0 ? {} : { cause: errorFields(error.cause, depth - 1) }),
  };
}
