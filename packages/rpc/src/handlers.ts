import type { Metadata } from '@grpc/grpc-js';
import type { CommandReply } from '@huiyin/contracts/gen/common/v1/common';
import type { Actor } from '@huiyin/kernel/actor';
import type { CommandContext, QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, reject, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { bearerToken, expectedVersion, idempotencyKey, requestHash } from './call-metadata.ts';
import type { Identity } from './identity.ts';
import type { IdentityVerifier } from './identity-verifier.ts';
import { NotAuthenticated } from './not-authenticated.ts';
import { activeTraceparent } from './trace-reference.ts';

/** One call as a handler sees it. */
export interface IncomingCall<Req> {
  readonly request: Req;
  readonly metadata: Metadata;
  /** Fully qualified method path. */
  readonly method: string;
  /** The request as this service encodes it. */
  encodedRequest(): Uint8Array;
  /** True when nobody waits for the answer any more. */
  cancelled(): boolean;
}

/** One unary RPC before it is bound to a server: `startRpcServer` gives it its method and the verifier. */
export interface HandlerFor<Req, Res> {
  readonly answer: (call: IncomingCall<Req>, verifier: IdentityVerifier) => Promise<Res | Rejection>;
  /** Largest encoded request; MESSAGE_LIMIT_BYTES when absent. */
  readonly maxRequestBytes?: number;
  /** Nothing is written down of a call: no line of log, no metric, no span. */
  readonly isUnrecorded?: true;
}

/** The same handler for requests up to `maxRequestBytes`: those that carry a file. */
export function large<Req, Res>(
  handler: HandlerFor<Req, Res>,
  maxRequestBytes: number,
): HandlerFor<Req, Res> {
  return { ...handler, maxRequestBytes };
}

/**
 * The same handler with calls of which nothing is written down, for what must not be traced to anybody. A fault still is
 * logged, without the request. The method's name stands in UNRECORDED_METHODS of packages/runtime too.
 */
export function unrecorded<Req, Res>(handler: HandlerFor<Req, Res>): HandlerFor<Req, Res> {
  return { ...handler, isUnrecorded: true };
}

/** Who calls an operational RPC, which belongs to no tenant by itself. */
export interface OperationContext {
  readonly actor: Actor;
  /** The calling service; absent when a person calls through the gateway. */
  readonly service?: string;
  readonly tenant?: string;
  readonly at?: Date;
}

/** A command: needs a token with tenant and business time and an Idempotency-Key; answers who decided, on what, at which version. */
export function command<Req>(
  run: (request: Req, ctx: CommandContext) => Promise<CommandResult | Rejection>,
): HandlerFor<Req, CommandReply> {
  return {
    answer: async (call, verifier) => {
      const who = await verifiedCaller(call, verifier);
      const key = idempotencyKey(call.metadata);
      if (isRejection(key)) return key;
      const version = expectedVersion(call.metadata);
      if (isRejection(version)) return version;
      const ctx: CommandContext = {
        ...inTenant(who),
        idempotencyKey: key,
        method: call.method,
        requestHash: requestHash(call.encodedRequest()),
        traceparent: activeTraceparent(),
        ...(version === undefined ? {} : { expectedVersion: version }),
      };
      const result = await ifAwaited(call, () => run(call.request, ctx));
      return isRejection(result) ? result : replyOf(result);
    },
  };
}

/** A question: needs a token with tenant and business time. */
export function query<Req, Res>(
  run: (request: Req, ctx: QueryContext) => Promise<Res | Rejection>,
): HandlerFor<Req, Res> {
  return {
    answer: async (call, verifier) => {
      const ctx = inTenant(await verifiedCaller(call, verifier));
      return ifAwaited(call, () => run(call.request, ctx));
    },
  };
}

/** What services ask each other and operators ask services: needs a token, but no tenant and no business time. */
export function operation<Req, Res>(
  run: (request: Req, ctx: OperationContext) => Promise<Res | Rejection>,
): HandlerFor<Req, Res> {
  return {
    answer: async (call, verifier) => {
      const { kind, ...who } = await verifiedCaller(call, verifier);
      return ifAwaited(call, () => run(call.request, who));
    },
  };
}

/** Open to callers without a token: signing in. */
export function publicCall<Req, Res>(
  run: (request: Req, ctx: { readonly traceparent: string }) => Promise<Res | Rejection>,
): HandlerFor<Req, Res> {
  return {
    answer: (call) => ifAwaited(call, () => run(call.request, { traceparent: activeTraceparent() })),
  };
}

async function verifiedCaller(
  call: Pick<IncomingCall<unknown>, 'metadata'>,
  verifier: IdentityVerifier,
): Promise<Identity> {
  const identity = await verifier.verify(bearerToken(call.metadata));
  if (typeof identity === 'string') throw new NotAuthenticated(identity);
  return identity;
}

function inTenant(who: Identity): QueryContext {
  const { tenant, actor, at } = who;
  if (tenant === undefined || at === undefined) throw new NotAuthenticated('token-without-tenant');
  return { tenant, actor, at };
}

/** Work nobody waits for any more is not begun: a cancelled command must not surprise its sender. */
async function ifAwaited<Result>(
  call: Pick<IncomingCall<unknown>, 'cancelled'>,
  run: () => Promise<Result | Rejection>,
): Promise<Result | Rejection> {
  if (call.cancelled()) return reject('unavailable', 'caller-gone', '请求已取消');
  return run();
}

function replyOf(result: CommandResult): CommandReply {
  const { service, id, version, label } = result;
  return { service, id, version: BigInt(version), label: label ?? '' };
}
