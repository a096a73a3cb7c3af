import type { SourceReaction } from '@huiyin/contracts/reactions';
import type { ServiceName } from '@huiyin/contracts/services';
import type { Reaction } from '@huiyin/kernel/unit-of-work';

/** One reaction per source: what several parts of a service do about the same event happens in one transaction. */
export function groupReactions(reactions: readonly SourceReaction[]): Map<ServiceName, Reaction> {
  const bySource = new Map<ServiceName, Reaction[]>();
  for (const { source, react } of reactions) bySource.set(source, [...(bySource.get(source) ?? []), react]);
  return new Map(
    [...bySource].map(([source, list]) => [
      source,
      async (event, tx, open) => {
        for (const react of list) await react(event, tx, open);
      },
    ]),
  );
}
