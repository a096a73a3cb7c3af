import type { SourceReaction } from '@huiyin/contracts/reactions';
import type { ServiceName } from '@huiyin/contracts/services';

/**
 * One reaction per source: what several parts of a service do about the same event happens in one transaction, so those
 * that could take several events at once do so only where they are the only one.
 */
export function groupReactions(reactions: readonly SourceReaction[]): Map<ServiceName, SourceReaction> {
  const bySource = Map.groupBy(reactions, ({ source }) => source);
  return new Map(
    [...bySource].map(([source, list]) => [
      source,
      list[0] !== undefined && list.length === 1 ? list[0] : together(source, list),
    ]),
  );
}

function together(source: ServiceName, list: readonly SourceReaction[]): SourceReaction {
  return {
    source,
    concerns: (event) => list.some(({ concerns }) => concerns(event)),
    react: async (event, tx, open) => {
      for (const { react } of list) await react(event, tx, open);
    },
  };
}
