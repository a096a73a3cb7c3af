import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decidePackageCompleted, shareOfPackage } from '../domain/work-package.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** The unit that holds it says what was done. */
export function completeWorkPackage(ports: AssignmentPorts) {
  return (request: { readonly packageId: string; readonly summary: string }, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.packageId,
      unknown: 'work-package-unknown',
      action: 'assignment.complete-work-package',
      share: (suggestion) => shareOfPackage(suggestion, request.packageId),
      decide: (suggestion, under) => {
        const completedBy = ctx.actor.personId;
        const events = decidePackageCompleted(suggestion, { ...request, completedBy }, under);
        return isRejection(events) ? events : { id: request.packageId, events };
      },
    });
}
