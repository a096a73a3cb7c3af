import { MAX_TERM } from '@huiyin/calendar/term';
import { addDays, dayNumber, type LocalDate } from '@huiyin/kernel/local-date';

import { cancelClock, meetClock, startClockFor, type Circumstances, type ClockFact } from './clock-fact.ts';
import type { Decision } from './events.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { overRefusal } from './share-guards.ts';
import {
  activeShares,
  type NewWorkPackage,
  type SuggestionCase,
  type WorkPackage,
} from './suggestion-case.ts';

/** A task force has no more work packages than these. */
const MOST_PACKAGES = 50;

/** One more package for a task force that exists. */
export function decidePackageAdded(
  suggestion: SuggestionCase,
  workPackage: NewWorkPackage,
  under: Circumstances,
): Decision | AssignmentRejection {
  const force = formed(suggestion);
  if ('rejected' in force) return force;
  const refusal = foreignPackage(force.unitIds, [workPackage]) ?? packageIncomplete(workPackage, under.today);
  if (refusal !== undefined) return refusal;
  if (force.workPackages.length >= MOST_PACKAGES) {
    return refuse('wrong-state', 'work-packages-limit', `一个专班最多${MOST_PACKAGES}个工作包`);
  }
  const ids = { suggestionId: suggestion.id, taskForceId: force.id };
  const clocks = [packageClock({ ...workPackage, version: 1 }, 'work_package', under)];
  return [{ type: 'work-package-added', payload: { ...ids, workPackage, addedOn: under.today, clocks } }];
}

/** Another unit, task or day, with the reason; a package that is done stays as it is. */
export function decidePackageAmended(
  suggestion: SuggestionCase,
  command: { readonly workPackage: NewWorkPackage; readonly reason: string },
  under: Circumstances,
): Decision | AssignmentRejection {
  const { workPackage, reason } = command;
  const found = openPackage(suggestion, workPackage.packageId);
  if ('rejected' in found) return found;
  const refusal = foreignPackage(found.unitIds, [workPackage]) ?? packageIncomplete(workPackage, under.today);
  if (refusal !== undefined) return refusal;
  if (reason.trim() === '') {
    return refuse('invalid', 'amendment-reason-missing', '请写明调整理由', { field: 'reason' });
  }
  const before = found.open;
  const clocks = [
    cancelClock(clockName(before), under.today),
    packageClock({ ...workPackage, version: before.version + 1 }, 'work_package_amendment', under),
  ];
  const ids = { suggestionId: suggestion.id, taskForceId: found.taskForceId };
  const payload = { ...ids, workPackage, amendedOn: under.today, clocks };
  return [{ type: 'work-package-amended', payload, reason }];
}

/** The unit that holds it says what was done. */
export function decidePackageCompleted(
  suggestion: SuggestionCase,
  command: { readonly packageId: string; readonly summary: string; readonly completedBy: string },
  under: Circumstances,
): Decision | AssignmentRejection {
  const { packageId, summary, completedBy } = command;
  const found = openPackage(suggestion, packageId);
  if ('rejected' in found) return found;
  // Handed back, the package waits for the unit that takes the share over.
  if (!activeShares(suggestion).some(({ unitId }) => unitId === found.open.unitId)) {
    return refuse('wrong-state', 'not-a-handling-share', '该单位已退办，工作包随改办转交新的承办单位');
  }
  if (summary.trim() === '') {
    return refuse('invalid', 'work-package-summary-missing', '请写明完成情况', { field: 'summary' });
  }
  const ids = { suggestionId: suggestion.id, taskForceId: found.taskForceId, packageId };
  const done = { unitId: found.open.unitId, summary, completedOn: under.today, completedBy };
  const clocks = [meetClock(clockName(found.open), under.today)];
  return [{ type: 'work-package-completed', payload: { ...ids, ...done, clocks } }];
}

/**
 * 改办: open packages go on with the unit that takes the share over, timed anew for it; one that is overdue already is
 * due the day it is taken over.
 */
export function packagesPassed(
  suggestion: SuggestionCase,
  to: { readonly fromUnitId: string; readonly unitId: string },
  under: Circumstances,
): readonly ClockFact[] {
  const { taskForce } = suggestion;
  if (taskForce.state !== 'formed') return [];
  return (taskForce.workPackages ?? [])
    .filter((one) => one.done === undefined && one.unitId === to.fromUnitId)
    .flatMap((one) => [
      cancelClock(clockName(one), under.today),
      packageClock(
        { ...one, unitId: to.unitId, version: one.version + 1, dueOn: dayToTime(one.dueOn, under.today) },
        'reassignment',
        under,
      ),
    ]);
}

/** The share of the unit that holds a package; '' when there is no such package. */
export function shareOfPackage(suggestion: SuggestionCase, packageId: string): string {
  const { taskForce } = suggestion;
  if (taskForce.state === 'none') return '';
  const held = taskForce.workPackages?.find((one) => one.packageId === packageId);
  return suggestion.shares.findLast(({ unitId }) => unitId === held?.unitId)?.id ?? '';
}

export function foreignPackage(
  unitIds: readonly string[],
  packages: readonly NewWorkPackage[],
): AssignmentRejection | undefined {
  const foreign = packages.find(({ unitId }) => !unitIds.includes(unitId));
  if (foreign === undefined) return undefined;
  return refuse('invalid', 'task-force-foreign-unit', '工作任务只能交给承办单位', {
    field: 'workPackages',
    detail: { unitId: foreign.unitId },
  });
}

export function packageIncomplete(
  { task, dueOn }: NewWorkPackage,
  today: LocalDate,
): AssignmentRejection | undefined {
  if (task.trim() === '') {
    return refuse('invalid', 'work-package-task-missing', '请写明工作包的任务', { field: 'workPackages' });
  }
  if (dueOn < today) {
    return refuse('invalid', 'work-package-due-past', '工作包的完成日期不能早于今天', {
      field: 'workPackages',
    });
  }
  const last = lastDayToTime(today);
  return dueOn > last
    ? refuse('invalid', 'work-package-due-far', `工作包的完成日期最晚为${last}，请核对年份`, {
        field: 'workPackages',
        detail: { latest: last },
      })
    : undefined;
}

/** No clock runs longer. */
function lastDayToTime(today: LocalDate): LocalDate {
  return addDays(today, MAX_TERM);
}

/** The nearest day to which a clock can run: packages kept before days had an upper bound may name one too far. */
function dayToTime(dueOn: LocalDate, today: LocalDate): LocalDate {
  if (dueOn < today) return today;
  const last = lastDayToTime(today);
  return dueOn > last ? last : dueOn;
}

/** Runs to the day agreed. */
export function packageClock(
  held: NewWorkPackage & { readonly version: number },
  startEvent: 'work_package' | 'work_package_amendment' | 'reassignment',
  under: Circumstances,
): ClockFact {
  const term = { n: dayNumber(held.dueOn) - dayNumber(under.today), unit: 'day' } as const;
  const owner = { owner: 'unit', unitId: held.unitId } as const;
  return startClockFor(clockName(held), owner, { startDate: under.today, startEvent, under, term });
}

/** Each version of a package is timed by a clock of its own. */
function clockName({ packageId, version }: Pick<WorkPackage, 'packageId' | 'version'>) {
  return { kind: 'work_package', subject: packageId, round: version } as const;
}

type Formed = { readonly id: string; readonly unitIds: readonly string[] } & {
  readonly workPackages: readonly WorkPackage[];
};

function formed(suggestion: SuggestionCase): Formed | AssignmentRejection {
  const over = overRefusal(suggestion);
  if (over !== undefined) return over;
  const { taskForce } = suggestion;
  if (taskForce.state !== 'formed') return refuse('wrong-state', 'task-force-missing', '还没有成立专班');
  const { id, unitIds, workPackages = [] } = taskForce;
  return { id, unitIds, workPackages };
}

function openPackage(
  suggestion: SuggestionCase,
  packageId: string,
):
  | { readonly taskForceId: string; readonly unitIds: readonly string[]; readonly open: WorkPackage }
  | AssignmentRejection {
  const force = formed(suggestion);
  if ('rejected' in force) return force;
  const open = force.workPackages.find((one) => one.packageId === packageId);
  if (open === undefined) return refuse('not-found', 'work-package-unknown', '没有找到该工作包');
  if (open.done !== undefined) return refuse('wrong-state', 'work-package-done', '该工作包已完成');
  return { taskForceId: force.id, unitIds: force.unitIds, open };
}
