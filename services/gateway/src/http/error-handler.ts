import type { Socket } from 'node:net';
import { trace } from '@opentelemetry/api';
import { RpcFailed, RpcUnavailable } from '@huiyin/rpc/errors';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { RedisUnavailable } from '../redis/redis.ts';
import { BusinessTimeUnknown } from '../rpc/business-time.ts';
import { routeName } from './path-pattern.ts';
import { type GatewayCode, problem, type ProblemDocument, ProblemError } from './problem.ts';

const PROBLEM_JSON = 'application/problem+json; charset=utf-8';
const RETRY_AFTER_S = 2;

/** Fastify's own refusals of bad input. */
const FRAMEWORK_CODES: Readonly<Record<string, GatewayCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_BAD_URL: 'malformed-url',
  FST_ERR_MAX_PARAM_LENGTH: 'url-too-long',
};

/** Turns whatever went wrong into a problem; only a fault of ours is logged as an error, once, here. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = problemOf(error);
  const { status, code } = refusal.document;
  if (status >= 500) {
    const route = routeName(request.routeOptions.url ?? 'none');
    const level = status === 500 ? 'error' : 'warn';
    request.log[level]({ err: error, code, route, ...failedCall(error) }, 'request failed');
  }
  if (code === 'body-too-large') keepOpen(reply);
  sendProblem(reply, refusal);
}

/**
 * Fastify closes the connection after a body it did not take. What the client still sends would then meet a reset, and
 * many clients drop the answer with it: the rest is read and thrown away instead, until the time for a request is up.
 */
function keepOpen(reply: FastifyReply): void {
  reply.removeHeader('connection');
}

export function sendProblem(reply: FastifyReply, refusal: ProblemError): void {
  const { document, retryAfterS, allow } = refusal;
  if (retryAfterS !== undefined) reply.header('retry-after', String(retryAfterS));
  if (allow !== undefined) reply.header('allow', allow);
  reply
    .code(document.status)
    .type(PROBLEM_JSON)
    .send(JSON.stringify(withTrace(document)));
}

function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof RpcUnavailable) {
    return problem('service-unavailable', { retryAfterS: RETRY_AFTER_S, cause: error });
  }
  if (error instanceof BusinessTimeUnknown) {
    return problem('business-time-unknown', { retryAfterS: RETRY_AFTER_S, cause: error });
  }
  if (error instanceof RedisUnavailable) {
    return problem('session-store-unavailable', { retryAfterS: RETRY_AFTER_S, cause: error });
  }
  const { code, statusCode } = error as Partial<FastifyError>;
  const known = code === undefined ? undefined : FRAMEWORK_CODES[code];
  if (known !== undefined) return problem(known, { cause: error });
  const isClientFault = statusCode !== undefined && statusCode >= 400 && statusCode < 500;
  return problem(isClientFault ? 'malformed-request' : 'internal-error', { cause: error });
}

/** The reference under which a peer logged its own fault. */
function failedCall(error: unknown): object {
  if (error instanceof RpcFailed) return { method: error.method, reference: error.reference };
  return error instanceof RpcUnavailable ? { method: error.method } : {};
}

function withTrace(document: ProblemDocument): ProblemDocument {
  const traceId = trace.getActiveSpan()?.spanContext().traceId;
  return traceId === undefined ? document : { ...document, traceId };
}

const PARSER_CODES: Readonly<Record<string, GatewayCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};
const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Answers what is not even HTTP, before there is a request. */
export function handleClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { document } = problem(PARSER_CODES[error.code ?? ''] ?? 'malformed-request');
  const body = JSON.stringify(document);
  const head = [
    `HTTP/1.1 ${document.status} ${REASONS[document.status] ?? 'Bad Request'}`,
    `content-type: ${PROBLEM_JSON}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
