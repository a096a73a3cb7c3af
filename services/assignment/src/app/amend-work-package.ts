import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decidePackageAmended } from '../domain/work-package.ts';
import type { NewWorkPackage } from '../domain/suggestion-case.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** Another unit, task or day, with the reason. */
export function amendWorkPackage(ports: AssignmentPorts) {
  return (request: NewWorkPackage & { readonly reason: string }, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.packageId,
      unknown: 'work-package-unknown',
      action: 'assignment.amend-task-force',
      decide: (suggestion, under) => {
        const { reason, ...workPackage } = request;
        const events = decidePackageAmended(suggestion, { workPackage, reason }, under);
        return isRejection(events) ? events : { id: workPackage.packageId, events };
      },
    });
}
