import type { LocalDate } from '@huiyin/kernel/local-date';
import { refuse, type AssignmentRejection } from './rejections.ts';
import type { ResultClass } from './result-class.ts';

/** What a co-opinion 协办意见函 says, part by part (domain.md §4.6). */
export interface OpinionWords extends OpinionParts {
  /** 意见 */
  readonly opinion: string;
}

/** What stands in it beside the opinion itself. */
export interface OpinionParts {
  /** 事实: the situation as the unit knows it. */
  readonly facts: string;
  /** 承诺: what the unit does, and by when. */
  readonly commitments: readonly { readonly text: string; readonly dueOn: LocalDate }[];
  /** 办理结果类别 of the unit's own part; '' while it is not said. */
  readonly resultClass: ResultClass | '';
}

/** Shorter words have no substance (T15). */
const LEAST_CHARACTERS = 10;

/** Undefined when the opinion says something; a draft needs no more. */
export function emptyRefusal({ opinion }: OpinionWords): AssignmentRejection | undefined {
  return opinion.trim().length < LEAST_CHARACTERS
    ? refuse('invalid', 'co-opinion-empty', '协办意见须有实质内容', { field: 'opinion' })
    : undefined;
}

/**
 * Undefined when nothing is missing that the head signs. What is planned (B) is promised with a day (domain.md §1.4); as
 * in a reply, no promise is due before it is made.
 */
export function partsRefusal(words: OpinionWords, today: LocalDate): AssignmentRejection | undefined {
  const { facts, commitments, resultClass } = words;
  if (facts.trim() === '')
    return refuse('invalid', 'co-opinion-facts-missing', '请写明事实情况', { field: 'facts' });
  if (resultClass === '')
    return refuse('invalid', 'co-opinion-class-missing', '请写明办理结果类别', { field: 'resultClass' });
  if (resultClass === 'B' && commitments.length === 0)
    return refuse('invalid', 'co-opinion-commitment-missing', 'B 类须写明承诺事项和完成时间', {
      field: 'commitments',
    });
  if (commitments.some(({ text }) => text.trim() === ''))
    return refuse('invalid', 'co-opinion-commitment-missing', '请写明承诺事项', { field: 'commitments' });
  return commitments.some(({ dueOn }) => dueOn < today)
    ? refuse('invalid', 'promise-invalid', '承诺事项的完成时限不得早于今天', { field: 'commitments' })
    : undefined;
}
