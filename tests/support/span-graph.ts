import type { ReceivedSpan } from './otlp-receiver.ts';

/** Spans held together by parents and links. */
export class SpanGraph {
  readonly #byId: ReadonlyMap<string, ReceivedSpan>;
  readonly #neighbours = new Map<string, Set<string>>();

  constructor(spans: readonly ReceivedSpan[]) {
    this.#byId = new Map(spans.map((span) => [span.spanId, span]));
    for (const span of spans) for (const id of causesOf(span)) this.#join(span.spanId, id);
  }

  get spans(): readonly ReceivedSpan[] {
    return [...this.#byId.values()];
  }

  /** Everything connected with one span, itself included. */
  around(spanId: string): SpanGraph {
    const seen = new Set([spanId]);
    const open = [spanId];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const next of this.#neighbours.get(id) ?? []) {
        if (!seen.has(next)) open.push(next);
        seen.add(next);
      }
    }
    return new SpanGraph(this.spans.filter((span) => seen.has(span.spanId)));
  }

  /** Spans below this one by parent. */
  below(parent: ReceivedSpan): readonly ReceivedSpan[] {
    return this.spans.filter(({ parentSpanId }) => parentSpanId === parent.spanId);
  }

  /** Spans whose parent or link was never received. */
  orphans(): readonly ReceivedSpan[] {
    return this.spans.filter((span) => causesOf(span).some((id) => !this.#byId.has(id)));
  }

  #join(one: string, other: string): void {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      this.#neighbours.set(from, (this.#neighbours.get(from) ?? new Set()).add(to));
    }
  }
}

function causesOf({ parentSpanId = '', links }: ReceivedSpan): readonly string[] {
  return [parentSpanId, ...links.map(({ spanId }) => spanId)].filter((id) => id !== '');
}
