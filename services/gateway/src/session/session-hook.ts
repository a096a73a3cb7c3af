import type { FastifyInstance } from 'fastify';
import { problem } from '../http/problem.ts';
import type { Limit, Limiter } from '../redis/limiter.ts';
import { RedisUnavailable } from '../redis/redis.ts';
import { type Mode, sessionIdOf } from './session-cookie.ts';
import type { SessionStore } from './session-store.ts';

const RETRY_AFTER_S = 2;

/** Finds the session of every request of this scope and counts the request against its session or address. */
export function addSessionHook(
  app: FastifyInstance,
  options: { sessions: SessionStore; limiter: Limiter; limit: Limit; mode: Mode },
): void {
  app.decorateRequest('session', undefined);
  app.decorateRequest('sessionExpired', false);
  app.addHook('onRequest', async (request) => {
    const id = sessionIdOf(request, options.mode);
    if (id !== undefined) {
      request.session = await find(options.sessions, id);
      request.sessionExpired = request.session === undefined;
    }
    // An office behind one address shares it; only strangers are counted by address.
    const verdict = await options.limiter.take(options.limit, request.session?.key ?? request.ip);
    if (!verdict.allowed) throw problem('rate-limited', { retryAfterS: verdict.retryAfterS });
  });
}

async function find(sessions: SessionStore, id: string): ReturnType<SessionStore['find']> {
  try {
    return await sessions.find(id);
  } catch (cause) {
    if (!(cause instanceof RedisUnavailable)) throw cause;
    throw problem('session-store-unavailable', { retryAfterS: RETRY_AFTER_S, cause });
  }
}
