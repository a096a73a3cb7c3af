import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { decidePackageAdded } from '../domain/work-package.ts';
import type { NewWorkPackage } from '../domain/suggestion-case.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** One more 工作包. Answers its id. */
export function addWorkPackage(ports: AssignmentPorts) {
  return (
    request: Omit<NewWorkPackage, 'packageId'> & { readonly taskForceId: string },
    ctx: CommandContext,
  ) =>
    changePart(ports, ctx, {
      partId: request.taskForceId,
      unknown: 'task-force-unknown',
      action: 'assignment.amend-task-force',
      decide: (suggestion, under) => {
        const { unitId, task, dueOn } = request;
        const packageId = newId();
        const events = decidePackageAdded(suggestion, { packageId, unitId, task, dueOn }, under);
        return isRejection(events) ? events : { id: packageId, events };
      },
    });
}
