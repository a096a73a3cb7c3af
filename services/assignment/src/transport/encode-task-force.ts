import { TaskForceFormed } from '@huiyin/contracts/gen/assignment/v1/events';
import type { TaskForceProgress } from '@huiyin/contracts/gen/assignment/v1/service';
import type { SuggestionCase, WorkPackage } from '../domain/suggestion-case.ts';

/** How 专班 was formed, with its members of now. */
export function taskForceTo({ id, taskForce }: SuggestionCase): TaskForceFormed | undefined {
  if (taskForce.state === 'none') return undefined;
  const { id: taskForceId, convenerId, leaderName = '', leaderRank = '', formedOn = '' } = taskForce;
  const unitIds = [...taskForce.unitIds];
  return TaskForceFormed.fromPartial({
    ...{ suggestionId: id, taskForceId, convenerId, leaderName, leaderRank, unitIds, formedOn },
  });
}

/** What became of it and of its work packages. */
export function taskForceProgressTo(
  { taskForce }: SuggestionCase,
  nextMeetingDueOn: string,
): TaskForceProgress | undefined {
  if (taskForce.state === 'none') return undefined;
  const { state: status, workPackages = [], lastMetOn = '' } = taskForce;
  return { status, workPackages: workPackages.map(packageTo), lastMetOn, nextMeetingDueOn };
}

function packageTo({ done, version: _version, ...held }: WorkPackage) {
  const { on: completedOn = '', by: completedBy = '', summary = '' } = done ?? {};
  return { ...held, completedOn, completedBy, summary };
}
