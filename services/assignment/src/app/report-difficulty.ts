import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideDifficulty, type ReportDifficulty } from '../domain/difficulty.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** 存在困难, said by the unit itself. */
export function reportDifficulty(ports: AssignmentPorts) {
  return (request: ReportDifficulty, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.report-difficulty',
      share: () => request.assignmentId,
      decide: (suggestion) => {
        const events = decideDifficulty(suggestion, request);
        return isRejection(events) ? events : { id: request.assignmentId, events };
      },
    });
}
