import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { RulePack } from '@huiyin/calendar/rule-pack';
import type { Tx } from '@huiyin/kernel/tx';
import { explainClock, type ClockExplanation } from '../domain/explain-clock.ts';
import { refuse } from '../domain/rejections.ts';
import { sightOfCase } from '../domain/rights.ts';
import type { Watch } from '../domain/watch.ts';
import { lastDayUnder } from '../domain/watching.ts';
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
      const pack =
        (await ports.reference.rulePack(tx, rulePackVersion)) ??
        (await ports.reference.rulePackAt(tx, timing.startDate))?.pack;
      const explained = pack && (await underCalendars(ports, tx, ctx.tenant, { watch, pack }));
      return explained ?? refuse('references-missing');
    });
}

/** By the newest calendar where it comes to the same day; else by the one that the day was found by. */
async function underCalendars(
  { calendars }: SupervisionPorts,
  tx: Tx,
  tenant: string,
  { watch, pack }: { watch: Watch; pack: RulePack },
): Promise<ClockExplanation | undefined> {
  const newest = (await calendars.versions(tx, tenant)).at(-1);
  const calendar = newest && (await calendars.read(tx, tenant, newest.version));
  if (newest === undefined || calendar === undefined) return undefined;
  const foundBy = watch.due?.calendarVersion;
  const stands = lastDayUnder(watch.clock, { calendar, pack })?.date === watch.due?.date;
  if (stands || foundBy === undefined)
    return explainClock(watch, { calendar, pack, calendarVersion: newest.version });
  const earlier = await calendars.read(tx, tenant, foundBy);
  return earlier && explainClock(watch, { calendar: earlier, pack, calendarVersion: foundBy });
}
