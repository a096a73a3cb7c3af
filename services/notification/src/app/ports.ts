import type { Role } from '@huiyin/kernel/actor';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';

export interface NotificationPorts {
  readonly uow: UnitOfWork;
  readonly notices: NoticeStore;
  readonly parties: CasePartyStore;
  readonly reference: { peopleWith(tx: Tx, role: Role, unitId?: string): Promise<readonly string[]> };
}

interface Notice {
  readonly noticeId: string;
  readonly personId: string;
  readonly sourceEventId: string;
  readonly type: string;
  readonly text: string;
  readonly caseId: string;
  readonly occurredAt: Date;
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
}

export interface CaseParty {
  readonly leadDeputyId: string;
  readonly title: string;
}

export interface CasePartyStore {
  save(tx: Tx, tenant: string, caseId: string, party: CaseParty): Promise<void>;
  load(tx: Tx, tenant: string, caseId: string): Promise<CaseParty | undefined>;
}
