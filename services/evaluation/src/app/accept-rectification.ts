import type { CommandContext } from '@huiyin/kernel/command-context';
import { acceptRectification as decide } from '../domain/judge-rectification.ts';
import { judgeOf } from '../domain/rights.ts';
import { calendarMissing } from './calendar-missing.ts';
import { changeRectification } from './change-rectification.ts';
import type { EvaluationPorts } from './ports.ts';

/** 整改验收 by the lead deputy, after silence by 代表工委. */
export function acceptRectification(ports: EvaluationPorts) {
  return ({ rectificationId }: { rectificationId: string }, ctx: CommandContext) =>
    changeRectification(ports, ctx, {
      rectificationId,
      action: 'evaluation.accept-rectification',
      decide: async (file, { tx, today, rules }) => {
        const calendar = await ports.reference.calendar(tx);
        if (calendar === undefined) return calendarMissing();
        return decide(file, { rectificationId, by: judgeOf(ctx, file), today, rules, calendar });
      },
    });
}
