import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideKeyMark, type MarkKey } from '../domain/mark-key.ts';
import { changeCase } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

export interface KeyToMark extends Omit<MarkKey, 'supervisor' | 'body'> {
  readonly suggestionId: string;
  readonly supervisorId: string;
  readonly supervisingUnitId: string;
}

/** Records the decision of the 主任会议 that makes a suggestion a key one. */
export function markKey(ports: AssignmentPorts) {
  return (request: KeyToMark, ctx: CommandContext) =>
    changeCase(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'assignment.mark-key',
      decide: async (suggestion, under, tx) => {
        const { supervisorId: personId, supervisingUnitId: unitId } = request;
        const council = await ports.reference.peopleWith(tx, 'council');
        const unit = await ports.reference.unit(tx, unitId);
        const supervisor = { personId, isOfCouncil: council.includes(personId) };
        const body = { unitId, isCommittee: unit?.active === true && unit.kind === 'congress' };
        const events = decideKeyMark(suggestion, { ...request, supervisor, body }, under);
        return isRejection(events) ? events : { id: suggestion.id, events };
      },
    });
}
