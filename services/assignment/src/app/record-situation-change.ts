import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideSituationChange, type RecordSituationChange } from '../domain/situation-change.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** 情况变化, recorded by the unit or by 代表工委: a supplementary reply is owed. Answers the id of the change. */
export function recordSituationChange(ports: AssignmentPorts) {
  return (request: Omit<RecordSituationChange, 'changeId'>, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.record-situation-change',
      share: () => request.assignmentId,
      decide: (suggestion, under) => {
        const changeId = newId();
        const events = decideSituationChange(suggestion, { ...request, changeId }, under);
        return isRejection(events) ? events : { id: changeId, events };
      },
    });
}
