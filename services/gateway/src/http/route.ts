import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Session } from '../session/session.ts';
import { requireIdempotencyKey } from './command-headers.ts';
import { FILE_TYPE } from './content-type.ts';
import { type PathKeys, pathKeys, routerPattern } from './path-pattern.ts';
import { problem, problemSchema } from './problem.ts';
import { id } from './schemas.ts';
import type { Tag } from './tags.ts';
import { findBadText } from './text-check.ts';
import { FILE_LIMIT_BYTES, UploadTurns } from './upload-turns.ts';

const API_PREFIX = '/api/v1';

/** A file as the body of a request. */
const sentBytes = z.unknown().meta({ type: 'string', format: 'binary' }).refine(Buffer.isBuffer);

/** The body of a route that takes none: nothing, or an empty object. Left out of the document. */
export const noBody = z.strictObject({}).optional();

const idempotencyKeyHeader = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[\x21-\x7e]+$/)
  .describe('重发同一命令时用同一个值，只生效一次');

export type Params<Url extends string> = Record<PathKeys<Url>, string>;

/** What the API's document says of a route, whatever kind it is. */
export interface RouteDescription<Url extends string> {
  /** Below `/api/v1`, as documented: `/suggestions/{id}:submit`. */
  readonly url: Url;
  /** camelCase verb phrase, unique in the API: `submitSuggestion`. */
  readonly operationId: string;
  readonly tag: Tag;
  /** Chinese, at most one line. */
  readonly summary: string;
  readonly description?: string;
  /** Path parameters that are not ids. */
  readonly params?: Partial<Record<PathKeys<Url>, z.ZodType<string>>>;
}

interface RouteInput<Url extends string, Query, Body> {
  readonly session: Session;
  readonly params: Params<Url>;
  readonly query: Query;
  readonly body: Body;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface Route<Url extends string, Query, Body, Answer> extends RouteDescription<Url> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: z.ZodType<Query>;
  /** Absent: the route takes no body. */
  readonly body?: z.ZodType<Body>;
  /** The body is a file instead: `body` of the input is a Buffer. */
  readonly takesFile?: true;
  /** Documented request headers besides Idempotency-Key; the route's `check` reads them. */
  readonly headers?: z.ZodObject;
  /** A POST without Idempotency-Key: logging in (decision 23), casting a vote (decision 12) and nothing else. */
  readonly keyless?: true;
  readonly status: 200 | 201 | 204;
  /** Content type of an answer that is a file, unless `handle` sets a closer one; it answers bytes or a stream. */
  readonly file?: string;
  readonly response: z.ZodType<Answer>;
  /** Refusals that need neither body nor service, made before the body is read. */
  readonly check?: (request: FastifyRequest) => void;
  readonly handle: (input: RouteInput<Url, Query, Body>) => Promise<Answer>;
}

/** A route anybody may call; `input.session` does not exist there. */
export interface OpenRoute<Url extends string, Query, Body, Answer> extends Omit<
  Route<Url, Query, Body, Answer>,
  'handle'
> {
  readonly handle: (input: Omit<RouteInput<Url, Query, Body>, 'session'>) => Promise<Answer>;
  /** Nothing is written down of a request: its cookie is not read, and it is left out of the access log. */
  readonly isUnrecorded?: true;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    isUnrecorded?: true;
  }
}

/** Registers a route for logged-in people: schema, documentation, session and text checks, answer. */
export function registerRoute<Url extends string, Query, Body, Answer>(
  app: FastifyInstance,
  route: Route<Url, Query, Body, Answer>,
): void {
  register(app, route, [requireSession], (input) =>
    route.handle({ ...input, session: sessionOf(input.request) }),
  );
}

/** Registers a route that needs no login. */
export function registerOpenRoute<Url extends string, Query, Body, Answer>(
  app: FastifyInstance,
  route: OpenRoute<Url, Query, Body, Answer>,
): void {
  register(app, route, [], route.handle);
}

type Check = (request: FastifyRequest) => void;

function register<Url extends string, Query, Body, Answer>(
  app: FastifyInstance,
  route: Omit<OpenRoute<Url, Query, Body, Answer>, 'handle'>,
  checks: readonly Check[],
  handle: (input: Omit<RouteInput<Url, Query, Body>, 'session'>) => Promise<Answer>,
): void {
  const before: Check[] = [...checks, refuseBadUrlText];
  if (needsKey(route)) before.push(requireIdempotencyKey);
  if (route.check !== undefined) before.push(route.check);
  const turns = route.takesFile === true ? new UploadTurns() : undefined;
  app.route({
    method: route.method,
    url: API_PREFIX + routerPattern(route.url),
    schema: schemaOf(route, checks.includes(requireSession)),
    ...(route.takesFile === true ? { bodyLimit: FILE_LIMIT_BYTES, config: { takesFile: true } } : {}),
    ...(route.isUnrecorded === true ? { config: { isUnrecorded: true } } : {}),
    onRequest: async (request, reply) => {
      for (const check of before) check(request);
      await turns?.take(reply);
    },
    handler: async (request, reply) => {
      // Checked against the route's own schemas by the validator just before.
      const input = {
        params: request.params as Params<Url>,
        query: request.query as Query,
        body: request.body as Body,
        request,
        reply,
      };
      reply.code(route.status);
      const answer = await handle(input);
      if (route.file !== undefined && !reply.hasHeader('content-type')) reply.type(route.file);
      return route.status === 204 ? reply.send() : reply.send(answer);
    },
  });
}

function schemaOf<Url extends string, Query, Body, Answer>(
  route: Omit<Route<Url, Query, Body, Answer>, 'handle'>,
  needsSession: boolean,
): Record<string, unknown> {
  const keys = pathKeys(route.url);
  const params: Partial<Record<string, z.ZodType>> = route.params ?? {};
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    security: needsSession ? [{ session: [] }] : [],
    ...(keys.length === 0
      ? {}
      : { params: z.strictObject(Object.fromEntries(keys.map((key) => [key, params[key] ?? id]))) }),
    querystring: route.query ?? z.strictObject({}),
    ...bodyOf(route),
    ...headersOf(route),
    response: {
      [route.status]: route.file === undefined ? route.response : fileAnswer(route.file, route.response),
      default: {
        description: '拒绝或失败（RFC 9457）',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  };
}

function fileAnswer(contentType: string, response: z.ZodType): Record<string, unknown> {
  return { description: '文件', content: { [contentType]: { schema: response } } };
}

function bodyOf(route: { method: string; takesFile?: true; body?: z.ZodType }): object {
  if (route.method === 'GET') return {};
  if (route.takesFile === true) return { body: sentBytes, consumes: [FILE_TYPE] };
  return { body: route.body ?? noBody };
}

function needsKey({ method, keyless }: { method: string; keyless?: true }): boolean {
  return method === 'POST' && keyless !== true;
}

/** For the document only; command-headers.ts reads them. */
function headersOf(route: { method: string; keyless?: true; headers?: z.ZodObject }): {
  headers?: z.ZodObject;
} {
  const key = needsKey(route) ? { 'idempotency-key': idempotencyKeyHeader } : {};
  const shape = { ...key, ...route.headers?.shape };
  return Object.keys(shape).length === 0 ? {} : { headers: z.object(shape) };
}

function requireSession(request: FastifyRequest): void {
  sessionOf(request);
}

/** The logged-in session of a request. Throws the 401 problem otherwise. */
function sessionOf(request: FastifyRequest): Session {
  if (request.session !== undefined) return request.session;
  throw problem(request.sessionExpired ? 'session-expired' : 'not-logged-in');
}

function refuseBadUrlText(request: FastifyRequest): void {
  refuseBadQueryEscapes(request.url);
  for (const [place, part] of [
    ['path', request.params],
    ['query', request.query],
  ] as const) {
    const bad = findBadText(part);
    if (bad !== undefined) throw problem(bad.code, { in: place, field: bad.field });
  }
}

/** The router refuses broken escapes in the path; the parser of the query would take them for text. */
function refuseBadQueryEscapes(url: string): void {
  const question = url.indexOf('?');
  if (question === -1) return;
  try {
    decodeURIComponent(url.slice(question + 1));
  } catch (cause) {
    throw problem('malformed-url', { in: 'query', cause });
  }
}
