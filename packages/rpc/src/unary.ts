import {
  Metadata,
  status,
  type handleUnaryCall,
  type MethodDefinition,
  type ServerUnaryCall,
  type StatusObject,
} from '@grpc/grpc-js';
import { isRejection, reject, type Rejection } from '@huiyin/kernel/rejection';
import { durations } from '@huiyin/metrics/instruments';
import { withinCall, type CallScope } from './call-scope.ts';
import { RpcUnavailable } from './errors.ts';
import type { HandlerFor, IncomingCall } from './handlers.ts';
import type { IdentityVerifier } from './identity-verifier.ts';
import type { RpcLog } from './log.ts';
import { NotAuthenticated } from './not-authenticated.ts';
import { rejectionMetadata } from './rejection-metadata.ts';
import { wireStatusOf } from './status-table.ts';
import { failureReference, REFERENCE_KEY } from './trace-reference.ts';

const served = durations('rpc.server.call.duration');

/** For callers that sent no deadline: nobody may occupy a handler for longer. */
const LONGEST_CALL_MS = 30_000;

/** What every handler of a server shares. */
export interface HandlerSurroundings {
  readonly verifier: IdentityVerifier;
  readonly log: RpcLog;
  /** Turns a thrown error that means "not now" (database away) into a refusal; undefined = a real fault. */
  readonly asRejection?: (error: unknown) => Rejection | undefined;
}

/**
 * Binds a handler to its method: deadline, cancellation, refusals and faults become what gRPC expects. One line of log
 * a call, unless it is unrecorded.
 */
export function bindUnary<Req, Res>(
  handler: HandlerFor<Req, Res>,
  method: MethodDefinition<Req, Res>,
  around: HandlerSurroundings,
): handleUnaryCall<Req, Res> {
  return (call, callback) => {
    const incoming: IncomingCall<Req> = {
      request: call.request,
      metadata: call.metadata,
      method: method.path,
      encodedRequest: () => method.requestSerialize(call.request),
      cancelled: () => call.cancelled,
    };
    const startedAt = performance.now();
    const isRecorded = handler.isUnrecorded !== true;
    const recorded = (statusCode: status, error?: string): void => {
      if (!isRecorded) return;
      served((performance.now() - startedAt) / 1000, {
        'rpc.system.name': 'grpc',
        'rpc.method': method.path.slice(1),
        'rpc.response.status_code': status[statusCode],
        ...(error === undefined ? {} : { 'error.type': error }),
      });
    };
    const logged = (code: string): void => {
      if (!isRecorded) return;
      const ms = Math.round(performance.now() - startedAt);
      around.log.info({ method: method.path, code, ms }, 'call');
    };
    withinCall(scopeOf(call), () => handler.answer(incoming, around.verifier)).then(
      (answer) => {
        logged(isRejection(answer) ? answer.code : 'ok');
        if (!isRejection(answer)) {
          recorded(status.OK);
          return callback(null, answer);
        }
        recorded(wireStatusOf(answer.kind).grpc, answer.kind);
        callback(rejected(answer));
      },
      (error: unknown) => {
        const answer = faulted(error, method.path, around);
        recorded(answer.code ?? status.INTERNAL, 'fault');
        callback(answer);
      },
    );
  };
}

function scopeOf<Req, Res>(call: ServerUnaryCall<Req, Res>): CallScope {
  const gone = new AbortController();
  call.on('cancelled', () => gone.abort());
  const asked = call.getDeadline();
  const askedAt = asked instanceof Date ? asked.getTime() : asked;
  return { deadlineAt: Math.min(askedAt, Date.now() + LONGEST_CALL_MS), signal: gone.signal };
}

function rejected(rejection: Rejection): Partial<StatusObject> {
  return {
    code: wireStatusOf(rejection.kind).grpc,
    details: rejection.code,
    metadata: rejectionMetadata(rejection),
  };
}

function faulted(error: unknown, method: string, around: HandlerSurroundings): Partial<StatusObject> {
  if (error instanceof NotAuthenticated) {
    around.log.warn({ method, code: error.code }, 'token refused');
    return { code: status.UNAUTHENTICATED, details: error.code };
  }
  const refusal = error instanceof RpcUnavailable ? peerUnavailable() : around.asRejection?.(error);
  if (refusal !== undefined) {
    around.log.warn({ method, code: refusal.code, err: error }, 'cannot answer now');
    return rejected(refusal);
  }
  const reference = failureReference();
  around.log.error({ method, reference, err: error }, 'call failed');
  const metadata = new Metadata();
  metadata.set(REFERENCE_KEY, reference);
  return { code: status.INTERNAL, details: `internal error, reference ${reference}`, metadata };
}

function peerUnavailable(): Rejection {
  return reject('unavailable', 'peer-unavailable', '相关服务暂时没有应答，请稍后重试');
}
