import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import { decideTaskForce, type FormTaskForce } from '../domain/task-force.ts';
import type { NewWorkPackage } from '../domain/suggestion-case.ts';
import { changeCase } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

export type TaskForceToForm = Omit<FormTaskForce, 'taskForceId' | 'convener' | 'workPackages'> & {
  readonly suggestionId: string;
  readonly convenerId: string;
  readonly workPackages: readonly Omit<NewWorkPackage, 'packageId'>[];
};

/** Whom the standing committee, or its office, sends to convene one (domain §2.7). */
const CONVENING_ROLES = ['council', 'congress-desk', 'committee'] as const;

/** 专班 for a complex or key item; dissolved when the case closes. */
export function formTaskForce(ports: AssignmentPorts) {
  return (request: TaskForceToForm, ctx: CommandContext) =>
    changeCase(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'assignment.form-task-force',
      decide: async (suggestion, under, tx) => {
        const taskForceId = newId();
        const workPackages = request.workPackages.map((one) => ({ ...one, packageId: newId() }));
        const convener = await convenerOf(ports, tx, request.convenerId);
        const command = { ...request, taskForceId, convener, workPackages };
        const events = decideTaskForce(suggestion, command, under);
        return isRejection(events) ? events : { id: taskForceId, events };
      },
    });
}

async function convenerOf(
  { reference }: AssignmentPorts,
  tx: Tx,
  personId: string,
): Promise<FormTaskForce['convener']> {
  const people: string[] = [];
  for (const role of CONVENING_ROLES) people.push(...(await reference.peopleWith(tx, role)));
  return { personId, mayConvene: people.includes(personId) };
}
