import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { Decision } from '../domain/events.ts';
import type { AssignmentRejection } from '../domain/rejections.ts';
import { decideReturnRequest, type RequestReturn } from '../domain/return-assignment.ts';
import { changePart } from './change-case.ts';
import { unitFact } from './circumstances.ts';
import type { AssignmentPorts } from './ports.ts';

export interface ReturnToRequest {
  readonly assignmentId: string;
  readonly grounds: string;
  readonly legalBasis: string;
  readonly proposedUnitId: string;
}

/** 申退 by the unit's head, whose act is the signature. Answers the id of the request; of a coordination, labelled so, when returns are used up. */
export function requestReturn(ports: AssignmentPorts) {
  return (request: ReturnToRequest, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.request-return',
      share: () => request.assignmentId,
      decide: async (suggestion, under, tx) => {
        const proposedUnit = await unitNamed(ports, tx, request.proposedUnitId);
        if (isRejection(proposedUnit)) return proposedUnit;
        const requestId = newId();
        const signed = { ...request, newId: requestId, proposedUnit, signedBy: ctx.actor.personId };
        const events = decideReturnRequest(suggestion, signed, under);
        return isRejection(events) ? events : { id: requestId, events, ...labelOf(events) };
      },
    });
}

function labelOf(events: Decision): { label?: string } {
  return events.some((event) => event.type === 'coordination-requested') ? { label: 'coordination' } : {};
}

async function unitNamed(
  ports: AssignmentPorts,
  tx: Tx,
  unitId: string,
): Promise<RequestReturn['proposedUnit'] | AssignmentRejection> {
  if (unitId === '') return undefined;
  const unit = await unitFact(ports.reference, tx, unitId);
  return isRejection(unit) ? unit : { unitId, active: unit.active };
}
