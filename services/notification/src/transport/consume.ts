import type { SourceReaction } from '@huiyin/contracts/reactions';
import type { ServiceName } from '@huiyin/contracts/services';
import type { NotificationReactions } from '../app/use-cases.ts';

/** Services whose facts people are told of. */
const SOURCES: readonly ServiceName[] = ['intake', 'assignment', 'supervision', 'meeting', 'evaluation'];

/** Notification looks at every fact; its rules know which concern somebody. */
export function notificationConsumers({ notifyPeople }: NotificationReactions): readonly SourceReaction[] {
  return SOURCES.map((source) => ({
    source,
    concerns: () => true,
    react: (event, tx, open) => notifyPeople([event], tx, open),
    reactToRun: notifyPeople,
  }));
}
