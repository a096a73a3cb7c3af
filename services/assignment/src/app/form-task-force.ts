import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideTaskForce, type FormTaskForce } from '../domain/task-force.ts';
import type { NewWorkPackage } from '../domain/suggestion-case.ts';
import { changeCase } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

export type TaskForceToForm = Omit<FormTaskForce, 'taskForceId' | 'workPackages'> & {
  readonly suggestionId: string;
  readonly workPackages: readonly Omit<NewWorkPackage, 'packageId'>[];
};

/** 专班 for a complex or key item; dissolved when the case closes. */
export function formTaskForce(ports: AssignmentPorts) {
  return (request: TaskForceToForm, ctx: CommandContext) =>
    changeCase(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'assignment.form-task-force',
      decide: (suggestion, under) => {
        const taskForceId = newId();
        const workPackages = request.workPackages.map((one) => ({ ...one, packageId: newId() }));
        const events = decideTaskForce(suggestion, { ...request, taskForceId, workPackages }, under);
        return isRejection(events) ? events : { id: taskForceId, events };
      },
    });
}
