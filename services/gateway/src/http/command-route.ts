import { randomUUID } from 'node:crypto';
import type { CommandReply } from '@huiyin/contracts/gen/common/v1/common';
import { isRejection } from '@huiyin/kernel/rejection';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { etag, expectedVersionOf, idempotencyKeyOf, requireIfMatch } from './command-headers.ts';
import type { GrpcDefinition, MethodOf, Peers, RequestOf, ResponseOf } from './peers.ts';
import { rejectionProblem } from './rejection-problem.ts';
import { type Params, type RouteDescription, registerRoute } from './route.ts';
import { type CommandAnswer, commandAnswer } from './schemas.ts';

/** RPCs of a service that answer CommandReply. */
export type CommandMethodOf<Definition extends GrpcDefinition> = {
  [Method in MethodOf<Definition>]: ResponseOf<Definition, Method> extends CommandReply ? Method : never;
}[MethodOf<Definition>];

export interface CommandRoute<
  Url extends string,
  Body,
  Definition extends GrpcDefinition,
  Method extends CommandMethodOf<Definition>,
> extends RouteDescription<Url> {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A strict object with bounded members; absent when the command has no content. */
  readonly body?: z.ZodType<Body>;
  /** 201 for a command that makes the resource it answers. Default 200. */
  readonly status?: 200 | 201;
  /** Default: required for PUT and PATCH, else optional. */
  readonly ifMatch?: 'required' | 'optional';
  /** The generated definition, e.g. `IntakeServiceService`. */
  readonly client: Definition;
  readonly rpc: Method;
  readonly toRequest: (params: Params<Url>, body: Body) => RequestOf<Definition, Method>;
  /** What the gateway itself has to do once the command is accepted. */
  readonly afterwards?: () => Promise<void>;
}

/**
 * Registers one command. Every POST needs an Idempotency-Key; PUT, PATCH and DELETE may carry one and get a
 * fresh one otherwise. Answers `{ service, id, version, label? }` with the version as ETag.
 */
export function registerCommand<
  Url extends string,
  Body,
  Definition extends GrpcDefinition,
  Method extends CommandMethodOf<Definition>,
>(app: FastifyInstance, peers: Peers, route: CommandRoute<Url, Body, Definition, Method>): void {
  const needsIfMatch = (route.ifMatch ?? defaultIfMatch(route.method)) === 'required';
  registerRoute<Url, Record<string, never>, Body, CommandAnswer>(app, {
    ...route,
    status: route.status ?? 200,
    response: commandAnswer,
    headers: ifMatchHeader(needsIfMatch),
    ...(needsIfMatch ? { check: requireIfMatch } : {}),
    handle: async ({ session, params, body, request, reply }) => {
      const expectedVersion = expectedVersionOf(request);
      const answer = await peers.call(route.client, route.rpc, route.toRequest(params, body), {
        as: session,
        idempotencyKey: idempotencyKeyOf(request) ?? randomUUID(),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      if (isRejection(answer)) throw rejectionProblem(answer);
      // CommandMethodOf admits only RPCs that answer CommandReply; a generic indexed type cannot show it.
      const result = toCommandAnswer(answer as CommandReply);
      await route.afterwards?.();
      reply.header('etag', etag(result.version));
      return result;
    },
  });
}

function defaultIfMatch(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'): 'required' | 'optional' {
  return method === 'PUT' || method === 'PATCH' ? 'required' : 'optional';
}

function toCommandAnswer(reply: CommandReply): CommandAnswer {
  return {
    service: reply.service,
    id: reply.id,
    version: Number(reply.version),
    ...(reply.label === '' ? {} : { label: reply.label }),
  };
}

/** For the document only; command-headers.ts reads it. */
function ifMatchHeader(isRequired: boolean): z.ZodObject {
  const header = z
    .string()
    .regex(/^("\d{1,15}"|\*)$/)
    .describe('所依据的版本，如 "3"；不符则 412');
  return z.object({ 'if-match': isRequired ? header : header.optional() });
}
