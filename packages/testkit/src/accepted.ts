import { isRejection } from '@huiyin/kernel/rejection';

/** The answer of an accepted command or question; throws with the refusal. */
export function accepted<Answer>(answer: Answer): Exclude<Answer, { rejected: true }> {
  if (isRejection(answer)) throw new Error(`refused: ${answer.code} ${answer.message}`);
  return answer as Exclude<Answer, { rejected: true }>;
}

/** The stable code that refuses; `accepted` when nothing does. */
export const codeOf = (answer: unknown): string => (isRejection(answer) ? answer.code : 'accepted');
