import type { Role } from '@huiyin/kernel/actor';
import type { Clock } from '@huiyin/kernel/clock';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import type { DeliveryOutcome } from '../domain/delivery-outcome.ts';
import type { ToldNotice } from '../domain/message-text.ts';
import type { Channel, Subscription } from '../domain/subscription.ts';

export interface NotificationPorts {
  readonly uow: UnitOfWork;
  readonly notices: NoticeStore;
  readonly parties: CasePartyStore;
  readonly waiting: WaitingAnnouncementStore;
  readonly subscriptions: SubscriptionStore;
  readonly deliveries: DeliveryStore;
  /** The channels that this installation has. */
  readonly senders: Partial<Record<Channel, Sender>>;
  /** System time, for leases and retries. */
  readonly clock: Clock;
  readonly reference: {
    peopleWith(tx: Tx, role: Role, unitId?: string): Promise<readonly string[]>;
    unit(tx: Tx, unitId: string): Promise<{ readonly decidingOffice: string } | undefined>;
  };
}

/** What is said about one fact of a case, without the case's title. */
export interface WaitingAnnouncement {
  readonly sourceEventId: string;
  readonly type: string;
  readonly text: string;
  readonly caseId: string;
  /** Day by which something is asked; empty when the fact names none. */
  readonly dueOn: string;
  readonly occurredAt: Date;
}

export interface Notice extends Omit<WaitingAnnouncement, 'dueOn'> {
  readonly noticeId: string;
  readonly personId: string;
}

export interface StoredNotice extends Notice {
  readonly readAt: Date | null;
}

export interface NoticeStore {
  /** Answers the ids of those that are new: a person is told of an event once. */
  add(tx: Tx, tenant: string, notices: readonly Notice[]): Promise<ReadonlySet<string>>;
  list(
    tx: Tx,
    tenant: string,
    which: { personId: string; unreadOnly: boolean; limit: number; after: string },
  ): Promise<readonly StoredNotice[]>;
  unread(tx: Tx, tenant: string, personId: string): Promise<number>;
  /** False when the person has no such notice. */
  markRead(tx: Tx, tenant: string, which: { noticeId: string; personId: string; at: Date }): Promise<boolean>;
  /** Marks it and all that are older. False when the person has no such notice. */
  markReadUpTo(
    tx: Tx,
    tenant: string,
    which: { noticeId: string; personId: string; at: Date },
  ): Promise<boolean>;
}

export interface CaseParty {
  readonly leadDeputyId: string;
  readonly title: string;
  /** 第30号; empty before it is registered. */
  readonly number: string;
}

export interface CasePartyStore {
  save(tx: Tx, tenant: string, caseId: string, party: CaseParty): Promise<void>;
  load(tx: Tx, tenant: string, caseId: string): Promise<CaseParty | undefined>;
}

/** Announcements to a lead deputy who is not known yet. */
export interface WaitingAnnouncementStore {
  add(tx: Tx, tenant: string, announcement: WaitingAnnouncement): Promise<void>;
  /** Those of a case, removed. */
  take(tx: Tx, tenant: string, caseId: string): Promise<readonly WaitingAnnouncement[]>;
}

export interface SubscriptionStore {
  load(tx: Tx, tenant: string, personId: string): Promise<Subscription | undefined>;
  save(tx: Tx, tenant: string, personId: string, subscription: Subscription): Promise<void>;
}

/** A message to be queued. */
export interface NewDelivery {
  readonly deliveryId: string;
  readonly channel: Channel;
  readonly personId: string;
  /** The digest of this day; undefined for a single notice. */
  readonly digestOn: LocalDate | undefined;
  /** Business time. */
  readonly dueAt: Date;
}

/** A message that may go out now, not yet claimed. */
export interface DueDelivery {
  readonly deliveryId: string;
  readonly personId: string;
  readonly channel: Channel;
}

/** A message whose row this transaction holds. */
export interface HeldDelivery extends DueDelivery {
  readonly digestOn: LocalDate | undefined;
  readonly attempts: number;
  readonly failures: number;
}

/** What an operator sees: whom and when, never what or where to. */
export interface UndecidedDelivery extends DueDelivery {
  readonly state: 'refused' | 'unknown';
  readonly isDigest: boolean;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly lastAnswer: string;
}

/** Which row of which claim. */
interface Claim {
  readonly deliveryId: string;
  readonly attempts: number;
}

export interface DeliveryStore {
  /** Throws when this person has been told of this event over this channel: whoever asks has made sure. */
  addNotice(
    tx: Tx,
    tenant: string,
    which: NewDelivery & { readonly notice: ToldNotice; readonly occurredAt: Date },
  ): Promise<void>;
  /** Makes the message unless it is there. False when it is there and can take no more: it is on its way or was. */
  open(tx: Tx, tenant: string, delivery: NewDelivery): Promise<boolean>;
  due(
    tx: Tx,
    tenant: string,
    at: { readonly now: Date; readonly system: Date; readonly limit: number },
  ): Promise<readonly DueDelivery[]>;
  /** Takes the row if it is still due and nobody else holds it. */
  hold(
    tx: Tx,
    tenant: string,
    which: { readonly deliveryId: string; readonly now: Date; readonly system: Date },
  ): Promise<HeldDelivery | undefined>;
  claim(tx: Tx, tenant: string, claim: Claim & { readonly leaseUntil: Date }): Promise<void>;
  putOff(tx: Tx, tenant: string, deliveryId: string, dueAt: Date): Promise<void>;
  cancel(tx: Tx, tenant: string, deliveryId: string): Promise<void>;
  /** Pending messages to a person over a channel that was switched off. */
  cancelAll(tx: Tx, tenant: string, which: { personId: string; channel: Channel }): Promise<void>;
  notices(
    tx: Tx,
    tenant: string,
    deliveryId: string,
    limit: number,
  ): Promise<{ readonly notices: readonly ToldNotice[]; readonly total: number }>;
  /** False when the claim is no longer the last one, or somebody has decided meanwhile. One thought gone is heard. */
  conclude(
    tx: Tx,
    tenant: string,
    claim: Claim & {
      readonly state: 'sent' | 'pending' | 'refused' | 'unknown';
      readonly failures: number;
      readonly retryAt: Date | undefined;
      readonly answer: DeliveryOutcome['answer'];
    },
  ): Promise<boolean>;
  /** Claims whose worker has said nothing within its lease. */
  abandoned(tx: Tx, tenant: string, system: Date, limit: number): Promise<readonly (DueDelivery & Claim)[]>;
  /** False when it was concluded after all. */
  abandon(
    tx: Tx,
    tenant: string,
    claim: Claim & { readonly system: Date; readonly answer: string },
  ): Promise<boolean>;
  /** Event ids of a message, for the facts that say they were delivered. */
  told(
    tx: Tx,
    tenant: string,
    deliveryId: string,
  ): Promise<readonly { noticeId: string; sourceEventId: string }[]>;
  undecided(
    tx: Tx,
    tenant: string,
    page: { readonly limit: number; readonly after: string },
  ): Promise<readonly UndecidedDelivery[]>;
  find(tx: Tx, tenant: string, deliveryId: string): Promise<DueDelivery | undefined>;
  /** What an operator decides. False when there is nothing undecided any more. */
  decide(
    tx: Tx,
    tenant: string,
    which: { readonly deliveryId: string; readonly to: 'settled' | 'pending'; readonly dueAt: Date },
  ): Promise<boolean>;
}

/** A message as a channel gets it. */
export interface OutgoingMessage {
  readonly tenant: string;
  readonly deliveryId: string;
  readonly personId: string;
  /** Empty where the channel's gateway knows the person. */
  readonly address: string;
  readonly digestOn: LocalDate | undefined;
  readonly notices: readonly ToldNotice[];
  /** Rows in all; `notices` has the first of them. */
  readonly total: number;
}

export interface Sender {
  /** Whether this installation sends over it for a tenant. */
  serves(tenant: string): boolean;
  /** One attempt, bounded in time. Never throws for what the network or the receiver did. */
  send(message: OutgoingMessage): Promise<DeliveryOutcome>;
}
