import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decidePlan, type FilePlan } from '../domain/file-plan.ts';
import { changePart } from './change-case.ts';
import { keepPlan } from './keep-plan.ts';
import type { AssignmentPorts } from './ports.ts';

/** 办理方案, for key items the 五个一 record. */
export function filePlan(ports: AssignmentPorts) {
  return (request: FilePlan, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.file-plan',
      share: () => request.assignmentId,
      decide: (suggestion, under) => {
        const events = decidePlan(suggestion, request, under);
        if (isRejection(events)) return events;
        return { id: request.assignmentId, events, keep: keepPlan(ports, ctx.tenant, events) };
      },
    });
}
