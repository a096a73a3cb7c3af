import type { Decision } from './events.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { shareInCourse } from './share-guards.ts';
import { isActive } from './share.ts';
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
  const share = shareInCourse(suggestion, command.assignmentId);
  if ('rejected' in share) return share;
  if (!isActive(share) || share.role === 'reference') {
    return refuse('wrong-state', 'not-a-handling-share', '只有正在承办的单位可以报告困难');
  }
  if (share.difficulty.state === 'open') {
    return refuse('wrong-state', 'difficulty-open', '已报告困难，请先说明原困难的解决情况');
  }
  const { severity, description } = command;
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
  const share = shareInCourse(suggestion, command.assignmentId);
  if ('rejected' in share) return share;
  if (share.difficulty.state === 'none') {
    return refuse('wrong-state', 'difficulty-not-open', '没有未解决的困难');
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
