import { oneByOne, type SourceReaction } from '@huiyin/contracts/reactions';
import type { ServiceName } from '@huiyin/contracts/services';
import { concernsSomebody } from '../app/notify-people.ts';
import type { NotificationReactions } from '../app/use-cases.ts';

/** Services whose facts people are told of. */
const SOURCES: readonly ServiceName[] = ['intake', 'assignment', 'supervision', 'meeting', 'evaluation'];

/** Notification hears every fact; its rules know which concern somebody. */
export function notificationConsumers({ notifyPeople }: NotificationReactions): readonly SourceReaction[] {
  return SOURCES.map((source) => ({
    source,
    concerns: concernsSomebody,
    react: oneByOne(notifyPeople),
    reactToBatch: notifyPeople,
  }));
}
