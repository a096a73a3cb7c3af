import type { CommandContext } from '@huiyin/kernel/command-context';
import { orderRehandling as decide } from '../domain/rehandling.ts';
import { changeCase } from './change-case.ts';
import type { EvaluationPorts } from './ports.ts';

/** 重新办理通知 by 代表工委, where it is not automatic. */
export function orderRehandling(ports: EvaluationPorts) {
  return (request: { suggestionId: string; assignmentId: string; reason: string }, ctx: CommandContext) => {
    const { suggestionId: caseId, assignmentId, reason } = request;
    return changeCase(ports, ctx, {
      caseId,
      action: 'evaluation.order-rehandling',
      concern: () => ({ assignmentId }),
      decide: (file, { today, rules }) => decide(file, { assignmentId, reason, today, rules }),
    });
  };
}
