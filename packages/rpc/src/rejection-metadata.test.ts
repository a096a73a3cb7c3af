import { Metadata } from '@grpc/grpc-js';
import { reject } from '@huiyin/kernel/rejection';
import { expect, test } from 'vitest';
import { rejectionFrom, rejectionMetadata } from './rejection-metadata.ts';
import { REJECTION_KINDS, wireStatusOf } from './status-table.ts';

test.each(REJECTION_KINDS)(
  'a rejection of kind %s survives the wire whole, Chinese text included',
  (kind) => {
    const rejection = reject(kind, 'reply-overdue', '答复期限已过,不能再申请延期', {
      field: 'newDue',
      detail: { due: '2026-06-30', days: 3, key: true },
    });
    expect(rejectionFrom(rejectionMetadata(rejection))).toEqual(rejection);
  },
);

test('every kind has a client-visible HTTP status, and only waiting helps with Retry-After', () => {
  expect(
    REJECTION_KINDS.map((kind) => [kind, wireStatusOf(kind).http, wireStatusOf(kind).retryAfterS]),
  ).toEqual([
    ['invalid', 400, undefined],
    ['forbidden', 403, undefined],
    ['not-found', 404, undefined],
    ['wrong-state', 409, undefined],
    ['stale', 412, undefined],
    ['key-reused', 422, undefined],
    ['not-yet-known', 409, 1],
    ['unavailable', 503, 2],
  ]);
});

test('given a detail too big for a header, then kind, code and message still arrive', () => {
  const rejection = reject('invalid', 'too-much', '内容过长', { detail: { text: '长'.repeat(5_000) } });
  expect(rejectionFrom(rejectionMetadata(rejection))).toEqual(reject('invalid', 'too-much', '内容过长'));
});

test('given metadata of somebody else, then there is no rejection', () => {
  const foreign = new Metadata();
  foreign.set('huiyin-rejection-bin', Buffer.from('{"kind":"sorry"}'));
  expect(rejectionFrom(foreign)).toBeUndefined();
  expect(rejectionFrom(new Metadata())).toBeUndefined();
});
