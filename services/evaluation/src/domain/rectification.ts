import { stableId } from '@huiyin/kernel/ids';
import type { LocalDate } from '@huiyin/kernel/local-date';

/** 整改 of what a look-back found short; it comes back until met (M18). */
export type Rectification = OrderedRectification | SubmittedRectification | AcceptedRectification;

interface Demanded {
  readonly rectificationId: string;
  readonly replyId: string;
  readonly assignmentId: string;
  readonly unitId: string;
  readonly gaps: readonly string[];
  /** 1 for the first, +1 after each rejection. */
  readonly attempt: number;
  readonly orderedOn: LocalDate;
  /** Why earlier attempts were not enough, oldest first. */
  readonly rejections: readonly string[];
}

/** 限期整改 */
interface OrderedRectification extends Demanded {
  readonly status: 'ordered';
}

/** 已报整改报告 */
export interface SubmittedRectification extends Demanded {
  readonly status: 'submitted';
  readonly report: string;
  readonly submittedOn: LocalDate;
}

/** 验收通过 */
interface AcceptedRectification extends Demanded {
  readonly status: 'accepted';
  readonly report: string;
  readonly submittedOn: LocalDate;
  readonly acceptedOn: LocalDate;
  readonly acceptedBy: Judge;
}

export type Judge = 'lead-deputy' | 'congress-desk';

/** One rectification a look-back. */
export function rectificationIdOf(caseId: string, replyId: string): string {
  return stableId('rectification', caseId, replyId);
}
