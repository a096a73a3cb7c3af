import type { KeptLine } from './kept.ts';
import { microseconds, type OtlpLogRecord } from './otlp-body.ts';

const MESSAGE_CHARACTERS = 300;
const FIELD_CHARACTERS = 1_000;

/** What the list shows in columns of its own, or what is the same on each line of a trace. */
const SHOWN_APART = new Set(['level', 'time', 'service', 'trace_id', 'span_id', 'msg', 'pid', 'hostname']);

/** A received log record; undefined for one that belongs to no trace and could never be found. */
export function keepLine(service: string, record: OtlpLogRecord): KeptLine | undefined {
  if (record.traceId === '') return undefined;
  const written = fieldsOf(record.body?.stringValue ?? '');
  const rest = Object.fromEntries(Object.entries(written).filter(([name]) => !SHOWN_APART.has(name)));
  const { msg } = written;
  return {
    traceId: record.traceId.toLowerCase(),
    spanId: record.spanId.toLowerCase(),
    service,
    atUs: microseconds(record.timeUnixNano ?? record.observedTimeUnixNano ?? 0),
    level: record.severityText.toLowerCase().slice(0, 16),
    message: (typeof msg === 'string' ? msg : '').slice(0, MESSAGE_CHARACTERS),
    fields: (Object.keys(rest).length === 0 ? '' : JSON.stringify(rest)).slice(0, FIELD_CHARACTERS),
  };
}

/** Our processes send the line they write, which is JSON; any other text is the message itself. */
function fieldsOf(body: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(body);
    if (typeof read === 'object' && read !== null) return { ...read };
  } catch {
    // Not one of ours: shown as it is.
  }
  return { msg: body };
}
