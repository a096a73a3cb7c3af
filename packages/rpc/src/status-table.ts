import { status } from '@grpc/grpc-js';
import type { RejectionKind } from '@huiyin/kernel/rejection';

/** How one kind of refusal looks on the two wires. */
export interface WireStatus {
  readonly grpc: status;
  readonly http: number;
  /** Sent as Retry-After, in seconds, where trying again helps. */
  readonly retryAfterS?: number;
}

/**
 * The one total table. gRPC codes need not be unique: the rejection itself travels beside the code (see
 * rejection-metadata.ts). `stale` and `not-yet-known` are ABORTED, which gRPC defines as "retry at a higher level".
 */
const TABLE: Readonly<Record<RejectionKind, WireStatus>> = {
  invalid: { grpc: status.INVALID_ARGUMENT, http: 400 },
  forbidden: { grpc: status.PERMISSION_DENIED, http: 403 },
  'not-found': { grpc: status.NOT_FOUND, http: 404 },
  'wrong-state': { grpc: status.FAILED_PRECONDITION, http: 409 },
  stale: { grpc: status.ABORTED, http: 412 },
  'key-reused': { grpc: status.ALREADY_EXISTS, http: 422 },
  'not-yet-known': { grpc: status.ABORTED, http: 409, retryAfterS: 1 },
  unavailable: { grpc: status.UNAVAILABLE, http: 503, retryAfterS: 2 },
};

/** Every kind there is, for schemas and tests. */
export const REJECTION_KINDS: readonly RejectionKind[] = Object.keys(TABLE) as RejectionKind[];

/** gRPC status, HTTP status and Retry-After of a kind of refusal. */
export function wireStatusOf(kind: RejectionKind): WireStatus {
  return TABLE[kind];
}
