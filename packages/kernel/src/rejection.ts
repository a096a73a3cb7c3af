/**
 * Why a command is refused. The kind decides the gRPC status and the HTTP status (one total table in
 * packages/rpc); the code is stable and belongs to a service's closed union.
 */
export type RejectionKind =
  | 'invalid' // the request itself is wrong, whatever the state: 400
  | 'forbidden' // this actor may not: 403
  | 'not-found' // there is no such thing, or this actor may not know of it: 404
  | 'wrong-state' // right request, wrong moment: 409
  | 'stale' // If-Match names another version: 412
  | 'key-reused' // the Idempotency-Key came before with another body: 422
  | 'not-yet-known' // a foreign fact has not arrived: 409 with Retry-After
  | 'unavailable'; // a server this needs does not answer: 503 with Retry-After

/** An expected refusal, as a value. `message` is safe to show; `detail` carries ids for the log and the client. */
export interface Rejection<Code extends string = string> {
  readonly rejected: true;
  readonly kind: RejectionKind;
  readonly code: Code;
  readonly message: string;
  readonly field?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** Makes a rejection. */
export function reject<Code extends string>(
  kind: RejectionKind,
  code: Code,
  message: string,
  more: { field?: string; detail?: Record<string, string | number | boolean> } = {},
): Rejection<Code> {
  return { rejected: true, kind, code, message, ...more };
}

/** Tells a rejection from a result. */
export function isRejection(value: unknown): value is Rejection {
  return typeof value === 'object' && value !== null && (value as { rejected?: unknown }).rejected === true;
}
