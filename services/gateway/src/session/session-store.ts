import { createHash, randomBytes } from 'node:crypto';
import { ROLES } from '@huiyin/kernel/actor';
import type { Clock } from '@huiyin/kernel/clock';
import { z } from 'zod';
import type { Redis } from '../redis/redis.ts';
import { openSuccessor, sealSuccessor, successorName, type Succession } from './session-successor.ts';
import type { Session, SessionMembership } from './session.ts';

export const IDLE_MS = 30 * 60 * 1000;
export const ABSOLUTE_MS = 10 * 60 * 60 * 1000;
/** How long a switch whose answer was lost may be sent again with the cookie from before. */
const SWITCH_REPLAY_MS = 60_000;
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
  switchedBy: z.object({ keyHash: z.string(), membershipId: z.string() }).exactOptional(),
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
  /** The same by a command with a key, which for a minute may be sent again with the old id. */
  switchTo(
    old: Session,
    active: SessionMembership,
    by: Succession,
  ): Promise<{ id: string; session: Session }>;
  /** What a session became by exactly this command; undefined when nothing is known of it any more. */
  successor(by: Succession): Promise<{ id: string; session: Session } | undefined>;
  end(session: Session): Promise<void>;
}

export function sessionStore(redis: Redis, clock: Clock): SessionStore {
  const ttlMs = (startedAtMs: number): number =>
    Math.min(IDLE_MS, Math.max(1, startedAtMs + ABSOLUTE_MS - clock.now().getTime()));
  const find: SessionStore['find'] = async (id) => {
    if (!ID.test(id)) return undefined;
    const key = keyOf(id);
    const text = await redis.ask((client) => client.getEx(nameOf(key), { type: 'PX', value: IDLE_MS }));
    const session = text === null ? undefined : read(key, text);
    if (session === undefined) return undefined;
    if (clock.now().getTime() < session.startedAtMs + ABSOLUTE_MS) return session;
    await redis.ask((client) => client.del(nameOf(key)));
    return undefined;
  };
  const successor: SessionStore['successor'] = async (by) => {
    if (!ID.test(by.oldId)) return undefined;
    const text = await redis.ask((client) => client.get(successorName(by)));
    const id = text === null ? undefined : openSuccessor(by, text);
    const session = id === undefined ? undefined : await find(id);
    return id === undefined || session === undefined ? undefined : { id, session };
  };
  return {
    start: async (facts) => {
      const id = newSessionId();
      const key = keyOf(id);
      await redis.ask((client) =>
        client.set(nameOf(key), JSON.stringify(facts), expiring(ttlMs(facts.startedAtMs))),
      );
      return { id, session: { key, ...facts } };
    },
    find,
    replace: async (old, facts) => {
      const id = newSessionId();
      const key = keyOf(id);
      await redis.ask((client) =>
        client
          .multi()
          .del(nameOf(old.key))
          .set(nameOf(key), JSON.stringify(facts), expiring(ttlMs(facts.startedAtMs)))
          .exec(),
      );
      return { id, session: { key, ...facts } };
    },
    switchTo: async ({ key: oldKey, ...before }, active, by) => {
      const id = newSessionId();
      const key = keyOf(id);
      const switchedBy = { keyHash: keyOf(by.idempotencyKey), membershipId: active.membershipId };
      const facts = { ...before, active, switchedBy };
      const [, , isFirst] = await redis.ask((client) =>
        client
          .multi()
          .del(nameOf(oldKey))
          .set(nameOf(key), JSON.stringify(facts), expiring(ttlMs(facts.startedAtMs)))
          .set(successorName(by), sealSuccessor(by, id), { ...expiring(SWITCH_REPLAY_MS), condition: 'NX' })
          .exec(),
      );
      if (isFirst !== null) return { id, session: { key, ...facts } };
      // The same command came twice at once: there is one successor, the first.
      await redis.ask((client) => client.del(nameOf(key)));
      return (await successor(by)) ?? { id, session: { key, ...facts } };
    },
    successor,
    end: async (session) => {
      await redis.ask((client) => client.del(nameOf(session.key)));
    },
  };
}

function expiring(ms: number): { expiration: { type: 'PX'; value: number } } {
  return { expiration: { type: 'PX', value: ms } };
}

/** Whether a session was entered by a switch with this key, and into what. */
export function switchedInto(session: Session, idempotencyKey: string): string | undefined {
  const { switchedBy } = session;
  return switchedBy?.keyHash === keyOf(idempotencyKey) ? switchedBy.membershipId : undefined;
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
