import type { KeptLine, KeptSpan } from './kept.ts';
import type { Retention } from './retention.ts';

/** Of the fields that are numbers and of the object itself; strings are counted. */
const SPAN_BASE_BYTES = 320;
const LINE_BASE_BYTES = 160;

const READING = /^(GET|HEAD|OPTIONS) /;
const SERVER = 2;

/** Everything that was kept of one trace. */
export class KeptTrace {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly firstSeenMs: number;
  readonly spans: KeptSpan[] = [];
  readonly lines: KeptLine[] = [];
  /** Rough size in memory. */
  bytes = 0;
  /** Spans and lines over the limits were left out. */
  isCut = false;
  #isMereRead = true;

  constructor(id: string, firstSeenMs: number) {
    this.id = id;
    this.firstSeenMs = firstSeenMs;
  }

  get spanCount(): number {
    return this.spans.length;
  }

  /** Nothing was changed by it and nothing in it failed, as far as is known yet. */
  get isMereRead(): boolean {
    return this.#isMereRead;
  }

  /** False when the trace has too many already. */
  addSpan(span: KeptSpan, limits: Pick<Retention, 'spansOfTrace'>): boolean {
    if (this.spans.length >= limits.spansOfTrace) return this.#cut();
    this.spans.push(span);
    const { name, detail, service, problem, eventId, causes } = span;
    const characters = name.length + detail.length + service.length + problem.length + eventId.length;
    this.bytes += SPAN_BASE_BYTES + characters + causes.length * 100;
    if (!isRead(span)) this.#isMereRead = false;
    return true;
  }

  addLine(line: KeptLine, limits: Pick<Retention, 'linesOfTrace'>): boolean {
    if (this.lines.length >= limits.linesOfTrace) return this.#cut();
    this.lines.push(line);
    this.bytes += LINE_BASE_BYTES + line.message.length + line.fields.length;
    return true;
  }

  #cut(): false {
    this.isCut = true;
    return false;
  }
}

function isRead({ layer, kind, name, outcome }: KeptSpan): boolean {
  if (outcome === 'failed' || layer === 'relay' || layer === 'consumer') return false;
  return layer !== 'http' || kind !== SERVER || READING.test(name);
}
