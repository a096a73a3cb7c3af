import type { LocalDate } from '@huiyin/kernel/local-date';
import type { CaseFile } from './case-file.ts';
import { cancelClock, meetClock, startClock, type ClockName, type RulesInForce } from './clock-fact.ts';
import type { Decision } from './events.ts';
import type { OpenPromise } from './promise-item.ts';
import { promiseUnknown, refuseText, wrongState, type EvaluationRejection } from './rejections.ts';

export interface ReportProgress {
  readonly promiseId: string;
  readonly progress: string;
  readonly today: LocalDate;
  readonly rules: RulesInForce;
}

/** The unit tells how far a promise is; the next report is due a quarter later. */
export function reportProgress(file: CaseFile, command: ReportProgress): Decision {
  const { promiseId, today, rules } = command;
  const promise = openPromise(file, promiseId);
  if ('rejected' in promise) return promise;
  const missing = { code: 'progress-missing', message: '请填写进展情况', field: 'progress' } as const;
  const refused = refuseText(command.progress, missing);
  if (refused !== undefined) return refused;
  const running = progressClock(promise);
  const next = { kind: 'promise_progress', subject: promiseId, round: running.round + 1 } as const;
  return [
    {
      ...{ type: 'promise-progressed', promiseId, progress: command.progress.trim() },
      progressedOn: today,
      clocks: [
        meetClock(running, today),
        startClock(rules, next, {
          ...{ startDate: today, startEvent: 'last_report' },
          owner: { owner: 'unit', unitId: promise.unitId },
        }),
      ],
    },
  ];
}

export interface KeepPromise {
  readonly promiseId: string;
  /** What was seen. */
  readonly finding: string;
  readonly today: LocalDate;
}

/** 已兑现, in the judgement of the deputy or 代表工委, never of the unit. */
export function keepPromise(file: CaseFile, command: KeepPromise): Decision {
  const { promiseId, today } = command;
  const promise = openPromise(file, promiseId);
  if ('rejected' in promise) return promise;
  const missing = { code: 'finding-missing', message: '请写明核实情况', field: 'finding' } as const;
  const refused = refuseText(command.finding, missing);
  if (refused !== undefined) return refused;
  const clocks = [meetClock(promiseClock(promise), today), cancelClock(progressClock(promise), today)];
  const { assignmentId } = promise;
  return [
    {
      ...{ type: 'promise-kept', promiseId, assignmentId, keptOn: today },
      ...{ finding: command.finding.trim(), clocks },
    },
  ];
}

export interface BreakPromise {
  readonly promiseId: string;
  readonly explanation: string;
  readonly today: LocalDate;
}

/** 未兑现 and explained to the deputy; without the explanation the case would stay open. */
export function breakPromise(file: CaseFile, command: BreakPromise): Decision {
  const { promiseId, today } = command;
  const promise = openPromise(file, promiseId);
  if ('rejected' in promise) return promise;
  const missing = {
    code: 'explanation-missing',
    message: '请写明未兑现的原因和对代表的说明',
    field: 'explanation',
  } as const;
  const refused = refuseText(command.explanation, missing);
  if (refused !== undefined) return refused;
  const clocks = [cancelClock(promiseClock(promise), today), cancelClock(progressClock(promise), today)];
  const { assignmentId } = promise;
  return [
    {
      ...{ type: 'promise-broken', promiseId, assignmentId, brokenOn: today },
      ...{ explanation: command.explanation.trim(), clocks },
    },
  ];
}

function openPromise(file: CaseFile, promiseId: string): OpenPromise | EvaluationRejection {
  const promise = file.promises.find((candidate) => candidate.promiseId === promiseId);
  if (promise === undefined) return promiseUnknown();
  return promise.status === 'open' ? promise : wrongState('promise-ended', '该承诺事项已作出结论');
}

function promiseClock({ promiseId: subject }: OpenPromise): ClockName {
  return { kind: 'promise', subject, round: 1 };
}

/** Reports are numbered: the running clock waits for the next one. */
function progressClock({ promiseId: subject, reports }: OpenPromise) {
  return { kind: 'promise_progress', subject, round: reports.length + 1 } as const;
}
