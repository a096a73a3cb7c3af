import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideCoordinationResult, type CloseCoordination } from '../domain/coordinate.ts';
import type { SuggestionCase } from '../domain/suggestion-case.ts';
import { changePart } from './change-case.ts';
import { unitFact } from './circumstances.ts';
import type { AssignmentPorts } from './ports.ts';

/** The deciding office's result of a coordination names the responsible unit. */
export function closeCoordination(ports: AssignmentPorts) {
  return (request: CloseCoordination, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.coordinationId,
      unknown: 'coordination-unknown',
      action: 'assignment.close-coordination',
      share: coordinatedShare,
      decide: async (suggestion, under, tx) => {
        const unit = await unitFact(ports.reference, tx, request.responsibleUnitId);
        if (isRejection(unit)) return unit;
        const events = decideCoordinationResult(suggestion, request, under);
        return isRejection(events) ? events : { id: request.coordinationId, events };
      },
    });
}

function coordinatedShare({ coordination }: SuggestionCase): string {
  return coordination.state === 'none' ? '' : coordination.assignmentId;
}
