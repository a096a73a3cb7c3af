import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideCoOpinion, type GiveCoOpinion } from '../domain/co-opinion.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** 协办意见 of a co-handler. Answers the id of the opinion. */
export function giveCoOpinion(ports: AssignmentPorts) {
  return (request: Omit<GiveCoOpinion, 'opinionId'>, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.give-co-opinion',
      share: () => request.assignmentId,
      decide: (suggestion, under) => {
        const opinionId = newId();
        const events = decideCoOpinion(suggestion, { ...request, opinionId }, under);
        return isRejection(events) ? events : { id: opinionId, events };
      },
    });
}
