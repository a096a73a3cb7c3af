import { isRejection } from '@huiyin/kernel/rejection';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { etag } from './command-headers.ts';
import type { GrpcDefinition, MethodOf, Peers, RequestOf, ResponseOf } from './peers.ts';
import { rejectionProblem } from './rejection-problem.ts';
import { type Params, type RouteDescription, registerRoute } from './route.ts';
import { pageQuery } from './schemas.ts';

interface Query<
  Url extends string,
  Shape extends z.ZodRawShape,
  Definition,
  Method,
> extends RouteDescription<Url> {
  /** Members of the query string besides the page; each bounded. */
  readonly query?: Shape;
  readonly client: Definition;
  readonly rpc: Method;
}

type QueryOf<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>;

export interface QueryRoute<
  Url extends string,
  Shape extends z.ZodRawShape,
  Definition extends GrpcDefinition,
  Method extends MethodOf<Definition>,
  Answer,
> extends Query<Url, Shape, Definition, Method> {
  readonly response: z.ZodType<Answer>;
  readonly toRequest: (params: Params<Url>, query: QueryOf<Shape>) => RequestOf<Definition, Method>;
  readonly toAnswer: (response: ResponseOf<Definition, Method>) => Answer;
  /** The version of an owner's resource, sent as ETag for a later If-Match. */
  readonly version?: (response: ResponseOf<Definition, Method>) => number | bigint;
  /** Milliseconds; for a query that waits. */
  readonly deadlineMs?: number;
}

/** Registers one question with one answer. GET only: it changes nothing. */
export function registerQuery<
  Url extends string,
  Shape extends z.ZodRawShape,
  Definition extends GrpcDefinition,
  Method extends MethodOf<Definition>,
  Answer,
>(app: FastifyInstance, peers: Peers, route: QueryRoute<Url, Shape, Definition, Method, Answer>): void {
  const query: z.ZodType<QueryOf<Shape>> = z.strictObject(route.query ?? ({} as Shape));
  registerRoute<Url, QueryOf<Shape>, undefined, Answer>(app, {
    ...description(route),
    method: 'GET',
    query,
    status: 200,
    response: route.response,
    handle: async ({ session, params, query: values, reply }) => {
      const answer = await peers.call(route.client, route.rpc, route.toRequest(params, values), {
        as: session,
        ...(route.deadlineMs === undefined ? {} : { deadlineMs: route.deadlineMs }),
      });
      if (isRejection(answer)) throw rejectionProblem(answer);
      if (route.version !== undefined) reply.header('etag', etag(Number(route.version(answer))));
      return route.toAnswer(answer);
    },
  });
}

/** What every list RPC takes; the shape of huiyin.common.v1.PageRequest. */
interface Page {
  readonly limit: number;
  readonly cursor: string;
}

export interface ListRoute<
  Url extends string,
  Shape extends z.ZodRawShape,
  Definition extends GrpcDefinition,
  Method extends MethodOf<Definition>,
  Item,
> extends Query<Url, Shape, Definition, Method> {
  /** One item of the list; give it a `.meta({ id })` so that the document names it. */
  readonly item: z.ZodType<Item>;
  readonly toRequest: (
    params: Params<Url>,
    query: QueryOf<Shape>,
    page: Page,
  ) => RequestOf<Definition, Method>;
  /** `nextCursor` empty on the last page. */
  readonly toPage: (response: ResponseOf<Definition, Method>) => { items: Item[]; nextCursor: string };
}

type ListQuery<Shape extends z.ZodRawShape> = QueryOf<Shape> & Page;

/** Registers a list: `?limit=&cursor=` and own filters; answers `{ items, nextCursor? }`. */
export function registerList<
  Url extends string,
  Shape extends z.ZodRawShape,
  Definition extends GrpcDefinition,
  Method extends MethodOf<Definition>,
  Item,
>(app: FastifyInstance, peers: Peers, route: ListRoute<Url, Shape, Definition, Method, Item>): void {
  const response = z.object({
    items: z.array(route.item),
    nextCursor: z.string().optional().describe('还有下一页时给出'),
  });
  type Answer = { items: Item[]; nextCursor?: string | undefined };
  // strictObject cannot show that a spread of a generic shape still has the page's members.
  const query = z.strictObject({ ...route.query, ...pageQuery }) as unknown as z.ZodType<ListQuery<Shape>>;
  registerRoute<Url, ListQuery<Shape>, undefined, Answer>(app, {
    ...description(route),
    method: 'GET',
    query,
    status: 200,
    response,
    handle: async ({ session, params, query: values }) => {
      const page = { limit: values.limit, cursor: values.cursor };
      const answer = await peers.call(route.client, route.rpc, route.toRequest(params, values, page), {
        as: session,
      });
      if (isRejection(answer)) throw rejectionProblem(answer);
      const { items, nextCursor } = route.toPage(answer);
      return nextCursor === '' ? { items } : { items, nextCursor };
    },
  });
}

function description<Url extends string>(route: RouteDescription<Url>): RouteDescription<Url> {
  const { url, operationId, tag, summary } = route;
  return {
    url,
    operationId,
    tag,
    summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    ...(route.params === undefined ? {} : { params: route.params }),
  };
}
