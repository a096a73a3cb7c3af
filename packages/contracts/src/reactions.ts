import type { EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { BatchReaction, OpenAnother, Reacting, Reaction } from '@huiyin/kernel/unit-of-work';
import { eventCodec, type EventMessage, type EventType } from './event-messages.ts';
import type { ServiceName } from './services.ts';

/** What a service does about the events of one other service. */
export interface SourceReaction extends Reacting {
  readonly source: ServiceName;
  /** Whether anything is done about an event; of the others only the cursor keeps account. */
  readonly concerns: (event: EventEnvelope) => boolean;
}

/** Handlers by event type, each with the decoded message of its event. */
export type Handlers<Service extends ServiceName> = {
  readonly [Type in EventType<Service>]?: (
    message: EventMessage<Service, Type>,
    event: EventEnvelope,
    tx: Tx,
    open: OpenAnother,
  ) => Promise<void>;
};

/**
 * Binds handlers to a source. Events without a handler, and types a newer release added, only move the cursor.
 */
export function reactTo<Service extends ServiceName>(
  source: Service,
  handlers: Handlers<Service>,
): SourceReaction {
  const table = handlers as Record<
    string,
    ((m: unknown, e: EventEnvelope, tx: Tx, open: OpenAnother) => Promise<void>) | undefined
  >;
  return {
    source,
    concerns: ({ type }) => table[type] !== undefined,
    async react(event, tx, open) {
      const handler = table[event.type];
      const codec = eventCodec(source, event.type);
      if (handler === undefined || codec === undefined) return;
      await handler(codec.fromJSON(event.payload), event, tx, open);
    },
  };
}

/** What is done about several events at once, about one. */
export function oneByOne(reactToBatch: BatchReaction): Reaction {
  return (event, tx, open) =>
    reactToBatch([event], tx, {
      lock: async (streamIds) => {
        for (const id of streamIds.toSorted()) await open(id);
      },
      because: () => open,
    });
}
