import type { LocalDate } from '@huiyin/kernel/local-date';

import { startClock, type Circumstances, type ClockFact } from './clock-fact.ts';
import { keyPlanSubject } from './evolve-shares.ts';
import type { Decision } from './events.ts';
import type { KeyCriterion, KeyGrounds, KeyProposer } from './key-grounds.ts';
import { selectionClocks } from './key-selection.ts';
import { onSiteChanges } from './on-site-requirement.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { overRefusal } from './share-guards.ts';
import { owesReply } from './share.ts';
import { activeShares, type SuggestionCase } from './suggestion-case.ts';

export interface MarkKey {
  /** Of the minutes of the 主任会议. */
  readonly decisionNumber: string;
  readonly decidedOn: LocalDate;
  readonly criteria: readonly KeyCriterion[];
  readonly proposedBy: KeyProposer;
  readonly supervisor: { readonly personId: string; readonly isOfCouncil: boolean };
  readonly body: { readonly unitId: string; readonly isCommittee: boolean };
}

/**
 * 重点 by a recorded decision of the 主任会议 (代表法52, T30): which criteria it meets, who proposed it, and who supervises
 * it. After handling began it reopens the plan gate with a
 * clock of its own until 五个一 is complete; nothing done is undone (decisions 6).
 */
export function decideKeyMark(
  suggestion: SuggestionCase,
  command: MarkKey,
  under: Circumstances,
): Decision | AssignmentRejection {
  const over = overRefusal(suggestion);
  if (over !== undefined) return over;
  if (suggestion.keyMark.marked) return refuse('wrong-state', 'already-key', '该建议已是重点督办建议');
  if (command.decisionNumber.trim() === '') {
    return refuse('invalid', 'key-decision-missing', '请填写主任会议决定文号', { field: 'decisionNumber' });
  }
  if (command.decidedOn > under.today) {
    return refuse('invalid', 'day-in-future', '决定日期不能晚于今天', { field: 'decidedOn' });
  }
  if (command.decidedOn < suggestion.registeredOn) {
    return refuse(
      'invalid',
      'key-decision-before-registration',
      `决定日期不能早于建议登记日（${suggestion.registeredOn}）`,
      { field: 'decidedOn' },
    );
  }
  const groundless = groundsRefusal(command);
  if (groundless !== undefined) return groundless;
  const { classification } = suggestion;
  const handlingType = classification.state === 'classified' ? classification.handlingType : 'general';
  const clocks = [
    ...selectionClocks(suggestion, under),
    ...onSiteChanges(suggestion, { handlingType, isKey: true, because: 'key_mark' }, under),
    ...reopenedPlanClocks(suggestion, under),
  ];
  const { decisionNumber, decidedOn, proposedBy, supervisor, body } = command;
  const grounds: KeyGrounds = {
    criteria: [...new Set(command.criteria)],
    proposedBy,
    supervisorId: supervisor.personId,
    supervisingUnitId: body.unitId,
  };
  return [
    {
      type: 'suggestion-marked-key',
      payload: {
        ...{ suggestionId: suggestion.id, decisionNumber, decidedOn, ...grounds, clocks },
        unitIds: activeShares(suggestion)
          .filter(owesReply)
          .map(({ unitId }) => unitId),
      },
    },
  ];
}

function groundsRefusal({ criteria, supervisor, body }: MarkKey): AssignmentRejection | undefined {
  if (criteria.length === 0) {
    return refuse('invalid', 'key-criteria-missing', '请写明符合哪几项重点建议条件', { field: 'criteria' });
  }
  if (!supervisor.isOfCouncil) {
    return refuse('invalid', 'key-supervisor-not-of-council', '领衔督办的须是主任会议组成人员', {
      field: 'supervisorId',
    });
  }
  return body.isCommittee
    ? undefined
    : refuse('invalid', 'key-body-not-committee', '督办机构须是在用的专门委员会或工作机构', {
        field: 'supervisingUnitId',
      });
}

/** Plans not filed yet run on their first clock; those filed before the mark get a new one. */
function reopenedPlanClocks(suggestion: SuggestionCase, under: Circumstances): readonly ClockFact[] {
  return suggestion.shares
    .filter((share) => share.status.name === 'in-handling' && share.plan.state === 'filed')
    .map((share) =>
      startClock(
        { kind: 'plan', subject: keyPlanSubject(share.id), round: 1 },
        { owner: 'unit', unitId: share.unitId },
        { startDate: under.today, startEvent: 'key_mark', under },
      ),
    );
}
