import type { LocalDate } from '@huiyin/kernel/local-date';

import type { AssignmentEvent } from './events.ts';
import type { SuggestionCase, TaskForce, TaskForceMeeting, WorkPackage } from './suggestion-case.ts';

/** 专班 after one event: its members are the handlers, whoever they are by now. */
export function taskForceAfter({ taskForce }: SuggestionCase, event: AssignmentEvent): TaskForce {
  if (event.type === 'task-force-formed') return formedBy(event.payload);
  if (taskForce.state === 'none') return taskForce;
  const { workPackages = [] } = taskForce;
  switch (event.type) {
    case 'assignment-made':
      return taskForce.state === 'formed' && event.payload.role !== 'reference'
        ? { ...taskForce, unitIds: [...new Set([...taskForce.unitIds, event.payload.unitId])] }
        : taskForce;
    case 'assignment-succeeded':
      return passed(taskForce, event.payload, (held) => held);
    case 'assignment-reassigned':
      return passed(taskForce, event.payload, (held) => ({ ...held, version: held.version + 1 }));
    case 'work-package-added': {
      const added = { ...event.payload.workPackage, version: 1 };
      return { ...taskForce, workPackages: [...workPackages, added] };
    }
    case 'work-package-amended': {
      const { workPackage } = event.payload;
      const amended = (held: WorkPackage) => ({ ...workPackage, version: held.version + 1 });
      return withPackage(taskForce, workPackage.packageId, amended);
    }
    case 'work-package-completed': {
      const { packageId, completedOn: on, completedBy: by, summary } = event.payload;
      return withPackage(taskForce, packageId, (held) => ({ ...held, done: { on, by, summary } }));
    }
    case 'task-force-met': {
      const { meetingId: id, heldOn: on } = event.payload;
      const meetings = meetingsWith(taskForce, { id, on });
      return { ...taskForce, meetings, lastMetOn: latestDay(meetings) };
    }
    case 'task-force-dissolved':
      return { ...taskForce, state: 'dissolved' };
    default:
      return taskForce;
  }
}

type Existing = Exclude<TaskForce, { state: 'none' }>;

/** The meetings once one was told of; told again, its day is the one that the corrected record gives. */
export function meetingsWith(
  { meetings = [] }: Existing,
  held: TaskForceMeeting,
): readonly [TaskForceMeeting, ...TaskForceMeeting[]] {
  return [held, ...meetings.filter(({ id }) => id !== held.id)];
}

export function latestDay([first, ...others]: readonly [TaskForceMeeting, ...TaskForceMeeting[]]): LocalDate {
  return others.reduce((last, { on }) => (on > last ? on : last), first.on);
}

function formedBy(fact: Extract<AssignmentEvent, { type: 'task-force-formed' }>['payload']): TaskForce {
  const { taskForceId: id, convenerId, leaderName, leaderRank, unitIds, formedOn } = fact;
  const workPackages = fact.workPackages.map((one) => ({ ...one, version: 1 }));
  const known = { id, convenerId, leaderName, leaderRank, unitIds, formedOn };
  return { state: 'formed', ...known, workPackages, lastMetOn: '' };
}

function withPackage(
  taskForce: Existing,
  packageId: string,
  change: (held: WorkPackage) => WorkPackage,
): TaskForce {
  const { workPackages = [] } = taskForce;
  const changed = workPackages.map((held) => (held.packageId === packageId ? change(held) : held));
  return { ...taskForce, workPackages: changed };
}

/** The unit that takes over takes its predecessor's place, and what it had not finished. */
function passed(
  taskForce: Existing,
  { fromUnitId, unitId }: { readonly fromUnitId: string; readonly unitId: string },
  timed: (held: WorkPackage) => WorkPackage,
): TaskForce {
  const unitIds = taskForce.unitIds.map((id) => (id === fromUnitId ? unitId : id));
  const workPackages = (taskForce.workPackages ?? []).map((held) =>
    held.done === undefined && held.unitId === fromUnitId ? timed({ ...held, unitId }) : held,
  );
  return { ...taskForce, unitIds: [...new Set(unitIds)], workPackages };
}
