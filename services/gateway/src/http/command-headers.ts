import type { FastifyRequest } from 'fastify';
import { problem } from './problem.ts';

const KEY = /^[\x21-\x7e]{1,128}$/;
const STRONG_ETAG = /^"(\d{1,15})"$/;

/** The client's Idempotency-Key, checked; undefined when absent. */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !KEY.test(header)) {
    throw problem('idempotency-key-malformed', { in: 'header', field: '/idempotency-key' });
  }
  return header;
}

/** Refuses a request without a well-formed key. */
export function requireIdempotencyKey(request: FastifyRequest): void {
  if (idempotencyKeyOf(request) === undefined)
    throw problem('idempotency-key-missing', { in: 'header', field: '/idempotency-key' });
}

/** The version If-Match asks for; undefined when absent or `*`. */
export function expectedVersionOf(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const version = STRONG_ETAG.exec(header)?.[1];
  if (version === undefined) throw problem('if-match-malformed', { in: 'header', field: '/if-match' });
  return Number(version);
}

/** Refuses a change that does not say which version it was made from. `*` says "whichever". */
export function requireIfMatch(request: FastifyRequest): void {
  if (request.headers['if-match'] === undefined) {
    throw problem('if-match-missing', { in: 'header', field: '/if-match' });
  }
  expectedVersionOf(request);
}

/** The ETag of a version. */
export function etag(version: number): string {
  return `"${version}"`;
}
