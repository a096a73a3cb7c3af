import { expect, test } from 'vitest';
import { event } from '../test/support/events.ts';
import { decodeEnvelope, encodeEnvelope, UndecodableEvent } from './envelope-codec.ts';

test.each([
  ['without a reason', event({ service: 'intake' })],
  ['with a reason', event({ service: 'intake', reason: '双方确认,不再办理' })],
  [
    'by a service',
    event({ service: 'archive', actor: { accountId: 'archive', personId: 'system', roles: [] } }),
  ],
])('an event %s survives the wire whole', (_case, original) => {
  expect(decodeEnvelope(encodeEnvelope(original))).toEqual(original);
});

test('given a field this release does not know, then the rest is read', () => {
  const original = event({ service: 'intake' });
  const newer = Buffer.from(JSON.stringify({ ...original, region: 'north' }));
  expect(decodeEnvelope(newer)).toEqual(original);
});

test.each([
  '',
  'null',
  '{}',
  '[1',
  '{"id":"x"}',
  JSON.stringify({ ...event({ service: 'intake' }), version: 0 }),
])('given %j, then it is not an event', (body) => {
  expect(() => decodeEnvelope(Buffer.from(body))).toThrow(UndecodableEvent);
});
