import type { SourceReaction } from '@huiyin/contracts/reactions';
import type { ServiceName } from '@huiyin/contracts/services';
import type { EventEnvelope } from '@huiyin/kernel/event';
import type { Applied, Inbox } from '@huiyin/postgres/inbox';
import { isNotNow } from './not-now.ts';

/** Asks an owner for the events of one stream from a version on. */
export type FetchEvents = (
  owner: ServiceName,
  from: { tenant: string; stream: string; version: number },
) => Promise<readonly EventEnvelope[]>;

export interface Refill {
  /** Fetches and applies what is missing of one foreign stream; answers how many events were new. */
  pull(owner: ServiceName, tenant: string, stream: string): Promise<number>;
}

/** Most pages one pull takes; a stream longer than this is continued by the next delivery. */
const MAX_PAGES = 200;

/**
 * Fills gaps from the owner over gRPC, outside any transaction: for events that arrived early, for commands that miss a
 * fact, and for a broker that lost messages. Each event goes through the same inbox as a delivered one.
 */
export function createRefill(options: {
  inbox: Inbox;
  reactions: ReadonlyMap<ServiceName, SourceReaction>;
  fetchEvents: FetchEvents;
}): Refill {
  return {
    async pull(owner, tenant, stream) {
      const reaction = options.reactions.get(owner);
      if (reaction === undefined) return 0;
      let applied = 0;
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const version = (await options.inbox.cursor(tenant, owner, stream)) + 1;
        const events = await options.fetchEvents(owner, { tenant, stream, version });
        if (events.length === 0) break;
        for (const event of events) {
          const { outcome } = await applyMissing(options.inbox, event, reaction);
          if (outcome === 'applied') applied += 1;
          if (outcome === 'parked') return applied;
        }
      }
      return applied;
    },
  };
}

/** Applies one; when it fails, whoever asked for it learns which one of the stream was at fault. */
async function applyMissing(inbox: Inbox, event: EventEnvelope, { react }: SourceReaction): Promise<Applied> {
  try {
    return await inbox.apply(event, react);
  } catch (error) {
    if (isNotNow(error)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`version ${event.version} could not be applied: ${why}`, { cause: error });
  }
}
