import { notYetKnown, type EvaluationRejection } from '../domain/rejections.ts';

/** Without working days no term can be counted; the command waits for directory's fact. */
export function calendarMissing(): EvaluationRejection {
  return notYetKnown('directory', 'calendar', '工作日历尚未同步，请稍后再试');
}
