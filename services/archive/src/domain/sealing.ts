import type { Rejection } from '@huiyin/kernel/rejection';

import type { CaseFile } from './case-file.ts';
import { supplementOwed } from './in-course.ts';
import {
  caseNotClosed,
  caseSealedAlready,
  declineNoticeAwaited,
  supplementAwaited,
  type ArchiveCode,
} from './rejections.ts';

/**
 * Why a case cannot be sealed 归档 now (T27): once, after 办结, withdrawal or non-admission, and not while a
 * supplementary reply or a notice to the deputy (T5) is owed, which belongs into the file. Undefined: it can.
 */
export function refuseSeal(file: CaseFile): Rejection<ArchiveCode> | undefined {
  if (file.sealedOn !== '') return caseSealedAlready;
  if (file.closedOn === '' && file.ended !== 'withdrawn' && file.ended !== 'not-admitted')
    return caseNotClosed;
  if (file.ended === 'not-admitted' && !file.declineNoticeConfirmed) return declineNoticeAwaited;
  return file.ended === '' && supplementOwed(file) !== undefined ? supplementAwaited : undefined;
}
