import { reject, type Rejection } from '@huiyin/kernel/rejection';

/** Why training refuses. */
export type TrainingCode =
  | 'batch-not-found'
  | 'topic-unknown'
  | 'batch-days-reversed'
  | 'batch-over'
  | 'batch-not-begun'
  | 'not-permitted'
  | 'already-enrolled'
  | 'not-enrolled'
  | 'already-passed'
  | 'text-missing'
  | 'day-malformed'
  | 'batch-exists';

export const batchNotFound: Rejection<TrainingCode> = reject(
  'not-found',
  'batch-not-found',
  '没有这个培训批次',
);
export const topicUnknown: Rejection<TrainingCode> = reject('invalid', 'topic-unknown', '没有这个培训主题', {
  field: 'topic',
});
export const titleMissing: Rejection<TrainingCode> = reject('invalid', 'text-missing', '请填写批次名称', {
  field: 'title',
});
export const daysReversed: Rejection<TrainingCode> = reject(
  'invalid',
  'batch-days-reversed',
  '结束日期不能早于开始日期',
  { field: 'endsOn' },
);
export const batchOver: Rejection<TrainingCode> = reject('wrong-state', 'batch-over', '这个批次已经结束');
export const batchNotBegun: Rejection<TrainingCode> = reject(
  'wrong-state',
  'batch-not-begun',
  '这个批次还没有开始',
);
export const batchExists: Rejection<TrainingCode> = reject('wrong-state', 'batch-exists', '这个批次已经存在');
export const alreadyEnrolled: Rejection<TrainingCode> = reject('wrong-state', 'already-enrolled', '已经报名');
export const notEnrolled: Rejection<TrainingCode> = reject(
  'wrong-state',
  'not-enrolled',
  '请先报名再参加考试',
);
export const alreadyPassed: Rejection<TrainingCode> = reject('wrong-state', 'already-passed', '已经通过考试');

export function dayMalformed(field: string): Rejection<TrainingCode> {
  return reject('invalid', 'day-malformed', '日期应为 YYYY-MM-DD', { field });
}

export function notPermitted(reason: string): Rejection<TrainingCode> {
  return reject('forbidden', 'not-permitted', reason);
}
