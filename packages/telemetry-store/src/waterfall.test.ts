import { describe, expect, it } from 'vitest';
import type { Edge } from './answers.ts';
import type { KeptSpan } from './kept.ts';
import { serviceMap } from './service-map.ts';
import { waterfall } from './waterfall.ts';

function span(spanId: string, parentSpanId: string, more: Partial<KeptSpan> = {}): KeptSpan {
  return {
    ...{ traceId: 't', spanId, parentSpanId, service: 'intake', layer: 'grpc', kind: 2, name: spanId },
    ...{ detail: '', startUs: 0, durationUs: 10, outcome: 'ok', problem: '' },
    ...{ eventId: '', delivery: 0, causes: [] },
    ...more,
  };
}
const because = (spanId: string) => ({ causes: [{ traceId: 't', spanId }] });

/** gateway → intake → its database; intake's event is sent by the relay and handled by archive. */
const CHAIN: readonly KeptSpan[] = [
  span('handled', 'served', {
    ...{ service: 'archive', layer: 'consumer', kind: 5, startUs: 900, ...because('sent') },
    ...{ outcome: 'failed', problem: 'error' },
  }),
  span('sent', '', { layer: 'relay', kind: 4, startUs: 400, durationUs: 100, ...because('served') }),
  span('commit', 'served', { layer: 'database', kind: 3, startUs: 30 }),
  span('served', 'called', { startUs: 20, durationUs: 80 }),
  span('called', 'request', { service: 'gateway', kind: 3, startUs: 10, durationUs: 100 }),
  span('request', '', { service: 'gateway', layer: 'http', durationUs: 600_000 }),
];

describe('the waterfall', () => {
  it('is the tree of what led to what, deliveries below the sending of their event', () => {
    expect(waterfall(CHAIN).map(({ name, depth }) => [name, depth])).toEqual([
      ['request', 0],
      ['called', 1],
      ['served', 2],
      ['commit', 3],
      ['sent', 3],
      ['handled', 4],
    ]);
  });

  it('says how long an event waited, what was slow and what failed', () => {
    const steps = new Map(waterfall(CHAIN).map((step) => [step.name, step]));
    expect(steps.get('sent')).toMatchObject({ waitedUs: 300, slow: false });
    expect(steps.get('handled')).toMatchObject({ waitedUs: 400, outcome: 'failed', problem: 'error' });
    expect(steps.get('request')).toMatchObject({ slow: true });
  });

  it('shows a step whose cause was not kept at the top and says so', () => {
    expect(waterfall([span('alone', 'gone')])).toMatchObject([{ depth: 0, parentMissing: true }]);
  });

  it('ends with spans that name each other as parents, and loses none', () => {
    const round = [span('a', 'b'), span('b', 'c'), span('c', 'a'), span('self', 'self')];
    expect(
      waterfall(round)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['a', 'b', 'c', 'self']);
  });
});

const line = ({ caller, callee, kind, calls, failed, p95Us }: Edge): string =>
  `${caller} → ${callee} ${kind}: ${calls}, ${failed} failed, ${p95Us} µs`;

describe('the service map', () => {
  it('counts requests, calls, statements and events, with failures and what the caller waited', () => {
    expect(serviceMap([CHAIN]).map(line).toSorted()).toEqual([
      'clients → gateway http: 1, 0 failed, 600000 µs',
      'gateway → intake grpc: 1, 0 failed, 100 µs',
      'intake → archive event: 1, 1 failed, 10 µs',
      'intake → nats send: 1, 0 failed, 100 µs',
      'intake → postgres database: 1, 0 failed, 10 µs',
      'nats → archive delivery: 1, 1 failed, 10 µs',
    ]);
    const slow = serviceMap([CHAIN]).filter((edge) => edge.slow);
    expect(slow.map(({ callee }) => callee)).toEqual(['gateway']);
  });

  it('shows a service that did not answer, of which there is no span', () => {
    const name = 'grpc.huiyin.meeting.v1.MeetingService/HoldMeeting';
    const call = span('unanswered', 'request', { service: 'gateway', kind: 3, name, outcome: 'failed' });
    expect(serviceMap([[call]]).map(line)).toEqual(['gateway → meeting grpc: 1, 1 failed, 10 µs']);
    // Every process answers to this name; an answer that was not kept says nothing of who gave it.
    const health = { ...call, name: 'grpc.huiyin.operations.v1.OperationsService/GetHealth' };
    expect(serviceMap([[health], [{ ...call, outcome: 'ok' }]])).toEqual([]);
  });

  it('leaves out what began earlier than is asked for', () => {
    expect(serviceMap([CHAIN], 400).map(({ kind }) => kind)).toEqual(['delivery', 'event', 'send']);
  });

  it('takes the quantiles by nearest rank', () => {
    const calls = Array.from({ length: 20 }, (_, index) =>
      span(`q${index}`, 'x', { layer: 'database', durationUs: (index + 1) * 10 }),
    );
    expect(serviceMap([calls])).toMatchObject([{ calls: 20, p50Us: 100, p95Us: 190 }]);
  });
});
