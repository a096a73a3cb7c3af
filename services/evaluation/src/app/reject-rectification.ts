import type { CommandContext } from '@huiyin/kernel/command-context';
import { rejectRectification as decide } from '../domain/judge-rectification.ts';
import { judgeOf } from '../domain/rights.ts';
import { calendarMissing } from './calendar-missing.ts';
import { changeRectification } from './change-rectification.ts';
import type { EvaluationPorts } from './ports.ts';

/** Not good enough: the next attempt begins. */
export function rejectRectification(ports: EvaluationPorts) {
  return (request: { rectificationId: string; explanation: string }, ctx: CommandContext) =>
    changeRectification(ports, ctx, {
      rectificationId: request.rectificationId,
      action: 'evaluation.reject-rectification',
      decide: async (file, { tx, today, rules }) => {
        const calendar = await ports.reference.calendar(tx);
        if (calendar === undefined) return calendarMissing();
        return decide(file, { ...request, by: judgeOf(ctx, file), today, rules, calendar });
      },
    });
}
