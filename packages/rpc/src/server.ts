import {
  Server,
  ServerCredentials,
  type MethodDefinition,
  type ServiceDefinition,
  type ServerOptions,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { ReflectionService } from '@grpc/reflection';
import type { Rejection } from '@huiyin/kernel/rejection';
import { HealthImplementation } from 'grpc-health-check';
import { contractsImage, fileDescriptors } from './descriptor-image.ts';
import type { IdentityVerifier } from './identity-verifier.ts';
import type { RpcLog } from './log.ts';
import type { HandlerFor } from './handlers.ts';
import { MESSAGE_LIMIT_BYTES } from './message-limit.ts';
import type { GrpcService } from './service.ts';
import { bindUnary, type HandlerSurroundings } from './unary.ts';

/** Connections are renewed so that clients find new replicas; jitter keeps them from reconnecting together. */
const CONNECTION_AGE_MS = 60_000;
const CONNECTION_AGE_JITTER_MS = 20_000;
const CONNECTION_GRACE_MS = 15_000;
const KEEPALIVE_MS = 60_000;
const KEEPALIVE_TIMEOUT_MS = 10_000;
/** `tryShutdown` waits for open streams, possibly for ever. */
const STOP_CAP_MS = 10_000;

/** A running gRPC server. */
export interface RpcServer {
  readonly port: number;
  /** What health checks answer. False until told otherwise: the service says when it is ready. */
  setServing(serving: boolean): void;
  /** Lets running calls finish for at most 10 s, then cuts them. */
  stop(): Promise<void>;
}

/** Starts serving on `address` (`host:port`, port 0 = any). Rejects when the address cannot be bound. */
export async function startRpcServer(options: {
  readonly address: string;
  readonly services: readonly GrpcService[];
  readonly verifier: IdentityVerifier;
  readonly log: RpcLog;
  /** Turns a thrown error that means "not now" into a refusal. */
  readonly asRejection?: (error: unknown) => Rejection | undefined;
  /** Image of `buf build` for reflection; the contracts' own when absent. */
  readonly image?: Uint8Array;
}): Promise<RpcServer> {
  const server = new Server(channelOptions(options.services));
  for (const service of options.services) {
    server.addService(bounded(service), implementation(service, options));
  }
  const health = new HealthImplementation();
  health.addToServer(server);
  const reflected = { fileDescriptorProtos: fileDescriptors(options.image ?? (await contractsImage())) };
  // The library types its argument as a proto-loader package, of which it reads the descriptors only.
  new ReflectionService({ all: reflected } as never).addToServer(server);
  const setServing = (serving: boolean): void => {
    for (const name of ['', ...options.services.map(serviceName)]) {
      health.setStatus(name, serving ? 'SERVING' : 'NOT_SERVING');
    }
  };
  setServing(false);
  const port = await bind(server, options.address);
  return {
    port,
    setServing,
    stop: () => {
      setServing(false);
      return stop(server, options.log);
    },
  };
}

function channelOptions(services: readonly GrpcService[]): ServerOptions {
  const limits = services.flatMap(({ handlers }) => Object.values(handlers).map(limitOf));
  return {
    'grpc.max_receive_message_length': Math.max(MESSAGE_LIMIT_BYTES, ...limits),
    'grpc.max_send_message_length': MESSAGE_LIMIT_BYTES,
    'grpc.max_connection_age_ms': CONNECTION_AGE_MS + Math.floor(Math.random() * CONNECTION_AGE_JITTER_MS),
    'grpc.max_connection_age_grace_ms': CONNECTION_GRACE_MS,
    'grpc.keepalive_time_ms': KEEPALIVE_MS,
    'grpc.keepalive_timeout_ms': KEEPALIVE_TIMEOUT_MS,
    'grpc.enable_channelz': 0,
  };
}

function limitOf({ maxRequestBytes }: HandlerFor<unknown, unknown>): number {
  return maxRequestBytes ?? MESSAGE_LIMIT_BYTES;
}

/** grpc-js bounds messages by server only, so each method's own bound is asked before its request is decoded. */
function bounded({ definition, handlers }: GrpcService): ServiceDefinition {
  const methods = Object.entries(definition).map(([name, method]) => {
    const handler = handlers[name];
    const limit = handler === undefined ? MESSAGE_LIMIT_BYTES : limitOf(handler);
    const requestDeserialize = (bytes: Buffer): unknown => {
      if (bytes.length > limit) throw new Error(`the request is larger than ${limit} bytes`);
      return method.requestDeserialize(bytes);
    };
    return [name, { ...method, requestDeserialize }];
  });
  return Object.fromEntries(methods) as ServiceDefinition;
}

function implementation(service: GrpcService, around: HandlerSurroundings): UntypedServiceImplementation {
  const bound: UntypedServiceImplementation = {};
  for (const [name, method] of Object.entries(service.definition)) {
    const handler = service.handlers[name];
    if (handler === undefined) throw new Error(`${method.path} has no handler`);
    bound[name] = bindUnary(handler, method as MethodDefinition<unknown, unknown>, around);
  }
  return bound;
}

function serviceName(service: GrpcService): string {
  const path = Object.values(service.definition)[0]?.path ?? '';
  return path.split('/')[1] ?? '';
}

function bind(server: Server, address: string): Promise<number> {
  return new Promise((resolve, fail) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else fail(new Error(`cannot listen on ${address}`, { cause: error }));
    });
  });
}

async function stop(server: Server, log: RpcLog): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const cap = setTimeout(() => {
    log.warn({ capMs: STOP_CAP_MS }, 'calls did not end in time, cutting them');
    server.forceShutdown();
    resolve();
  }, STOP_CAP_MS);
  server.tryShutdown(() => resolve());
  await promise;
  clearTimeout(cap);
}
