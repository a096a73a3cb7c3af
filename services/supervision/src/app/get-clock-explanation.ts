import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { explainClock, type ClockExplanation } from '../domain/explain-clock.ts';
import { refuse } from '../domain/rejections.ts';
import { sightOfCase } from '../domain/rights.ts';
import type { SupervisionPorts } from './ports.ts';

/** 为什么是这一天: the due date of a clock unfolded. A clock the asker may not see is not found. */
export function getClockExplanation(ports: SupervisionPorts) {
  return ({ clockId }: { clockId: string }, ctx: QueryContext): Promise<ClockExplanation | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const found = await ports.clocks.read(tx, ctx.tenant, clockId);
      const circle = found && (await ports.cases.circle(tx, ctx.tenant, found.caseId));
      if (found === undefined || circle === undefined) return refuse('clock-not-found');
      const sight = sightOfCase(ctx, circle);
      const { watch } = found;
      if (isRejection(sight)) return refuse('clock-not-found');
      if (sight.type === 'unit' && watch.unitId !== sight.unitId) return refuse('clock-not-found');
      const { rulePackVersion, timing } = watch.clock.course;
      const calendar = await ports.reference.calendar(tx);
      const pack =
        (await ports.reference.rulePack(tx, rulePackVersion)) ??
        (await ports.reference.rulePackAt(tx, timing.startDate))?.pack;
      if (calendar === undefined || pack === undefined) return refuse('references-missing');
      return explainClock(watch, { calendar, pack });
    });
}
