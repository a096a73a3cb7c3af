import type { LocalDate } from '@huiyin/kernel/local-date';
import { evaluationsOf, shareOf, type CaseFile } from './case-file.ts';
import {
  cancelClock,
  meetClock,
  startClock,
  type ClockFact,
  type ClockName,
  type RulesInForce,
} from './clock-fact.ts';
import { worstSatisfaction } from './closing.ts';
import type { Decision, EvaluationEvent } from './events.ts';
import { invalid, notYetKnown, refuseText, wrongState } from './rejections.ts';
import { isDissatisfied } from './satisfaction.ts';
import type { Share } from './share.ts';

/** The next round of a share: a new reply within the term of `rehandle_reply` (SD24), the deputy heard again. */
export function rehandlingOf(
  share: Share,
  order: {
    readonly today: LocalDate;
    readonly rules: RulesInForce;
    readonly reason: string;
    readonly automatic: boolean;
    readonly met: readonly ClockFact[];
  },
): EvaluationEvent {
  const { assignmentId, unitId } = share;
  const { today, rules, reason, automatic, met } = order;
  const round = share.course.round + 1;
  const clock = startClock(
    rules,
    { kind: 'rehandle_reply', subject: assignmentId, round },
    { startDate: today, startEvent: 'rehandling_order', owner: { owner: 'unit', unitId } },
  );
  return {
    ...{ type: 'rehandling-ordered', assignmentId, unitId, round, reason, automatic },
    orderedOn: today,
    rulePackVersion: rules.version,
    clocks: [...met, clock, cancelClock(replyClockOf(share), today)],
  };
}

/** A deputy who was still to get the last round's reply will get the next round's. */
function replyClockOf({ assignmentId, course: { round } }: Share): ClockName {
  return { kind: round === 1 ? 'reply' : 'rehandle_reply', subject: assignmentId, round };
}

export interface OrderRehandling {
  readonly assignmentId: string;
  readonly reason: string;
  readonly today: LocalDate;
  readonly rules: RulesInForce;
}

/** T22 where it is not automatic, and the way on after the 主任会议 referred the case. */
export function orderRehandling(file: CaseFile, command: OrderRehandling): Decision {
  const { assignmentId, today, rules } = command;
  const share = shareOf(file, assignmentId);
  if (share === undefined)
    return notYetKnown('assignment', file.caseId, '没有找到该承办任务，或交办信息尚未同步');
  const reason = { code: 'reason-missing', message: '请写明重新办理的重点', field: 'reason' } as const;
  const refused = refuseText(command.reason, reason);
  if (refused !== undefined) return refused;
  if (file.standing.phase === 'ended') return wrongState('case-ended', '该建议办理已结束');
  const { course } = share;
  const order = { today, rules, reason: command.reason.trim(), automatic: false };
  switch (course.phase) {
    case 'handling': {
      if (worstSatisfaction(file, { assignmentId, round: course.round }) !== 'dissatisfied') {
        return wrongState('rehandling-not-due', '代表评价为不满意后才能要求重新办理');
      }
      const met = [meetClock({ kind: 'rehandle_order', subject: assignmentId, round: course.round }, today)];
      return [rehandlingOf(share, { ...order, met })];
    }
    case 'joint-study':
      return wrongState('joint-study-first', '召开专题研究会后自动转入重新办理');
    case 'council':
      return wrongState('council-decides', '第三次不满意，由主任会议决定');
    case 'referred':
      return [rehandlingOf(share, { ...order, met: [] })];
    case 'explained':
      return wrongState('rehandling-not-due', '主任会议已决定解释后办结');
    case 'waived':
      return wrongState('rehandling-not-due', '代表工委已决定不再重新办理');
  }
}

export interface WaiveRehandling {
  readonly assignmentId: string;
  /** What the deputies are told. */
  readonly reason: string;
  readonly today: LocalDate;
}

/**
 * T22 where a profile leaves it to 代表工委 whether to re-handle (SH21: if needed; QD31: may). Where it is automatic, or
 * an escalation rules, no share waits for that decision.
 */
export function waiveRehandling(file: CaseFile, command: WaiveRehandling): Decision {
  const { assignmentId, today } = command;
  const share = shareOf(file, assignmentId);
  if (share === undefined)
    return notYetKnown('assignment', file.caseId, '没有找到该承办任务，或交办信息尚未同步');
  const reason = {
    code: 'reason-missing',
    message: '请写明不再重新办理的理由，将告知代表',
    field: 'reason',
  } as const;
  const refused = refuseText(command.reason, reason);
  if (refused !== undefined) return refused;
  if (file.standing.phase === 'ended') return wrongState('case-ended', '该建议办理已结束');
  const { unitId, course } = share;
  const { phase, round } = course;
  switch (phase) {
    case 'handling': {
      const deputyIds = dissatisfiedDeputies(file, { assignmentId, round });
      if (deputyIds.length === 0)
        return wrongState('rehandling-not-due', '没有待决定是否重新办理的不满意评价');
      const clocks = [meetClock({ kind: 'rehandle_order', subject: assignmentId, round }, today)];
      const why = command.reason.trim();
      return [{ type: 'rehandling-waived', assignmentId, unitId, round, deputyIds, reason: why, clocks }];
    }
    case 'joint-study':
      return wrongState('joint-study-first', '再次不满意，应当召开专题研究会');
    case 'council':
    case 'referred':
      return wrongState('council-decides', '第三次不满意，由主任会议决定');
    case 'explained':
    case 'waived':
      return wrongState('rehandling-not-due', '已决定不再重新办理');
  }
}

/** Who rated the reply of a round 不满意. */
function dissatisfiedDeputies(
  file: CaseFile,
  { assignmentId, round }: { readonly assignmentId: string; readonly round: number },
): readonly string[] {
  return evaluationsOf(file, assignmentId, round).flatMap((evaluation) =>
    evaluation.status === 'submitted' && isDissatisfied(evaluation.form) ? [evaluation.deputyId] : [],
  );
}

export interface DecideEscalation {
  readonly assignmentId: string;
  readonly decision: 'superior-body' | 'inquiry' | 'close-unsatisfied';
  readonly decisionNumber: string;
  readonly explanation: string;
}

/** decisions.md 9: the 主任会议 decides after the third 不满意; a referral may be followed by another decision. */
export function decideEscalation(file: CaseFile, command: DecideEscalation): Decision {
  const { assignmentId, decision } = command;
  const share = shareOf(file, assignmentId);
  if (share === undefined)
    return notYetKnown('assignment', file.caseId, '没有找到该承办任务，或交办信息尚未同步');
  const decisionNumber = command.decisionNumber.trim();
  if (decisionNumber === '')
    return invalid('decision-number-missing', '请填写主任会议决定文号', 'decisionNumber');
  const missing = {
    code: 'explanation-missing',
    message: '请写明决定内容和对代表的说明',
    field: 'explanation',
  } as const;
  const refused = refuseText(command.explanation, missing);
  if (refused !== undefined) return refused;
  const { course } = share;
  const pending = course.phase === 'council' || (course.phase === 'referred' && course.decision !== decision);
  if (!pending || file.standing.phase !== 'open') {
    return wrongState('escalation-not-pending', '该件没有待主任会议决定的事项');
  }
  const explanation = command.explanation.trim();
  return [
    { type: 'escalation-decided', assignmentId, round: course.round, decision, decisionNumber, explanation },
  ];
}
