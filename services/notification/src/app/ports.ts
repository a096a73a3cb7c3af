import type { Role } from '@huiyin/kernel/actor';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';

export interface NotificationPorts {
  readonly uow: UnitOfWork;
  readonly notices: NoticeStore;
  readonly parties: CasePartyStore;
  readonly waiting: WaitingAnnouncementStore;
  readonly reference: { peopleWith(tx: Tx, role: Role, unitId?: string): Promise<readonly string[]> };
}

/** What is said about one fact of a case, without the case's title. */
export interface WaitingAnnouncement {
  readonly sourceEventId: string;
  readonly type: string;
  readonly text: string;
  readonly caseId: string;
  readonly occurredAt: Date;
}

interface Notice extends WaitingAnnouncement {
  readonly noticeId: string;
  readonly personId: string;
}

export interface StoredNotice extends Notice {
  readonly readAt: Date | null;
}

export interface NoticeStore {
  /** False when this person has been told of this event already. */
  add(tx: Tx, tenant: string, notice: Notice): Promise<boolean>;
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
