import { status } from '@grpc/grpc-js';

/**
 * The peer did not answer in time or cannot be reached. Whether it did the work is unknown: a command is resolved
 * by asking again with the same Idempotency-Key.
 */
export class RpcUnavailable extends Error {
  readonly method: string;
  readonly target: string;
  readonly status: status;

  constructor(call: { method: string; target: string; status: status }, cause: unknown) {
    super(`${call.method} at ${call.target}: ${status[call.status]}`, { cause });
    this.name = 'RpcUnavailable';
    this.method = call.method;
    this.target = call.target;
    this.status = call.status;
  }
}

/** The peer refused the call for a reason no business rule knows: its bug, a refused token, an unknown method. */
export class RpcFailed extends Error {
  readonly method: string;
  readonly target: string;
  readonly status: status;
  /** Reference under which the peer logged the cause; absent when it did not say. */
  readonly reference: string | undefined;

  constructor(
    call: { method: string; target: string; status: status; reference: string | undefined },
    cause: unknown,
  ) {
    super(`${call.method} at ${call.target}: ${status[call.status]}`, { cause });
    this.name = 'RpcFailed';
    this.method = call.method;
    this.target = call.target;
    this.status = call.status;
    this.reference = call.reference;
  }
}
