import { addDays, localDate, type LocalDate } from '@huiyin/kernel/local-date';

/** A proof of training 培训合格证. */
export interface Certificate {
  readonly certificateId: string;
  readonly number: string;
  readonly personId: string;
  readonly unitId: string;
  readonly topic: string;
  readonly issuedOn: LocalDate;
  /** Last day of validity. */
  readonly validUntil: LocalDate;
}

/** Days before the end in which a certificate is shown as expiring. */
const EXPIRING_DAYS = 30;

/** The last day of the year that begins on the day of issue. */
export function validUntil(issuedOn: LocalDate): LocalDate {
  const nextYear = `${Number(issuedOn.slice(0, 4)) + 1}`;
  const anniversary = issuedOn.slice(5) === '02-29' ? `${nextYear}-03-01` : `${nextYear}${issuedOn.slice(4)}`;
  return addDays(localDate(anniversary), -1);
}

export type CellState = 'missing' | 'enrolled' | 'valid' | 'expiring' | 'expired';

/** State of one topic for one person on a day: the best certificate counts, an enrolment only without one. */
export function cellState(
  certificates: readonly Pick<Certificate, 'validUntil'>[],
  enrolled: boolean,
  today: LocalDate,
): { state: CellState; validUntil: string } {
  const latest = certificates
    .map((each) => each.validUntil)
    .toSorted()
    .at(-1);
  if (latest !== undefined && latest >= today) {
    return { state: latest <= addDays(today, EXPIRING_DAYS) ? 'expiring' : 'valid', validUntil: latest };
  }
  if (enrolled) return { state: 'enrolled', validUntil: '' };
  return latest === undefined
    ? { state: 'missing', validUntil: '' }
    : { state: 'expired', validUntil: latest };
}
