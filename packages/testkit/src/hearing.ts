import { encodeEvent } from '@huiyin/contracts/encode-event';
import type { SourceReaction } from '@huiyin/contracts/reactions';
import type { ServiceName } from '@huiyin/contracts/services';
import { systemActor } from '@huiyin/kernel/actor';
import { newId } from '@huiyin/kernel/ids';
import type { Database } from '@huiyin/postgres/database';
import type { Applied } from '@huiyin/postgres/inbox';

/** A fact of another service. */
export interface ForeignEvent {
  readonly tenant: string;
  readonly stream: string;
  readonly type: string;
  readonly payload: Record<string, unknown>;
  readonly at: Date;
  /** System time of recording; `at` where it does not matter. */
  readonly recordedAt?: Date;
}

/** Lets foreign facts arrive as the consumer would deliver them, each as the next event of its stream. */
export function hearing(database: Database, reactions: readonly SourceReaction[]) {
  const versions = new Map<string, number>();
  return (source: ServiceName, { at, recordedAt = at, payload, ...fact }: ForeignEvent): Promise<Applied> => {
    const key = `${source} ${fact.tenant} ${fact.stream}`;
    const version = (versions.get(key) ?? 0) + 1;
    versions.set(key, version);
    const event = {
      ...{ ...fact, id: newId(), service: source, version, actor: systemActor(source) },
      ...{ payload: encodeEvent(source, { type: fact.type, payload }), occurredAt: at, recordedAt },
      ...{ traceparent: '', prevHash: '', hash: newId() },
    };
    return database.inbox.apply(event, async (heard, tx, open) => {
      for (const { source: from, react } of reactions) if (from === source) await react(heard, tx, open);
    });
  };
}
