import type { Role } from '@huiyin/kernel/actor';

/** Whose meetings a feed shows: one person in one membership, as after a login. */
export interface FeedOwner {
  readonly personId: string;
  readonly role: Role;
  /** Empty outside units. */
  readonly unitId: string;
}

/** 日历订阅 */
export interface CalendarFeed extends FeedOwner {
  readonly feedId: string;
  /** SHA-256 in hex of the secret in the address; the secret itself is kept nowhere. */
  readonly secretHash: string;
  /** Business time. */
  readonly madeAt: Date;
}

/** What happened to a feed. Fields named as in proto/huiyin/meeting/v1/events.proto; never the secret or its hash. */
export type FeedEvent =
  | { readonly type: 'calendar-feed-renewed'; readonly feedId: string; readonly owner: FeedOwner }
  | { readonly type: 'calendar-feed-revoked'; readonly feedId: string; readonly personId: string };
