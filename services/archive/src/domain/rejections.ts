import { reject, type Rejection } from '@huiyin/kernel/rejection';

/** Why archive refuses. */
export type ArchiveCode =
  | 'case-not-found'
  | 'document-not-found'
  | 'document-too-large'
  | 'not-permitted'
  | 'case-not-closed'
  | 'case-sealed-already'
  | 'too-many-rows'
  | 'cursor-malformed';

export const caseNotFound: Rejection<ArchiveCode> = reject(
  'not-found',
  'case-not-found',
  '没有这个案卷,或您无权查看',
);

export const documentNotFound: Rejection<ArchiveCode> = reject(
  'not-found',
  'document-not-found',
  '这件建议没有这份公文,或您无权查看',
);

export const documentTooLarge: Rejection<ArchiveCode> = reject(
  'invalid',
  'document-too-large',
  '公文太长,无法生成文件',
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

export const tooManyRows: Rejection<ArchiveCode> = reject('invalid', 'too-many-rows', '一次最多导入 200 行', {
  field: 'rows',
});

export function notPermitted(reason: string): Rejection<ArchiveCode> {
  return reject('forbidden', 'not-permitted', reason);
}

export const cursorMalformed: Rejection<ArchiveCode> = reject(
  'invalid',
  'cursor-malformed',
  '分页标记无效,请从第一页重新开始',
  {
    field: 'cursor',
  },
);
