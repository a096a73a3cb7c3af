import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import type { HandlerFor } from './handlers.ts';

/** For every unary method of a generated definition, the handler it needs. */
export type HandlersOf<Definition> = {
  readonly [Name in keyof Definition]: Definition[Name] extends MethodDefinition<infer Req, infer Res>
    ? HandlerFor<Req, Res>
    : never;
};

/** A gRPC service ready to be served. */
export interface GrpcService {
  readonly definition: ServiceDefinition;
  readonly handlers: Readonly<Record<string, HandlerFor<unknown, unknown>>>;
}

/** Ties handlers to a generated definition; a missing or wrongly typed handler does not compile. */
export function grpcService<Definition extends ServiceDefinition>(
  definition: Definition,
  handlers: HandlersOf<Definition>,
): GrpcService {
  // The types were checked against the definition above; a server holds handlers of many types in one table.
  return { definition, handlers: handlers as unknown as GrpcService['handlers'] };
}
