import type { CommandContext } from '@huiyin/kernel/command-context';
import { decideEscalation as decide, type DecideEscalation } from '../domain/rehandling.ts';
import { changeCase } from './change-case.ts';
import type { EvaluationPorts } from './ports.ts';

/** Records what the 主任会议 decided after the third 不满意. */
export function decideEscalation(ports: EvaluationPorts) {
  return ({ suggestionId, ...decision }: DecideEscalation & { suggestionId: string }, ctx: CommandContext) =>
    changeCase(ports, ctx, {
      caseId: suggestionId,
      action: 'evaluation.decide-escalation',
      concern: () => ({ assignmentId: decision.assignmentId }),
      decide: (file) => decide(file, decision),
    });
}
