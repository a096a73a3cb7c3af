import type { KeptLine, KeptSpan } from './kept.ts';
import { KeptTrace } from './kept-trace.ts';
import type { Retention } from './retention.ts';

/** What is in the store and what it had to let go. */
export interface StoreCounts {
  readonly traces: number;
  readonly spans: number;
  readonly bytes: number;
  /** Traces that went because of age or space. */
  readonly forgottenTraces: number;
  /** Spans and lines over the limit of their trace. */
  readonly cut: number;
}

/**
 * The traces of the last hours, in memory. Reads in which nothing failed go first when space is short, so that no
 * amount of looking pushes out what was changed or went wrong.
 */
export class TelemetryStore {
  readonly #retention: Retention;
  readonly #now: () => number;
  /** Both in order of arrival. */
  readonly #reads = new Map<string, KeptTrace>();
  readonly #kept = new Map<string, KeptTrace>();
  #spans = 0;
  #bytes = 0;
  #forgottenTraces = 0;
  #cut = 0;

  /** `now` answers milliseconds since 1970. */
  constructor(retention: Retention, now: () => number) {
    this.#retention = retention;
    this.#now = now;
  }

  addSpans(spans: readonly KeptSpan[]): void {
    for (const span of spans) this.#add(filedUnder(span), (trace) => trace.addSpan(span, this.#retention));
    this.#makeRoom();
  }

  addLines(lines: readonly KeptLine[]): void {
    for (const line of lines) this.#add(line.traceId, (trace) => trace.addLine(line, this.#retention));
    this.#makeRoom();
  }

  /** Undefined for a trace that never came or is forgotten. */
  trace(id: string): KeptTrace | undefined {
    this.#makeRoom();
    return this.#kept.get(id) ?? this.#reads.get(id);
  }

  traces(): readonly KeptTrace[] {
    this.#makeRoom();
    return [...this.#kept.values(), ...this.#reads.values()];
  }

  counts(): StoreCounts {
    const traces = this.#kept.size + this.#reads.size;
    return {
      ...{ traces, spans: this.#spans, bytes: this.#bytes },
      ...{ forgottenTraces: this.#forgottenTraces, cut: this.#cut },
    };
  }

  #add(id: string, put: (trace: KeptTrace) => boolean): void {
    const trace = this.#kept.get(id) ?? this.#reads.get(id) ?? new KeptTrace(id, this.#now());
    const { spanCount, bytes } = trace;
    if (!put(trace)) this.#cut += 1;
    this.#spans += trace.spanCount - spanCount;
    this.#bytes += trace.bytes - bytes;
    if (!trace.isMereRead) this.#reads.delete(id);
    const place = trace.isMereRead ? this.#reads : this.#kept;
    place.set(id, trace);
  }

  #makeRoom(): void {
    const oldest = this.#now() - this.#retention.ageMs;
    for (const traces of [this.#reads, this.#kept]) {
      for (const trace of traces.values()) {
        if (trace.firstSeenMs >= oldest) break;
        this.#forget(traces, trace);
      }
    }
    for (const traces of [this.#reads, this.#kept]) {
      for (const trace of traces.values()) {
        if (this.#spans <= this.#retention.spans && this.#bytes <= this.#retention.bytes) return;
        this.#forget(traces, trace);
      }
    }
  }

  #forget(from: Map<string, KeptTrace>, trace: KeptTrace): void {
    from.delete(trace.id);
    this.#spans -= trace.spanCount;
    this.#bytes -= trace.bytes;
    this.#forgottenTraces += 1;
  }
}

/** Sending an event begins a trace of its own, linked to the command: it is filed under the command's. */
function filedUnder({ parentSpanId, causes, traceId }: KeptSpan): string {
  return parentSpanId === '' && causes.length === 1 ? (causes[0]?.traceId ?? traceId) : traceId;
}
