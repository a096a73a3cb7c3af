import type { BatchAnswer, HandlerAnswer } from '@huiyin/bus/delivery';
import type { SourceReaction } from '@huiyin/contracts/reactions';
import type { ServiceName } from '@huiyin/contracts/services';
import type { EventBatch, EventEnvelope } from '@huiyin/kernel/event';
import type { Inbox } from '@huiyin/postgres/inbox';
import { isAway, isNotNow } from './not-now.ts';
import type { Refill } from './refill.ts';

/** Pause after "not now", milliseconds; not counted as a failed attempt. */
const RETRY_MS = 500;

export interface DeliverParts {
  readonly inbox: Inbox;
  readonly refill: Refill;
  readonly reaction: SourceReaction;
}

/**
 * Applies a delivered event: in order, once. A gap is filled from the owner first. A database or owner that is away,
 * a lost race and a long wait for a lock are "not now"; any other error counts towards the dead letters.
 */
export function deliver(parts: DeliverParts, event: EventEnvelope): Promise<HandlerAnswer> {
  return unlessNotNow(async () => {
    const { inbox, refill, reaction } = parts;
    if (!reaction.concerns(event) && (await inbox.noteBatch([event])).has(event.id)) return 'done';
    const first = await inbox.apply(event, reaction.react);
    if (first.outcome !== 'gap') return 'done';
    await refill.pull(event.service as ServiceName, event.tenant, event.stream);
    const second = await inbox.apply(event, reaction.react);
    return second.outcome === 'gap' ? { retryAfterMs: RETRY_MS } : 'done';
  });
}

/**
 * Applies events of one or several streams at once: those that are the next ones there. A lost race is theirs together,
 * so each is then tried alone.
 */
export async function deliverBatch(
  { inbox, reaction }: DeliverParts,
  batch: EventBatch,
  causeOf: (event: EventEnvelope) => string,
): Promise<BatchAnswer> {
  try {
    return batch.some((event) => reaction.concerns(event))
      ? await inbox.applyBatch(batch, reaction, causeOf)
      : await inbox.noteBatch(batch);
  } catch (error) {
    if (isAway(error)) return { retryAfterMs: RETRY_MS };
    throw error;
  }
}

async function unlessNotNow(work: () => Promise<HandlerAnswer>): Promise<HandlerAnswer> {
  try {
    return await work();
  } catch (error) {
    if (isNotNow(error)) return { retryAfterMs: RETRY_MS };
    throw error;
  }
}
