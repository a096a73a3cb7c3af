import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import type { Certificate } from '../domain/certificate.ts';
import type { Topic } from '../domain/topic.ts';

export interface TrainingPorts {
  readonly uow: UnitOfWork;
  readonly batches: BatchStore;
  readonly certificates: CertificateStore;
  readonly reference: ReferenceFacts;
}

interface ReferenceFacts {
  memberships(
    tx: Tx,
    personId: string,
  ): Promise<readonly { role: string; unitId: string; active: boolean }[]>;
  peopleWith(
    tx: Tx,
    role: 'unit-liaison' | 'unit-head' | 'unit-clerk',
    unitId?: string,
  ): Promise<readonly string[]>;
}

export interface Batch {
  readonly batchId: string;
  readonly topic: Topic;
  readonly title: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

export interface Enrolment {
  readonly personId: string;
  readonly unitId: string;
  readonly state: 'enrolled' | 'failed' | 'passed';
  readonly attempts: number;
}

export interface ListedBatch extends Batch {
  readonly enrolled: number;
  readonly mine: string;
}

export interface BatchStore {
  load(tx: Tx, tenant: string, batchId: string): Promise<Batch | undefined>;
  add(tx: Tx, tenant: string, batch: Batch): Promise<void>;
  /** Newest first; `after` is the last batch of the page before. */
  list(
    tx: Tx,
    tenant: string,
    which: { personId: string; limit: number; after: string },
  ): Promise<readonly ListedBatch[]>;
  enrolment(tx: Tx, tenant: string, batchId: string, personId: string): Promise<Enrolment | undefined>;
  saveEnrolment(tx: Tx, tenant: string, batchId: string, enrolment: Enrolment): Promise<void>;
  /** Topics a person is enrolled in and has not passed, in batches that are not over. */
  openTopics(tx: Tx, tenant: string, today: LocalDate): Promise<ReadonlySet<string>>;
}

export interface StoredCertificate extends Certificate {
  readonly expired: boolean;
}

export interface CertificateStore {
  nextNumber(tx: Tx, tenant: string, year: number): Promise<number>;
  add(tx: Tx, tenant: string, certificate: Certificate): Promise<void>;
  list(
    tx: Tx,
    tenant: string,
    which: { personId: string; limit: number; after: string },
  ): Promise<readonly StoredCertificate[]>;
  all(tx: Tx, tenant: string): Promise<readonly StoredCertificate[]>;
  /** Not marked as expired though their last day lies before `today`; at most `limit`. */
  due(tx: Tx, tenant: string, today: LocalDate, limit: number): Promise<readonly StoredCertificate[]>;
  /** False when it was marked already. */
  markExpired(tx: Tx, tenant: string, certificateId: string): Promise<boolean>;
}
