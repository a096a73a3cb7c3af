import { activeTraceparent, nameRequest } from '@huiyin/runtime/tracing';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { acceptOnlyJson } from './content-type.ts';
import { handleClientError, handleError } from './error-handler.ts';
import { routeName } from './path-pattern.ts';
import { validatorCompiler } from './validation.ts';

/** Largest request body; files have their own streamed route. */
const BODY_LIMIT_BYTES = 1024 * 1024;
const LONGEST_PARAM = 200; // characters
const REQUEST_WITHIN_MS = 30_000;
const HEADERS_LIMIT_BYTES = 16 * 1024;
const HSTS_S = 365 * 24 * 60 * 60;

/** A Fastify that refuses everything unusual; without routes. */
export async function createApp(options: {
  readonly log: FastifyBaseLogger;
  /** Addresses of proxies whose X-Forwarded-* is believed; none by default. */
  readonly trustedProxies: readonly string[];
}): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_WITHIN_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    trustProxy: options.trustedProxies.length === 0 ? false : [...options.trustedProxies],
    routerOptions: { maxParamLength: LONGEST_PARAM },
    http: { maxHeaderSize: HEADERS_LIMIT_BYTES },
    clientErrorHandler: handleClientError,
    frameworkErrors: handleError,
    exposeHeadRoutes: true,
  });
  app.setErrorHandler(handleError);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, {
    // The page of the application and the API's human page bring their own policies.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: { maxAge: HSTS_S },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', (_request, reply, done) => {
    // Answers are somebody's; what may be kept says so itself.
    reply.header('cache-control', 'no-store');
    done();
  });
  acceptOnlyJson(app);
  addTracing(app);
  addAccessLog(app);
  return app;
}

/** The span is named by the route; the answer says under which trace everything about it is written down. */
function addTracing(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { url } = request.routeOptions;
    if (url !== undefined) nameRequest(request.method, routeName(url));
    const traceparent = activeTraceparent();
    if (traceparent !== '') reply.header('traceresponse', traceparent);
    done();
  });
}

/** One line a request: the route, never the address, which may hold words people searched for. */
function addAccessLog(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions, session } = request;
    if (routeOptions.config.isUnrecorded === true) return done();
    const ms = Math.round(reply.elapsedTime);
    const who = session === undefined ? {} : { tenant: session.active.tenant, accountId: session.accountId };
    request.log.info(
      { method, route: routeName(routeOptions.url ?? 'none'), status: reply.statusCode, ms, ...who },
      'request',
    );
    done();
  });
}
