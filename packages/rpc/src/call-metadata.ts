import { createHash } from 'node:crypto';
import { Metadata } from '@grpc/grpc-js';
import { reject, type Rejection } from '@huiyin/kernel/rejection';

const AUTHORIZATION = 'authorization';
const IDEMPOTENCY_KEY = 'idempotency-key';
const IF_MATCH = 'if-match';

/** Visible ASCII; clients send a UUID. */
const KEY_PATTERN = /^[\x21-\x7e]{1,200}$/;
const VERSION_PATTERN = /^"?(\d{1,15})"?$/;

/** What a caller says beside the request. */
export interface CallFacts {
  readonly token?: string;
  readonly idempotencyKey?: string;
  readonly expectedVersion?: number;
}

/** Encodes what a caller says beside the request. */
export function callMetadata(facts: CallFacts): Metadata {
  const metadata = new Metadata();
  if (facts.token !== undefined) metadata.set(AUTHORIZATION, `Bearer ${facts.token}`);
  if (facts.idempotencyKey !== undefined) metadata.set(IDEMPOTENCY_KEY, facts.idempotencyKey);
  if (facts.expectedVersion !== undefined) metadata.set(IF_MATCH, `"${facts.expectedVersion}"`);
  return metadata;
}

/** The bearer token; empty when there is none. */
export function bearerToken(metadata: Metadata): string {
  const value = text(metadata, AUTHORIZATION);
  return value?.startsWith('Bearer ') === true ? value.slice('Bearer '.length) : '';
}

/** The Idempotency-Key every command must bring (scope: tenant + actor + method). */
export function idempotencyKey(metadata: Metadata): string | Rejection {
  const value = text(metadata, IDEMPOTENCY_KEY);
  if (value === undefined) {
    return reject('invalid', 'idempotency-key-missing', '缺少幂等键，请带上 Idempotency-Key 重新提交', {
      field: 'Idempotency-Key',
    });
  }
  if (!KEY_PATTERN.test(value)) {
    return reject('invalid', 'idempotency-key-malformed', '幂等键应为不超过200位的可见英文字符', {
      field: 'Idempotency-Key',
    });
  }
  return value;
}

/** The version named by If-Match, quoted or bare; undefined when the client did not ask. */
export function expectedVersion(metadata: Metadata): number | undefined | Rejection {
  const value = text(metadata, IF_MATCH);
  if (value === undefined) return undefined;
  const match = VERSION_PATTERN.exec(value);
  if (match === null) {
    return reject('invalid', 'if-match-malformed', 'If-Match 应为带引号的版本号，如 "7"', {
      field: 'If-Match',
    });
  }
  return Number(match[1]);
}

/** SHA-256 (hex) of the request as this service encodes it, so that equal requests have equal hashes. */
export function requestHash(encoded: Uint8Array): string {
  return createHash('sha256').update(encoded).digest('hex');
}

function text(metadata: Metadata, key: string): string | undefined {
  const value = metadata.get(key)[0];
  return typeof value === 'string' ? value : undefined;
}
