import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client,
  credentials,
  status,
  type ChannelOptions,
  type MethodDefinition,
  type ServiceDefinition,
  type ServiceError,
} from '@grpc/grpc-js';
import type { Rejection } from '@huiyin/kernel/rejection';
import { callMetadata } from './call-metadata.ts';
import { currentCall } from './call-scope.ts';
import { RpcFailed, RpcUnavailable } from './errors.ts';
import type { IdentitySigner, ServiceClaims } from './identity.ts';
import { rejectionFrom } from './rejection-metadata.ts';
import { LARGEST_FILE_MESSAGE_BYTES, MESSAGE_LIMIT_BYTES } from './message-limit.ts';
import { REFERENCE_KEY } from './trace-reference.ts';

/** gRPC has no deadline by itself; every call here has one. */
export const DEFAULT_DEADLINE_MS = 5_000;

/** On whose behalf a call is made. */
export type CallAs =
  { readonly token: string } | { readonly asService: ServiceClaims } | { readonly asNobody: true };

export type RpcCallOptions = CallAs & {
  readonly idempotencyKey?: string;
  readonly expectedVersion?: number;
  /** At most this; the incoming call's own deadline wins when it is nearer. */
  readonly deadlineMs?: number;
};

/** The promise client of a generated definition: answers, or the peer's refusal as a value. */
export type RpcClient<Definition> = {
  readonly [Name in keyof Definition]: Definition[Name] extends MethodDefinition<infer Req, infer Res>
    ? (request: Req, options: RpcCallOptions) => Promise<Res | Rejection>
    : never;
};

/** One channel per target for the process's life: channels that are made and dropped leak. */
export interface RpcChannels {
  /** The channel to `host:port`, or to a target with a scheme of its own: `ipv4:10.0.0.1:1,10.0.0.2:1` for replicas. */
  to(address: string): Client;
  close(): void;
}

/** The process's channels. Make one at start, close it at stop. */
export function rpcChannels(): RpcChannels {
  const clients = new Map<string, Client>();
  return {
    to: (address) => {
      const known = clients.get(address);
      if (known !== undefined) return known;
      const made = new Client(targetOf(address), credentials.createInsecure(), CHANNEL_OPTIONS);
      clients.set(address, made);
      return made;
    },
    close: () => {
      for (const client of clients.values()) client.close();
      clients.clear();
    },
  };
}

/** A bare `host:port` is asked of the resolver, which may know several addresses; replicas come as a list. */
function targetOf(address: string): string {
  return /^(dns|ipv4|ipv6|unix):/.test(address) ? address : `dns:///${address}`;
}

const CHANNEL_OPTIONS: ChannelOptions = {
  'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
  'grpc.keepalive_time_ms': 45_000,
  'grpc.keepalive_timeout_ms': 10_000,
  'grpc.keepalive_permit_without_calls': 1,
  // The default waits up to two minutes before a peer that came back is tried again.
  'grpc.initial_reconnect_backoff_ms': 200,
  'grpc.max_reconnect_backoff_ms': 3_000,
  'grpc.max_receive_message_length': MESSAGE_LIMIT_BYTES,
  // How much a method may be sent is for its server to say.
  'grpc.max_send_message_length': LARGEST_FILE_MESSAGE_BYTES,
  'grpc.enable_channelz': 0,
};

/** Long enough for a connection's end to be noticed and another one to be made. */
const ASKED_AGAIN_AFTER_MS = 100;

/**
 * A typed client. Resolves to the answer or to the peer's Rejection; rejects with RpcUnavailable (outcome unknown)
 * or RpcFailed (a fault). A call that met the end of a connection, which each has after a minute or with its replica, is
 * made once more within the same deadline where that cannot do anything twice: a question, and a command by its key.
 */
export function rpcClient<Definition extends ServiceDefinition>(
  definition: Definition,
  address: string,
  options: { readonly channels: RpcChannels; readonly signer?: IdentitySigner },
): RpcClient<Definition> {
  const methods = Object.entries(definition).map(([name, method]) => [
    name,
    async (request: unknown, call: RpcCallOptions): Promise<unknown> => {
      const token = await tokenFor(call, options.signer);
      const deadline = deadlineOf(call);
      const ask = (): Promise<unknown> =>
        unary(options.channels.to(address), { method, address, request, call, token, deadline });
      try {
        return await ask();
      } catch (error) {
        if (!metAnEnd(error) || !mayBeAskedAgain(name, call)) throw error;
        await sleep(ASKED_AGAIN_AFTER_MS);
        return ask();
      }
    },
  ]);
  return Object.fromEntries(methods) as RpcClient<Definition>;
}

/** The connection ended under the call, or there is none. */
function metAnEnd(error: unknown): boolean {
  return error instanceof RpcUnavailable && error.status === status.UNAVAILABLE;
}

/** Methods that change nothing, as the contracts name them. */
const QUESTIONS = /^(get|list|count|find|read|preview|rank|trace)[A-Z]/;

function mayBeAskedAgain(name: string, call: RpcCallOptions): boolean {
  return call.idempotencyKey !== undefined || QUESTIONS.test(name);
}

/** Milliseconds since 1970. */
function deadlineOf({ deadlineMs = DEFAULT_DEADLINE_MS }: RpcCallOptions): number {
  return Math.min(Date.now() + deadlineMs, currentCall()?.deadlineAt ?? Number.POSITIVE_INFINITY);
}

async function tokenFor(
  call: RpcCallOptions,
  signer: IdentitySigner | undefined,
): Promise<string | undefined> {
  if ('token' in call) return call.token;
  if ('asNobody' in call) return undefined;
  if (signer === undefined) throw new Error('a client without a signer cannot call as a service');
  return signer.service(call.asService);
}

function unary(
  channel: Client,
  sent: {
    readonly method: MethodDefinition<unknown, unknown>;
    readonly address: string;
    readonly request: unknown;
    readonly call: RpcCallOptions;
    readonly token: string | undefined;
    readonly deadline: number;
  },
): Promise<unknown> {
  const { method, call, token, deadline } = sent;
  const parent = currentCall();
  const metadata = callMetadata({ ...call, ...(token === undefined ? {} : { token }) });
  return new Promise((resolve, fail) => {
    const running = channel.makeUnaryRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      sent.request,
      metadata,
      { deadline },
      (error, response) => {
        parent?.signal.removeEventListener('abort', cancel);
        if (error === null) return resolve(response);
        const rejection = rejectionFrom(error.metadata);
        if (rejection === undefined) fail(failure(error, { method: method.path, target: sent.address }));
        else resolve(rejection);
      },
    );
    const cancel = (): void => running.cancel();
    parent?.signal.addEventListener('abort', cancel, { once: true });
    if (parent?.signal.aborted === true) cancel();
  });
}

const NO_ANSWER: ReadonlySet<status> = new Set([
  status.UNAVAILABLE,
  status.DEADLINE_EXCEEDED,
  status.CANCELLED,
  status.RESOURCE_EXHAUSTED,
]);

function failure(error: ServiceError, call: { method: string; target: string }): RpcUnavailable | RpcFailed {
  if (NO_ANSWER.has(error.code)) return new RpcUnavailable({ ...call, status: error.code }, error);
  if (isCutOff(error)) return new RpcUnavailable({ ...call, status: status.UNAVAILABLE }, error);
  const reference = error.metadata.get(REFERENCE_KEY)[0]?.toString();
  return new RpcFailed({ ...call, status: error.code, reference }, error);
}

/** grpc-js calls it INTERNAL when a connection is closed before the peer said how the call ended. */
function isCutOff({ code, details }: ServiceError): boolean {
  return code === status.INTERNAL && details.startsWith('Received RST_STREAM');
}
