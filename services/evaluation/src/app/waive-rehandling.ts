import type { CommandContext } from '@huiyin/kernel/command-context';
import { waiveRehandling as decide } from '../domain/rehandling.ts';
import { changeCase } from './change-case.ts';
import type { EvaluationPorts } from './ports.ts';

/** 不再重新办理: 代表工委 studied the 不满意 and explains why it goes no further. */
export function waiveRehandling(ports: EvaluationPorts) {
  return (request: { suggestionId: string; assignmentId: string; reason: string }, ctx: CommandContext) => {
    const { suggestionId: caseId, assignmentId, reason } = request;
    return changeCase(ports, ctx, {
      caseId,
      action: 'evaluation.waive-rehandling',
      concern: () => ({ assignmentId }),
      decide: (file, { today }) => decide(file, { assignmentId, reason, today }),
    });
  };
}
