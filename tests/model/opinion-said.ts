import type { OpinionWords } from '../../services/assignment/src/domain/opinion-words.ts';

/** A co-opinion as the model's units write it; without a reason it has no substance. */
export function opinionSaid(reason: string): OpinionWords {
  return {
    opinion: reason === '' ? '' : '我局同意在上下学时段安排护学岗。',
    ...({ facts: '校门口接送车辆多。', commitments: [], resultClass: 'A' } as const),
  };
}
