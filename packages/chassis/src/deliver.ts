import type { HandlerAnswer } from '@huiyin/bus/delivery';
import type { ServiceName } from '@huiyin/contracts/services';
import type { EventEnvelope } from '@huiyin/kernel/event';
import type { Reaction } from '@huiyin/kernel/unit-of-work';
import { DatabaseUnavailable } from '@huiyin/kernel/database-unavailable';
import { isTransientConflict } from '@huiyin/postgres/connection-loss';
import type { Inbox } from '@huiyin/postgres/inbox';
import { RpcUnavailable } from '@huiyin/rpc/errors';
import type { Refill } from './refill.ts';

/** Pause after "not now", milliseconds; not counted as a failed attempt. */
const RETRY_MS = 500;

/**
 * Applies a delivered event: in order, once. A gap is filled from the owner first. A database or owner that is away,
 * a lost race and a long wait for a lock are "not now"; any other error counts towards the dead letters.
 */
export async function deliver(
  parts: { inbox: Inbox; refill: Refill; reaction: Reaction },
  event: EventEnvelope,
): Promise<HandlerAnswer> {
  try {
    const first = await parts.inbox.apply(event, parts.reaction);
    if (first.outcome !== 'gap') return 'done';
    await parts.refill.pull(event.service as ServiceName, event.tenant, event.stream);
    const second = await parts.inbox.apply(event, parts.reaction);
    return second.outcome === 'gap' ? { retryAfterMs: RETRY_MS } : 'done';
  } catch (error) {
    const away = error instanceof DatabaseUnavailable || error instanceof RpcUnavailable;
    if (away || isTransientConflict(error)) return { retryAfterMs: RETRY_MS };
    throw error;
  }
}
