import type { Clock } from '@huiyin/kernel/clock';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { idempotencyKeyOf } from '../http/command-headers.ts';
import { problem } from '../http/problem.ts';
import { type Limit, type Limiter, type Verdict, windowCounter } from '../redis/limiter.ts';
import { RedisUnavailable } from '../redis/redis.ts';
import type { MembershipsInForce } from './memberships-in-force.ts';
import { type Mode, sessionIdOf } from './session-cookie.ts';
import type { SessionStore } from './session-store.ts';
import type { Session } from './session.ts';

const RETRY_AFTER_S = 2;

interface SessionHook {
  readonly sessions: SessionStore;
  readonly memberships: MembershipsInForce;
  readonly limiter: Limiter;
  readonly limit: Limit;
  readonly mode: Mode;
  readonly clock: Clock;
}

/**
 * Finds the session of every request of this scope, ends one whose membership is no longer in force, and counts the
 * request against its session or address.
 */
export function addSessionHook(app: FastifyInstance, options: SessionHook): void {
  const unrecorded = windowCounter(options.clock);
  app.decorateRequest('session', undefined);
  app.decorateRequest('sessionId', undefined);
  app.decorateRequest('sessionExpired', false);
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.isUnrecorded === true) {
      // Counted in this process's memory alone: Redis would keep who asked when.
      refuseBeyond(unrecorded.take(options.limit, request.ip));
      return;
    }
    const id = sessionIdOf(request, options.mode);
    if (id !== undefined) {
      const found = await findInForce(options, id, request);
      request.session = found?.session;
      request.sessionId = found?.id;
      request.sessionExpired = request.session === undefined;
    }
    // An office behind one address shares it; only strangers are counted by address.
    refuseBeyond(await options.limiter.take(options.limit, request.session?.key ?? request.ip));
  });
}

function refuseBeyond(verdict: Verdict): void {
  if (!verdict.allowed) throw problem('rate-limited', { retryAfterS: verdict.retryAfterS });
}

/** Logging in and out need no membership. */
const SESSION_PATH = '/api/v1/session';

async function findInForce(
  { sessions, memberships }: SessionHook,
  id: string,
  request: FastifyRequest,
): Promise<{ id: string; session: Session } | undefined> {
  const found = await find(sessions, id, request);
  if (found === undefined || request.url === SESSION_PATH) return found;
  if (await memberships.holds(found.session)) return found;
  await sessions.end(found.session);
  return undefined;
}

/** The only command that makes the cookie it came with worthless. */
const SWITCH_PATH = '/api/v1/session:switch';

/** The session of a cookie; for a switch sent again, the session it made. */
async function find(
  sessions: SessionStore,
  id: string,
  request: FastifyRequest,
): Promise<{ id: string; session: Session } | undefined> {
  try {
    const session = await sessions.find(id);
    if (session !== undefined) return { id, session };
    const idempotencyKey = request.url === SWITCH_PATH ? idempotencyKeyOf(request) : undefined;
    if (idempotencyKey === undefined) return undefined;
    return await sessions.successor({ oldId: id, idempotencyKey });
  } catch (cause) {
    if (!(cause instanceof RedisUnavailable)) throw cause;
    throw problem('session-store-unavailable', { retryAfterS: RETRY_AFTER_S, cause });
  }
}
