import type { LocalDate } from '@huiyin/kernel/local-date';

import {
  lastDay,
  meetClock,
  startClockFor,
  type Circumstances,
  type ClockFact,
  type ClockFrom,
  type OpenClock,
} from './clock-fact.ts';
import type { Decision } from './events.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { overRefusal } from './share-guards.ts';
import {
  activeShares,
  type NewWorkPackage,
  type SuggestionCase,
  type TaskForceLeaderRank,
} from './suggestion-case.ts';
import { latestDay, meetingsWith } from './task-force-after.ts';
import { foreignPackage, packageClock, packageIncomplete } from './work-package.ts';

/** A task force meets at least monthly (domain §2.7). */
const MEETING_TERM = { n: 1, unit: 'month' } as const;

export interface FormTaskForce {
  readonly taskForceId: string;
  readonly convener: { readonly personId: string; readonly mayConvene: boolean };
  readonly leaderName: string;
  readonly leaderRank: TaskForceLeaderRank;
  readonly workPackages: readonly NewWorkPackage[];
}

/** 专班 (domain §2.7): for complex and key items, convened by the standing committee; its members are all handlers. */
export function decideTaskForce(
  suggestion: SuggestionCase,
  command: FormTaskForce,
  under: Circumstances,
): Decision | AssignmentRejection {
  const refusal = formingRefusal(suggestion);
  if (refusal !== undefined) return refusal;
  const { taskForceId, convener, leaderName, leaderRank, workPackages } = command;
  if (!convener.mayConvene) {
    return refuse(
      'invalid',
      'task-force-convener-unknown',
      '专班召集人须是常委会领导，或代表工作部门、专门委员会的人员',
      { field: 'convenerId' },
    );
  }
  if (leaderName.trim() === '') {
    return refuse('invalid', 'task-force-leader-missing', '请写明专班组长', { field: 'leaderName' });
  }
  const unitIds = handlingUnits(suggestion);
  const wrong =
    foreignPackage(unitIds, workPackages) ??
    workPackages.map((one) => packageIncomplete(one, under.today)).find((found) => found !== undefined);
  if (wrong !== undefined) return wrong;
  const clocks = [
    meetingClock(taskForceId, { round: 1, startDate: under.today, startEvent: 'task_force', under }),
    ...workPackages.map((one) => packageClock({ ...one, version: 1 }, 'work_package', under)),
  ];
  const ids = { suggestionId: suggestion.id, taskForceId, convenerId: convener.personId };
  const formed = { ...ids, leaderName, leaderRank, unitIds, workPackages, formedOn: under.today, clocks };
  return [{ type: 'task-force-formed', payload: formed }];
}

function formingRefusal(suggestion: SuggestionCase): AssignmentRejection | undefined {
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
  return suggestion.taskForce.state === 'formed'
    ? refuse('wrong-state', 'task-force-exists', '专班已成立')
    : undefined;
}

/** All handlers are members. */
function handlingUnits(suggestion: SuggestionCase): readonly string[] {
  return activeShares(suggestion)
    .filter((share) => share.role !== 'reference')
    .map((share) => share.unitId);
}

/**
 * Meeting's fact: the task force met. The next meeting counts from that day; one held later and told sooner stays. Told
 * again with another day, the record was corrected: the next meeting counts from the latest day that now stands.
 */
export function decideTaskForceMet(
  suggestion: SuggestionCase,
  held: { readonly meetingId: string; readonly on: LocalDate },
  under: Circumstances,
): Decision {
  const { taskForce } = suggestion;
  if (taskForce.state !== 'formed') return [];
  const open = openMeetingClock(suggestion);
  const startEvent = 'task_force_meeting';
  const { meetingId, on: heldOn } = held;
  const payload = { suggestionId: suggestion.id, taskForceId: taskForce.id, meetingId, heldOn };
  const told = taskForce.meetings?.find((one) => one.id === meetingId);
  if (open !== undefined && told !== undefined) {
    if (told.on === heldOn) return [];
    const startDate = latestDay(meetingsWith(taskForce, { id: meetingId, on: heldOn }));
    const { round } = open;
    const clocks =
      startDate === open.startDate
        ? []
        : [meetingClock(taskForce.id, { round, startDate, startEvent, under })];
    return [{ type: 'task-force-met', payload: { ...payload, clocks } }];
  }
  if (open !== undefined && heldOn < open.startDate) return [];
  const ended = open === undefined ? [] : [meetClock(open, heldOn)];
  const round = (open?.round ?? 0) + 1;
  const next = meetingClock(taskForce.id, { round, startDate: heldOn, startEvent, under });
  return [{ type: 'task-force-met', payload: { ...payload, clocks: [...ended, next] } }];
}

/** Last day for the next monthly meeting; undefined when none is due. */
export function nextMeetingDueOn(suggestion: SuggestionCase, under: Circumstances): LocalDate | undefined {
  const open = openMeetingClock(suggestion);
  return open && lastDay(open.startDate, open.term, under);
}

function openMeetingClock({ taskForce, openClocks }: SuggestionCase): OpenClock | undefined {
  if (taskForce.state !== 'formed') return undefined;
  return openClocks.find(({ kind, subject }) => kind === 'task_force_meeting' && subject === taskForce.id);
}

function meetingClock(
  subject: string,
  from: ClockFrom & { readonly round: number; readonly under: Circumstances },
): ClockFact {
  const name = { kind: 'task_force_meeting', subject, round: from.round } as const;
  return startClockFor(name, { owner: 'desk' }, { ...from, term: MEETING_TERM });
}

/** Dissolved when the case closes. Nothing when there is none. */
export function decideDissolution(suggestion: SuggestionCase): Decision {
  const { taskForce } = suggestion;
  if (taskForce.state !== 'formed') return [];
  return [
    { type: 'task-force-dissolved', payload: { suggestionId: suggestion.id, taskForceId: taskForce.id } },
  ];
}
