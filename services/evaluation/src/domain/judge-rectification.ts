import { dueDate } from '@huiyin/calendar/due-date';
import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import { reject } from '@huiyin/kernel/rejection';
import type { LocalDate } from '@huiyin/kernel/local-date';
import { leadDeputyOf, type CaseFile } from './case-file.ts';
import { meetClock, startClock, type RulesInForce } from './clock-fact.ts';
import type { Decision } from './events.ts';
import type { Judge, Rectification, SubmittedRectification } from './rectification.ts';
import { rectificationUnknown, refuseText, wrongState, type EvaluationRejection } from './rejections.ts';

export interface SubmitRectification {
  readonly rectificationId: string;
  readonly report: string;
  readonly today: LocalDate;
  readonly rules: RulesInForce;
}

/** T26: the unit's head reports what was put right; now the deputy has the days of acceptance. */
export function submitRectification(file: CaseFile, command: SubmitRectification): Decision {
  const { rectificationId, today, rules } = command;
  const rectification = rectificationOf(file, rectificationId);
  if (rectification === undefined) return rectificationUnknown();
  if (rectification.status !== 'ordered')
    return wrongState('rectification-not-ordered', '整改报告已提交或已验收');
  const missing = { code: 'report-missing', message: '请填写整改情况', field: 'report' } as const;
  const refused = refuseText(command.report, missing);
  if (refused !== undefined) return refused;
  const { attempt: round } = rectification;
  const personId = leadDeputyOf(file, file.caseId) ?? '';
  const acceptance = { kind: 'rectification_acceptance', subject: rectificationId, round } as const;
  return [
    {
      ...{ type: 'rectification-submitted', rectificationId, report: command.report.trim(), attempt: round },
      submittedOn: today,
      clocks: [
        meetClock({ kind: 'rectification', subject: rectificationId, round }, today),
        startClock(rules, acceptance, {
          ...{ startDate: today, startEvent: 'rectification_report' },
          owner: { owner: 'deputy', personId },
        }),
      ],
    },
  ];
}

export interface JudgeRectification {
  readonly rectificationId: string;
  readonly by: Judge;
  readonly today: LocalDate;
  readonly rules: RulesInForce;
  readonly calendar: WorkCalendar;
}

/** decisions.md 10: accepted by the lead deputy, after the days of silence by 代表工委. */
export function acceptRectification(file: CaseFile, command: JudgeRectification): Decision {
  const rectification = judgeable(file, command);
  if ('rejected' in rectification) return rectification;
  const { rectificationId, attempt: round } = rectification;
  const clocks = [
    meetClock({ kind: 'rectification_acceptance', subject: rectificationId, round }, command.today),
  ];
  const { by: acceptedBy, today: acceptedOn } = command;
  return [{ type: 'rectification-accepted', rectificationId, acceptedBy, acceptedOn, clocks }];
}

export interface RejectRectification extends JudgeRectification {
  readonly explanation: string;
}

/** Not good enough: the next attempt begins, with its own days. It comes back until met (M18). */
export function rejectRectification(file: CaseFile, command: RejectRectification): Decision {
  const rectification = judgeable(file, command);
  if ('rejected' in rectification) return rectification;
  const missing = {
    code: 'explanation-missing',
    message: '请写明不通过的理由',
    field: 'explanation',
  } as const;
  const refused = refuseText(command.explanation, missing);
  if (refused !== undefined) return refused;
  const { rectificationId, replyId, assignmentId, unitId, gaps, attempt } = rectification;
  const { today, rules, by: rejectedBy } = command;
  const acceptance = { kind: 'rectification_acceptance', subject: rectificationId, round: attempt } as const;
  const next = { kind: 'rectification', subject: rectificationId, round: attempt + 1 } as const;
  return [
    {
      ...{ type: 'rectification-rejected', rectificationId, attempt, rejectedBy },
      explanation: command.explanation.trim(),
      clocks: [meetClock(acceptance, today)],
    },
    {
      ...{ type: 'rectification-ordered', rectificationId, replyId, assignmentId, unitId, gaps },
      attempt: attempt + 1,
      orderedOn: today,
      clocks: [
        startClock(rules, next, {
          ...{ startDate: today, startEvent: 'rectification_rejection' },
          owner: { owner: 'unit', unitId },
        }),
      ],
    },
  ];
}

function judgeable(
  file: CaseFile,
  command: JudgeRectification,
): SubmittedRectification | EvaluationRejection {
  const rectification = rectificationOf(file, command.rectificationId);
  if (rectification === undefined) return rectificationUnknown();
  if (rectification.status !== 'submitted')
    return wrongState('rectification-not-submitted', '没有待验收的整改报告');
  if (command.by === 'lead-deputy') return rectification;
  const { rules, calendar, today } = command;
  const { due } = dueDate({
    start: rectification.submittedOn,
    term: rules.pack.rules.rectification_acceptance,
    calendar,
    rollOver: rules.pack.params.roll_over,
  });
  if (today > due) return rectification;
  return reject('wrong-state', 'deputy-still-judges', `${due}前由领衔代表验收，逾期未验收的由代表工委验收`, {
    detail: { due },
  });
}

function rectificationOf(file: CaseFile, rectificationId: string): Rectification | undefined {
  return file.rectifications.find((candidate) => candidate.rectificationId === rectificationId);
}
