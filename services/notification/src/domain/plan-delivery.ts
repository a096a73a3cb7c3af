import { localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import { afterQuietHours, nextTimeOfDay } from './quiet-hours.ts';
import { wants, type Channel, type Subscription } from './subscription.ts';

/** When the digest of a day goes out, in Shanghai. */
const DIGEST_AT = '08:00';

/** What becomes of a notice over one channel. `at` is business time. */
export type DeliveryPlan =
  | { readonly kind: 'single'; readonly at: Date }
  | { readonly kind: 'digest'; readonly day: LocalDate; readonly at: Date }
  | { readonly kind: 'not' };

/**
 * Facts that ask nothing of the reader and lose nothing until tomorrow; with a digest they wait for it. All others —
 * what is asked, colours, letters, meetings, replies — go out at once.
 */
const MAY_WAIT: ReadonlySet<string> = new Set([
  'suggestion-submitted',
  'suggestion-registered',
  'suggestion-merged',
  'suggestion-absorbed',
  'rules-moved',
  'work-package-completed',
  'extension-granted',
  'suggestion-evaluated',
  'suggestion-closed',
]);

/**
 * What to do with a notice of `type` for this subscription at `now`. Quiet hours hold for everything: a colour turns at
 * 00:00, when nobody can act on it; it is the first thing said when they end. Nothing that was asked for is dropped.
 */
export function planDelivery(
  type: string,
  channel: Channel,
  subscription: Subscription,
  now: Date,
): DeliveryPlan {
  if (!wants(subscription, channel)) return { kind: 'not' };
  if (subscription.digest && MAY_WAIT.has(type)) return digestFrom(subscription, now);
  return { kind: 'single', at: afterQuietHours(subscription.quiet, now) };
}

/** The next digest: its day, and when it may go out. */
export function digestFrom(
  { quiet }: Pick<Subscription, 'quiet'>,
  now: Date,
): Extract<DeliveryPlan, { kind: 'digest' }> {
  const eight = nextTimeOfDay(DIGEST_AT, now);
  return { kind: 'digest', day: localDateOf(eight), at: afterQuietHours(quiet, eight) };
}
