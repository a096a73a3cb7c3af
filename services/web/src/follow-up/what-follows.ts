import { word } from '../design/words.ts';
import type { EvaluationRow } from './use-evaluation-rows.ts';

type Judged = Pick<EvaluationRow, 'course' | 'standing'> & {
  readonly evaluation: Pick<EvaluationRow['evaluation'], 'round' | 'attitude' | 'result'>;
};

/**
 * What follows an evaluation, as far as the case has come: an earlier round is answered by the rounds after it, and a
 * 不满意 that starts none by itself waits for 代表工委 (domain.md T22).
 */
export function nextOf({ evaluation, course, standing }: Judged): string {
  const { round, attitude, result } = evaluation;
  if (course !== undefined && course.round > round) return `第 ${course.round} 轮重新办理`;
  if (course !== undefined && course.status !== 'handling') return word('course', course.status);
  if (standing !== 'open' && standing !== 'follow-up') return word('standing', standing);
  if (attitude === 'dissatisfied' || result === 'dissatisfied') return '等决定是否重新办理';
  return word('standing', standing);
}
