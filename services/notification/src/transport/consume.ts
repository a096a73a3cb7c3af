import type { SourceReaction } from '@huiyin/contracts/reactions';
import type { ServiceName } from '@huiyin/contracts/services';
import type { Reaction } from '@huiyin/kernel/unit-of-work';

/** Services whose facts people are told of. */
const SOURCES: readonly ServiceName[] = ['intake', 'assignment', 'supervision', 'meeting', 'evaluation'];

/** Notification looks at every fact; its rules know which concern somebody. */
export function notificationConsumers(notify: Reaction): readonly SourceReaction[] {
  return SOURCES.map((source) => ({ source, react: notify }));
}
