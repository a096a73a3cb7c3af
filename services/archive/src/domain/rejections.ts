import { reject, type Rejection } from '@huiyin/kernel/rejection';

/** Why archive refuses. */
export type ArchiveCode =
  | 'case-not-found'
  | 'document-not-found'
  | 'document-too-large'
  | 'not-permitted'
  | 'case-not-closed'
  | 'case-sealed-already'
  | 'supplement-awaited'
  | 'decline-notice-awaited'
  | 'too-many-rows'
  | 'attachment-not-found'
  | 'attachment-not-clean'
  | 'offset-malformed'
  | 'too-many-attachments'
  | 'cursor-malformed';

export const caseNotFound: Rejection<ArchiveCode> = reject(
  'not-found',
  'case-not-found',
  '没有这个案卷，或您无权查看',
);

export const documentNotFound: Rejection<ArchiveCode> = reject(
  'not-found',
  'document-not-found',
  '这件建议没有这份公文，或您无权查看',
);

export const documentTooLarge: Rejection<ArchiveCode> = reject(
  'invalid',
  'document-too-large',
  '公文太长，无法生成文件',
);

export const caseNotClosed: Rejection<ArchiveCode> = reject(
  'wrong-state',
  'case-not-closed',
  '案件办结后才能归档',
);

export const caseSealedAlready: Rejection<ArchiveCode> = reject(
  'wrong-state',
  'case-sealed-already',
  '案件已经归档',
);

export const supplementAwaited: Rejection<ArchiveCode> = reject(
  'wrong-state',
  'supplement-awaited',
  '情况有变化，承办单位作出补充答复后才能归档',
);

export const declineNoticeAwaited: Rejection<ArchiveCode> = reject(
  'wrong-state',
  'decline-notice-awaited',
  '告知代表不作为建议处理后才能归档',
);

export const tooManyRows: Rejection<ArchiveCode> = reject('invalid', 'too-many-rows', '一次最多导入 200 行', {
  field: 'rows',
});

export function notPermitted(reason: string): Rejection<ArchiveCode> {
  return reject('forbidden', 'not-permitted', reason);
}

export const cursorMalformed: Rejection<ArchiveCode> = reject(
  'invalid',
  'cursor-malformed',
  '分页标记无效，请从第一页重新开始',
  {
    field: 'cursor',
  },
);

export const attachmentNotFound: Rejection<ArchiveCode> = reject(
  'not-found',
  'attachment-not-found',
  '没有这个附件，或您无权查看',
);

export function attachmentNotClean(scan: 'pending' | 'refused'): Rejection<ArchiveCode> {
  const message = scan === 'pending' ? '附件正在查毒，请稍后再试' : '附件未通过查毒，不能下载';
  return reject('wrong-state', 'attachment-not-clean', message, { detail: { scan } });
}

export const offsetMalformed: Rejection<ArchiveCode> = reject(
  'invalid',
  'offset-malformed',
  '起始位置须为 256 KiB 的整数倍',
  { field: 'offset' },
);

export const tooManyAttachments: Rejection<ArchiveCode> = reject(
  'invalid',
  'too-many-attachments',
  '一次最多核对 50 个附件',
  { field: 'attachments' },
);
