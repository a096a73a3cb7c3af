import { describe, expect, it } from 'vitest';
import type { KeptSpan } from './kept.ts';
import type { Retention } from './retention.ts';
import { TelemetryStore } from './telemetry-store.ts';

const HOUR_MS = 3_600_000;
const RETENTION: Retention = {
  ...{ bytes: 1_000_000, spans: 10, ageMs: HOUR_MS, spansOfTrace: 5, linesOfTrace: 2 },
};

let made = 0;
function span(traceId: string, more: Partial<KeptSpan> = {}): KeptSpan {
  made += 1;
  return {
    ...{ traceId, spanId: `s${made}`, parentSpanId: 'p', service: 'gateway', layer: 'http', kind: 2 },
    ...{ name: 'POST /suggestions', detail: '', startUs: made, durationUs: 1, outcome: 'ok', problem: '' },
    ...{ eventId: '', delivery: 0, causes: [] },
    ...more,
  };
}
const read = (traceId: string): KeptSpan => span(traceId, { name: 'GET /cases' });

function storeAt(retention: Partial<Retention> = {}) {
  const clock = { now: 0 };
  return { clock, store: new TelemetryStore({ ...RETENTION, ...retention }, () => clock.now) };
}

describe('retention', () => {
  it('lets the oldest trace go when there are too many spans, whole', () => {
    const { store } = storeAt();
    for (const id of ['a', 'b', 'c']) store.addSpans([span(id), span(id), span(id), span(id)]);
    expect(store.trace('a')).toBeUndefined();
    expect(store.trace('b')?.spans).toHaveLength(4);
    expect(store.counts()).toMatchObject({ traces: 2, spans: 8, forgottenTraces: 1 });
  });

  it('lets mere reads go before any change or failure', () => {
    const { store } = storeAt();
    store.addSpans([span('change')]);
    store.addSpans([{ ...read('broken'), outcome: 'failed' }]);
    for (let index = 0; index < 30; index += 1) store.addSpans([read(`read-${index}`)]);
    expect(store.trace('change')).toBeDefined();
    expect(store.trace('broken')).toBeDefined();
    expect(store.trace('read-0')).toBeUndefined();
    expect(store.counts().spans).toBe(10);
  });

  it('keeps by size too', () => {
    const { store } = storeAt({ bytes: 2_000, spans: 1_000 });
    for (let index = 0; index < 30; index += 1) store.addSpans([span(`t-${index}`)]);
    expect(store.counts().bytes).toBeLessThanOrEqual(2_000);
    expect(store.trace('t-29')).toBeDefined();
  });

  it('lets go what is too old, also when nothing comes any more', () => {
    const { store, clock } = storeAt();
    store.addSpans([span('a')]);
    clock.now = HOUR_MS + 1;
    expect(store.trace('a')).toBeUndefined();
    expect(store.counts()).toMatchObject({ traces: 0, spans: 0, bytes: 0 });
  });

  it('cuts a trace that would push out all others, and says so', () => {
    const { store } = storeAt();
    store.addSpans([span('other')]);
    store.addSpans(Array.from({ length: 50 }, () => span('sweep')));
    expect(store.trace('sweep')).toMatchObject({ isCut: true, spanCount: 5 });
    expect(store.trace('other')).toBeDefined();
    expect(store.counts().cut).toBe(45);
  });

  it('files the sending of an event under the trace that wrote it', () => {
    const { store } = storeAt();
    const causes = [{ traceId: 'a', spanId: 's' }];
    store.addSpans([span('a'), span('sent', { parentSpanId: '', layer: 'relay', kind: 4, causes })]);
    expect(store.trace('a')?.spans.map(({ traceId }) => traceId)).toEqual(['a', 'sent']);
    expect(store.trace('sent')).toBeUndefined();
  });
});
