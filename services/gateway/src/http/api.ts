import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { type CommandMethodOf, type CommandRoute, registerCommand } from './command-route.ts';
import type { GrpcDefinition, MethodOf, Peers } from './peers.ts';
import { type ListRoute, type QueryRoute, registerList, registerQuery } from './query-route.ts';

/** What a file in `routes/` registers its area with. */
export class Api {
  readonly app: FastifyInstance;
  readonly peers: Peers;

  constructor(app: FastifyInstance, peers: Peers) {
    this.app = app;
    this.peers = peers;
  }

  /** A change: POST (Idempotency-Key), PUT/PATCH (If-Match) or DELETE to one RPC that answers CommandReply. */
  command<
    Url extends string,
    Body,
    Definition extends GrpcDefinition,
    Method extends CommandMethodOf<Definition>,
  >(route: CommandRoute<Url, Body, Definition, Method>): void {
    registerCommand(this.app, this.peers, route);
  }

  /** A question with one answer. */
  query<
    Url extends string,
    Shape extends z.ZodRawShape,
    Definition extends GrpcDefinition,
    Method extends MethodOf<Definition>,
    Answer,
  >(route: QueryRoute<Url, Shape, Definition, Method, Answer>): void {
    registerQuery(this.app, this.peers, route);
  }

  /** A list in cursor pages. */
  list<
    Url extends string,
    Shape extends z.ZodRawShape,
    Definition extends GrpcDefinition,
    Method extends MethodOf<Definition>,
    Item,
  >(route: ListRoute<Url, Shape, Definition, Method, Item>): void {
    registerList(this.app, this.peers, route);
  }
}
