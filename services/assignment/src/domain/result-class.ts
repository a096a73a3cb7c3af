import type { LocalDate } from '@huiyin/kernel/local-date';

import { refuse, type AssignmentRejection } from './rejections.ts';

/** 办理结果类别 (SD18): A solved, B in the work plan, C not possible for now, D against law or policy. */
const RESULT_CLASSES = ['A', 'B', 'C', 'D'] as const;

export type ResultClass = (typeof RESULT_CLASSES)[number];

/** A stored attachment by reference; archive owns the bytes. */
interface Attachment {
  readonly attachmentId: string;
  readonly sha256: string;
  readonly name: string;
}

/** What a class rests on; which parts it demands is decided by `classEvidenceGap`. */
export interface ResultEvidence {
  readonly attachments: readonly Attachment[];
  readonly completedOn: LocalDate | '';
  readonly lackingCondition: string;
  readonly explainedBy: string;
  readonly legalBasis: string;
}

/** 承诺事项 */
export interface ReplyPromise {
  readonly text: string;
  readonly dueOn: LocalDate;
}

export function isResultClass(text: string): text is ResultClass {
  return (RESULT_CLASSES as readonly string[]).includes(text);
}

/**
 * What a class still lacks (domain §1.4, from SD18 and SH18): A proof and the day it was done, B a promise with a
 * due date, C the lacking condition and who explained it, D the legal basis. Undefined when it lacks nothing.
 */
export function classEvidenceGap(reply: {
  readonly resultClass: ResultClass;
  readonly evidence: ResultEvidence;
  readonly promises: readonly ReplyPromise[];
}): AssignmentRejection | undefined {
  const { evidence } = reply;
  switch (reply.resultClass) {
    case 'A':
      return evidence.attachments.length > 0 && evidence.completedOn !== ''
        ? undefined
        : refuse('invalid', 'class-a-evidence-missing', 'A类答复须附证明材料并写明办结日期', {
            field: 'evidence',
          });
    case 'B':
      return reply.promises.length > 0
        ? undefined
        : refuse('invalid', 'class-b-promise-missing', 'B类答复须写明工作计划和解决时限', {
            field: 'promises',
          });
    case 'C':
      return evidence.lackingCondition.trim() !== '' && evidence.explainedBy.trim() !== ''
        ? undefined
        : refuse('invalid', 'class-c-condition-missing', 'C类答复须写明受限条件和向代表解释的人', {
            field: 'evidence',
          });
    case 'D':
      return evidence.legalBasis.trim() !== ''
        ? undefined
        : refuse('invalid', 'class-d-legal-basis-missing', 'D类答复须写明法律法规或政策依据', {
            field: 'evidence',
          });
  }
}

/** The first promise nobody could keep or check: without words, or due before it is made. */
export function promiseGap(
  promises: readonly ReplyPromise[],
  today: LocalDate,
): AssignmentRejection | undefined {
  const broken = promises.some((promise) => promise.text.trim() === '' || promise.dueOn < today);
  return broken
    ? refuse('invalid', 'promise-invalid', '承诺事项须写明内容，完成时限不得早于今天', { field: 'promises' })
    : undefined;
}
