import type { Decision } from './events.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { shareInCourse } from './share-guards.ts';
import { isActive, type Share } from './share.ts';
import type { SuggestionCase } from './suggestion-case.ts';

export interface ReportDifficulty {
  readonly assignmentId: string;
  readonly severity: 'yellow' | 'red';
  readonly description: string;
}

/** 存在困难: the unit says so itself, early; it makes yellow or red until resolved (decisions 20). */
export function decideDifficulty(
  suggestion: SuggestionCase,
  command: ReportDifficulty,
): Decision | AssignmentRejection {
  const share = handlingShare(suggestion, command.assignmentId);
  if ('rejected' in share) return share;
  if (share.difficulty.state === 'open') {
    return refuse('wrong-state', 'difficulty-open', '已报告困难，请先说明原困难的解决情况');
  }
  const { severity, description } = command;
  if (description.trim() === '') {
    return refuse('invalid', 'difficulty-words-missing', '请写明是什么困难', { field: 'description' });
  }
  const ids = { suggestionId: suggestion.id, assignmentId: share.id, unitId: share.unitId };
  return [
    {
      type: 'difficulty-reported',
      payload: { ...ids, severity, description, resolved: false },
      reason: description,
    },
  ];
}

/** The difficulty is overcome. */
export function decideDifficultyResolved(
  suggestion: SuggestionCase,
  command: { readonly assignmentId: string; readonly how: string },
): Decision | AssignmentRejection {
  const share = handlingShare(suggestion, command.assignmentId);
  if ('rejected' in share) return share;
  if (share.difficulty.state === 'none') {
    return refuse('wrong-state', 'difficulty-not-open', '没有未解决的困难');
  }
  if (command.how.trim() === '') {
    return refuse('invalid', 'difficulty-words-missing', '请写明困难是怎样解决的', { field: 'how' });
  }
  const { severity, description } = share.difficulty;
  const ids = { suggestionId: suggestion.id, assignmentId: share.id, unitId: share.unitId };
  return [
    {
      type: 'difficulty-reported',
      payload: { ...ids, severity, description, resolved: true },
      reason: command.how,
    },
  ];
}

/** What is handed back is no longer its unit's to tell about. */
function handlingShare(suggestion: SuggestionCase, assignmentId: string): Share | AssignmentRejection {
  const share = shareInCourse(suggestion, assignmentId);
  if ('rejected' in share || (isActive(share) && share.role !== 'reference')) return share;
  return refuse('wrong-state', 'not-a-handling-share', '只有正在承办的单位可以报告困难');
}
