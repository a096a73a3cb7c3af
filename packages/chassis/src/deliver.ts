import type { HandlerAnswer, RunAnswer } from '@huiyin/bus/delivery';
import type { SourceReaction } from '@huiyin/contracts/reactions';
import type { ServiceName } from '@huiyin/contracts/services';
import type { EventEnvelope, EventRun } from '@huiyin/kernel/event';
import type { Inbox } from '@huiyin/postgres/inbox';
import { isNotNow } from './not-now.ts';
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
    if (!reaction.concerns(event.type) && (await inbox.note([event]))) return 'done';
    const first = await inbox.apply(event, reaction.react);
    if (first.outcome !== 'gap') return 'done';
    await refill.pull(event.service as ServiceName, event.tenant, event.stream);
    const second = await inbox.apply(event, reaction.react);
    return second.outcome === 'gap' ? { retryAfterMs: RETRY_MS } : 'done';
  });
}

/** Applies events of one stream that follow each other: all at once, or each alone when they are not the next ones. */
export function deliverRun({ inbox, reaction }: DeliverParts, run: EventRun): Promise<RunAnswer> {
  return unlessNotNow<RunAnswer>(async () => {
    const applied = run.some(({ type }) => reaction.concerns(type))
      ? await inbox.applyRun(run, reaction)
      : await inbox.note(run);
    return applied ? 'done' : 'one-by-one';
  });
}

async function unlessNotNow<Answer>(work: () => Promise<Answer>): Promise<Answer | HandlerAnswer> {
  try {
    return await work();
  } catch (error) {
    if (isNotNow(error)) return { retryAfterMs: RETRY_MS };
    throw error;
  }
}
