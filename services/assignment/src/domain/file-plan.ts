import { meetClock, type Circumstances, type ClockFact } from './clock-fact.ts';
import type { Decision, PlanFiled } from './events.ts';
import { keyPlanSubject } from './evolve-shares.ts';
import { missingOfFiveOnes, type Plan } from './five-ones.ts';
import { windowCancelled } from './receipt.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { dualConfirmationMissing, replyingShareInHand } from './share-guards.ts';
import type { Share } from './share.ts';
import type { SuggestionCase } from './suggestion-case.ts';

export interface FilePlan {
  readonly assignmentId: string;
  readonly plan: Plan;
}

/** 办理方案 (T13): after both sides confirmed; for key ones complete by 五个一. Filing it is taking the share on. */
export function decidePlan(
  suggestion: SuggestionCase,
  command: FilePlan,
  under: Circumstances,
): Decision | AssignmentRejection {
  const share = replyingShareInHand(suggestion, command.assignmentId);
  if ('rejected' in share) return share;
  if (!share.dualConfirmation.done) return dualConfirmationMissing(suggestion);
  if (share.plan.state === 'filed') {
    return refuse('wrong-state', 'plan-already-filed', '办理方案已报送，如需改变请修订并写明理由');
  }
  const gap = planGap(suggestion, command.plan, under);
  return gap ?? [planFiled(suggestion, share, { plan: command.plan, under })];
}

/** A new version with its reason: change of leader, solution or deadline (domain §2.6). */
export function decidePlanAmendment(
  suggestion: SuggestionCase,
  command: FilePlan & { readonly reason: string },
  under: Circumstances,
): Decision | AssignmentRejection {
  const share = replyingShareInHand(suggestion, command.assignmentId);
  if ('rejected' in share) return share;
  if (share.plan.state === 'closed' || share.plan.state === 'requested') {
    return refuse('wrong-state', 'plan-not-filed', '尚未报送办理方案');
  }
  if (command.reason.trim() === '') {
    return refuse('invalid', 'amendment-reason-missing', '请写明修订理由', { field: 'reason' });
  }
  const gap = planGap(suggestion, command.plan, under);
  return gap ?? [{ ...planFiled(suggestion, share, { plan: command.plan, under }), reason: command.reason }];
}

function planGap(
  suggestion: SuggestionCase,
  plan: Plan,
  under: Circumstances,
): AssignmentRejection | undefined {
  const missing = missingOfFiveOnes(plan);
  if (suggestion.keyMark.marked && missing.length > 0) {
    return refuse(
      'wrong-state',
      'five-ones-incomplete',
      '重点建议须齐备“五个一”：牵头领导（正职或政府领导）、方案和时限',
      {
        detail: { missing: missing.join(',') },
      },
    );
  }
  if (plan.solution.trim() === '' || plan.deadline === '') {
    const field = plan.solution.trim() === '' ? 'plan.solution' : 'plan.deadline';
    return refuse('invalid', 'plan-incomplete', '办理方案须写明措施和完成时限', { field });
  }
  return plan.deadline < under.today
    ? refuse('invalid', 'plan-deadline-past', '完成时限不能早于今天', { field: 'plan.deadline' })
    : undefined;
}

function planFiled(
  suggestion: SuggestionCase,
  share: Share,
  of: { readonly plan: Plan; readonly under: Circumstances },
): PlanFiled {
  const { plan, under } = of;
  const before = 'version' in share.plan ? share.plan.version : 0;
  return {
    type: 'plan-filed',
    payload: {
      suggestionId: suggestion.id,
      assignmentId: share.id,
      unitId: share.unitId,
      planVersion: before + 1,
      ...plan,
      fiveOnesComplete: missingOfFiveOnes(plan).length === 0,
      filedOn: under.today,
      clocks: [...planMet(share, under), ...windowCancelled(share, under)],
    },
  };
}

function planMet(share: Share, under: Circumstances): readonly ClockFact[] {
  switch (share.plan.state) {
    case 'requested':
      return [meetClock({ kind: 'plan', subject: share.id, round: 1 }, under.today)];
    case 'reopened':
      return [meetClock({ kind: 'plan', subject: keyPlanSubject(share.id), round: 1 }, under.today)];
    case 'closed':
    case 'filed':
      return [];
  }
}
