import type { LocalDate } from '@huiyin/kernel/local-date';

import type { Circumstances } from './clock-fact.ts';
import type { Decision } from './events.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { overRefusal } from './share-guards.ts';
import { activeShares, type SuggestionCase } from './suggestion-case.ts';

export interface FormTaskForce {
  readonly taskForceId: string;
  readonly convenerId: string;
  readonly workPackages: readonly {
    readonly unitId: string;
    readonly task: string;
    readonly dueOn: LocalDate;
  }[];
}

/** 专班 (domain §2.7): for complex and key items, convened by the standing committee; its members are all handlers. */
export function decideTaskForce(
  suggestion: SuggestionCase,
  command: FormTaskForce,
  under: Circumstances,
): Decision | AssignmentRejection {
  const over = overRefusal(suggestion);
  if (over !== undefined) return over;
  if (suggestion.phase.name === 'to-assign') {
    return refuse('wrong-state', 'case-not-handled-yet', '请先交办再成立专班');
  }
  const { classification } = suggestion;
  const complex = classification.state === 'classified' && classification.handlingType === 'complex';
  if (!complex && !suggestion.keyMark.marked) {
    return refuse('wrong-state', 'task-force-not-needed', '专班只用于复杂或重点建议');
  }
  if (suggestion.taskForce.state === 'formed') {
    return refuse('wrong-state', 'task-force-exists', '专班已成立');
  }
  const unitIds = activeShares(suggestion)
    .filter((share) => share.role !== 'reference')
    .map((share) => share.unitId);
  const foreign = command.workPackages.find(({ unitId }) => !unitIds.includes(unitId));
  if (foreign !== undefined) {
    return refuse('invalid', 'task-force-foreign-unit', '工作任务只能交给承办单位', {
      field: 'workPackages',
      detail: { unitId: foreign.unitId },
    });
  }
  const { taskForceId, convenerId, workPackages } = command;
  const payload = { suggestionId: suggestion.id, taskForceId, convenerId, unitIds, workPackages };
  return [{ type: 'task-force-formed', payload: { ...payload, formedOn: under.today } }];
}

/** Dissolved when the case closes. Nothing when there is none. */
export function decideDissolution(suggestion: SuggestionCase): Decision {
  const { taskForce } = suggestion;
  if (taskForce.state !== 'formed') return [];
  return [
    { type: 'task-force-dissolved', payload: { suggestionId: suggestion.id, taskForceId: taskForce.id } },
  ];
}
