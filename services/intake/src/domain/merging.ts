import type { LocalDate } from '@huiyin/kernel/local-date';
import { reject } from '@huiyin/kernel/rejection';
import { assigningCancelled } from './declining.ts';
import type { SuggestionEvent } from './events.ts';
import { likenessOf } from './likeness.ts';
import { wrongStatus, type IntakeRejection } from './rejections.ts';
import type { Registered, Suggestion } from './suggestion.ts';

/** One fact on each of the two streams. */
export interface MergeDecision {
  readonly child: readonly SuggestionEvent[];
  readonly parent: readonly SuggestionEvent[];
}

export interface Merge {
  readonly on: LocalDate;
  readonly reason: string;
  /** Whose duty both are. */
  readonly competence: string;
}

/**
 * T6 并案 (SD20, CQ13, ZJ18): suggestions for the same thing are handled as one; every deputy of both keeps an own
 * reply and evaluation. The record keeps what the texts have in common and whose duty both are. Only two registered suggestions that nobody has answered yet, and no chains: a child stands
 * under one parent, a parent stands under none.
 */
export function mergeSuggestion(
  child: Suggestion,
  parent: Suggestion,
  command: Merge,
): MergeDecision | IntakeRejection {
  if (child.suggestionId === parent.suggestionId) {
    return reject('invalid', 'merge-with-itself', '不能与自身并案', { field: 'parentId' });
  }
  if (child.status !== 'registered') return wrongStatus(child.status, '只有已登记的建议可以并案');
  if (parent.status !== 'registered') {
    return reject('wrong-state', 'merge-parent-not-registered', '主案须为已登记且未并入他案的建议', {
      field: 'parentId',
    });
  }
  const refused = refuseChild(child) ?? refuseParent(parent);
  if (refused !== undefined) return refused;
  if (command.reason === '')
    return reject('invalid', 'reason-missing', '请写明并案理由', { field: 'reason' });
  if (command.competence.trim() === '') {
    return reject('invalid', 'merge-competence-missing', '请写明两件同属哪个单位的职责', {
      field: 'competence',
    });
  }
  const likeness = likenessOf(child.text, parent.text);
  if (likeness.sharedPassages.length === 0) {
    return reject('wrong-state', 'merge-nothing-alike', '两件内容没有相同之处，不能并案', {
      field: 'parentId',
    });
  }
  const { leadDeputyId, cosignerIds } = child;
  const { reason, on, competence } = command;
  return {
    child: [
      {
        type: 'suggestion-merged',
        parentId: parent.suggestionId,
        mergedOn: on,
        ...{ leadDeputyId, cosignerIds, reason, competence, ...likeness },
        clocks: assigningCancelled(child, on),
      },
    ],
    parent: [
      {
        type: 'suggestion-absorbed',
        childId: child.suggestionId,
        childNumber: child.number,
        childLeadDeputyId: leadDeputyId,
        childCosignerIds: cosignerIds,
        reason,
      },
    ],
  };
}

function refuseChild(child: Registered): IntakeRejection | undefined {
  if (isReplied(child)) return reject('wrong-state', 'already-replied', '建议已答复，不能再并案');
  if (child.children.length > 0) {
    return reject('wrong-state', 'merge-has-children', '该建议已是其他建议的主案，请将它作为主案');
  }
  return refuseWithdrawing(child);
}

function refuseParent(parent: Registered): IntakeRejection | undefined {
  if (isReplied(parent)) {
    return reject('wrong-state', 'merge-parent-replied', '主案已答复，不能再并入', { field: 'parentId' });
  }
  return refuseWithdrawing(parent);
}

function refuseWithdrawing(suggestion: Registered): IntakeRejection | undefined {
  if (suggestion.withdrawal.phase !== 'requested') return undefined;
  return reject('wrong-state', 'withdrawal-pending', '建议正在撤回，待处理后再并案');
}

function isReplied(suggestion: Registered): boolean {
  return suggestion.handling.phase === 'replied' || suggestion.handling.phase === 'delivered';
}
