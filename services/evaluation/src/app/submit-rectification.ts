import type { CommandContext } from '@huiyin/kernel/command-context';
import { submitRectification as decide } from '../domain/judge-rectification.ts';
import { changeRectification } from './change-rectification.ts';
import type { EvaluationPorts } from './ports.ts';

/** 整改报告 by the unit's head. */
export function submitRectification(ports: EvaluationPorts) {
  return (request: { rectificationId: string; report: string }, ctx: CommandContext) =>
    changeRectification(ports, ctx, {
      rectificationId: request.rectificationId,
      action: 'evaluation.submit-rectification',
      decide: (file, { today, rules }) => decide(file, { ...request, today, rules }),
    });
}
