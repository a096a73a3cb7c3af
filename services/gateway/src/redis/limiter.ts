import type { Clock } from '@huiyin/kernel/clock';
import { type Redis, RedisUnavailable } from './redis.ts';

/** At most `most` in `perS` seconds; `mostAlone` while Redis is away and each replica counts for itself. */
export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly mostAlone: number;
  readonly perS: number;
}

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly retryAfterS: number };

/** Counts what somebody does in windows of time. Never fails: without Redis it counts in this process. */
export interface Limiter {
  /** Counts one more and says whether it is still within the limit. */
  take(limit: Limit, key: string): Promise<Verdict>;
  /** Takes one back, e.g. a login that succeeded. */
  giveBack(limit: Limit, key: string): Promise<void>;
}

/** Counts in Redis for all replicas together. */
export function redisLimiter(redis: Redis, clock: Clock): Limiter {
  const alone = windowCounter(clock);
  return {
    take: async (limit, key) => {
      try {
        return await takeShared(redis, limit, key);
      } catch (error) {
        if (!(error instanceof RedisUnavailable)) throw error;
        return alone.take(limit, key);
      }
    },
    giveBack: async (limit, key) => {
      alone.giveBack(limit, key);
      try {
        await redis.ask((client) => client.decr(nameOf(limit, key)));
      } catch (error) {
        if (!(error instanceof RedisUnavailable)) throw error;
      }
    },
  };
}

async function takeShared(redis: Redis, limit: Limit, key: string): Promise<Verdict> {
  const name = nameOf(limit, key);
  const [count, , ttl] = await redis.ask((client) =>
    client.multi().incr(name).expire(name, limit.perS, 'NX').ttl(name).execTyped(),
  );
  return count <= limit.most ? { allowed: true } : { allowed: false, retryAfterS: Math.max(1, ttl) };
}

function nameOf(limit: Limit, key: string): string {
  return `huiyin:limit:${limit.name}:${key}`;
}

const MOST_WINDOWS = 20_000;

/** Counts in this process. Refuses new keys when too many are counted: strict rather than unbounded. */
export function windowCounter(clock: Clock): {
  take(limit: Limit, key: string): Verdict;
  giveBack(limit: Limit, key: string): void;
} {
  const windows = new Map<string, { count: number; endsMs: number }>();
  return {
    take: (limit, key) => {
      const nowMs = clock.now().getTime();
      const name = nameOf(limit, key);
      let window = windows.get(name);
      if (window === undefined || window.endsMs <= nowMs) {
        if (windows.size >= MOST_WINDOWS) dropEnded(windows, nowMs);
        if (windows.size >= MOST_WINDOWS) return { allowed: false, retryAfterS: limit.perS };
        window = { count: 0, endsMs: nowMs + limit.perS * 1000 };
        windows.set(name, window);
      }
      window.count += 1;
      if (window.count <= limit.mostAlone) return { allowed: true };
      return { allowed: false, retryAfterS: Math.max(1, Math.ceil((window.endsMs - nowMs) / 1000)) };
    },
    giveBack: (limit, key) => {
      const window = windows.get(nameOf(limit, key));
      if (window !== undefined && window.count > 0) window.count -= 1;
    },
  };
}

function dropEnded(windows: Map<string, { endsMs: number }>, nowMs: number): void {
  for (const [name, { endsMs }] of windows) if (endsMs <= nowMs) windows.delete(name);
}
