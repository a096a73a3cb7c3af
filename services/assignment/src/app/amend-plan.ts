import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decidePlanAmendment, type FilePlan } from '../domain/file-plan.ts';
import { changePart } from './change-case.ts';
import { keepPlan } from './keep-plan.ts';
import type { AssignmentPorts } from './ports.ts';

/** A new version of the plan with its reason. */
export function amendPlan(ports: AssignmentPorts) {
  return (request: FilePlan & { readonly reason: string }, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.file-plan',
      share: () => request.assignmentId,
      decide: (suggestion, under) => {
        const events = decidePlanAmendment(suggestion, request, under);
        if (isRejection(events)) return events;
        return { id: request.assignmentId, events, keep: keepPlan(ports, ctx.tenant, events) };
      },
    });
}
