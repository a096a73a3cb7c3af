import { UNIT_ROLES } from '@huiyin/access/policy-row';
import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideConfidant, type NameConfidant } from '../domain/name-confidant.ts';
import { shareOf } from '../domain/suggestion-case.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** 知情人: 代表工委 names the one person of a unit who may know a confidential author. Answers the share's id. */
export function nameConfidant(ports: AssignmentPorts) {
  return (request: NameConfidant, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.name-confidant',
      share: () => request.assignmentId,
      decide: async (suggestion, under, tx) => {
        const unitId = shareOf(suggestion, request.assignmentId)?.unitId ?? '';
        const people = [];
        for (const role of UNIT_ROLES) people.push(...(await ports.reference.peopleWith(tx, role, unitId)));
        const events = decideConfidant(suggestion, request, { unitPeople: new Set(people), on: under.today });
        return isRejection(events) ? events : { id: request.assignmentId, events };
      },
    });
}
