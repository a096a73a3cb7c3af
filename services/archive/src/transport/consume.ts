import { oneByOne, type SourceReaction } from '@huiyin/contracts/reactions';
import type { ServiceName } from '@huiyin/contracts/services';
import type { ArchiveReactions } from '../app/use-cases.ts';

/** Services that say things about cases; the archive files its own seal as it files all else. */
const SOURCES: readonly ServiceName[] = [
  'intake',
  'assignment',
  'supervision',
  'meeting',
  'evaluation',
  'archive',
];

/** Archive files every fact of every one of them, whatever it is called. */
export function archiveConsumers({ keepFacts }: ArchiveReactions): readonly SourceReaction[] {
  return SOURCES.map((source) => ({
    source,
    concerns: () => true,
    react: oneByOne(keepFacts),
    reactToBatch: keepFacts,
  }));
}
