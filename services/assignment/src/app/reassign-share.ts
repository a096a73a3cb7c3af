import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideReassignment } from '../domain/reassign-share.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';
import { unitToAssign } from './unit-to-assign.ts';

export interface ReassignShare {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly reason: string;
}

/** 改办: the share goes to another unit. Answers the id of the new share. */
export function reassignShare(ports: AssignmentPorts) {
  return (request: ReassignShare, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.reassign',
      share: () => request.assignmentId,
      decide: async (suggestion, under, tx) => {
        const { unitId, assignmentId, reason } = request;
        const unit = await unitToAssign(ports, tx, { tenant: ctx.tenant, unitId, day: under.today });
        if (isRejection(unit)) return unit;
        const newAssignmentId = newId();
        const events = decideReassignment(suggestion, { assignmentId, newAssignmentId, unit, reason }, under);
        return isRejection(events) ? events : { id: newAssignmentId, events };
      },
    });
}
