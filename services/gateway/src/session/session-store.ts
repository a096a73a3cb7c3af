import { createHash, randomBytes } from 'node:crypto';
import { ROLES } from '@huiyin/kernel/actor';
import type { Clock } from '@huiyin/kernel/clock';
import { z } from 'zod';
import type { Redis } from '../redis/redis.ts';
import type { Session } from './session.ts';

export const IDLE_MS = 30 * 60 * 1000;
export const ABSOLUTE_MS = 10 * 60 * 60 * 1000;
const ID_BYTES = 32;
const ID = /^[A-Za-z0-9_-]{43}$/;

const membership = z.object({
  membershipId: z.string(),
  tenant: z.string(),
  tenantName: z.string(),
  role: z.enum(ROLES),
  unit: z.object({ unitId: z.string(), name: z.string() }).exactOptional(),
});
const stored = z.object({
  accountId: z.string(),
  personId: z.string(),
  name: z.string(),
  memberships: z.array(membership),
  active: membership,
  startedAtMs: z.number(),
});

/** What a session is made of, before it has an id. */
export type SessionFacts = Omit<Session, 'key'>;

/** Login sessions. All methods throw RedisUnavailable. */
export interface SessionStore {
  /** Starts a session; answers the opaque id for the cookie. */
  start(facts: SessionFacts): Promise<{ id: string; session: Session }>;
  /** The session of a cookie, its idle time begun anew; undefined when there is none any more. */
  find(id: string): Promise<Session | undefined>;
  /** Gives a session new facts and a new id (rotation against fixation); the old id is worthless at once. */
  replace(old: Session, facts: SessionFacts): Promise<{ id: string; session: Session }>;
  end(session: Session): Promise<void>;
}

export function sessionStore(redis: Redis, clock: Clock): SessionStore {
  const ttlMs = (startedAtMs: number): number =>
    Math.min(IDLE_MS, Math.max(1, startedAtMs + ABSOLUTE_MS - clock.now().getTime()));
  return {
    start: async (facts) => {
      const id = newSessionId();
      const key = keyOf(id);
      await redis.ask((client) =>
        client.set(nameOf(key), JSON.stringify(facts), {
          expiration: { type: 'PX', value: ttlMs(facts.startedAtMs) },
        }),
      );
      return { id, session: { key, ...facts } };
    },
    find: async (id) => {
      if (!ID.test(id)) return undefined;
      const key = keyOf(id);
      const text = await redis.ask((client) => client.getEx(nameOf(key), { type: 'PX', value: IDLE_MS }));
      const session = text === null ? undefined : read(key, text);
      if (session === undefined) return undefined;
      if (clock.now().getTime() < session.startedAtMs + ABSOLUTE_MS) return session;
      await redis.ask((client) => client.del(nameOf(key)));
      return undefined;
    },
    replace: async (old, facts) => {
      const id = newSessionId();
      const key = keyOf(id);
      await redis.ask((client) =>
        client
          .multi()
          .del(nameOf(old.key))
          .set(nameOf(key), JSON.stringify(facts), {
            expiration: { type: 'PX', value: ttlMs(facts.startedAtMs) },
          })
          .exec(),
      );
      return { id, session: { key, ...facts } };
    },
    end: async (session) => {
      await redis.ask((client) => client.del(nameOf(session.key)));
    },
  };
}

/** 256 random bits. */
function newSessionId(): string {
  return randomBytes(ID_BYTES).toString('base64url');
}

/** Redis holds the hash only: who reads Redis cannot log in with what he finds. */
function keyOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

function nameOf(key: string): string {
  return `huiyin:session:${key}`;
}

/** A session written by another release that this one cannot read counts as lost. */
function read(key: string, text: string): Session | undefined {
  const parsed = stored.safeParse(JSON.parse(text));
  return parsed.success ? { key, ...parsed.data } : undefined;
}
