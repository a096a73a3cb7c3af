import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { refuseAct } from '../domain/rights.ts';
import type { CalendarProgress, SupervisionPorts } from './ports.ts';

/** How many cases' dates stand by the newest calendar. */
export function getCalendarProgress(ports: SupervisionPorts) {
  return async (_asked: object, ctx: QueryContext): Promise<CalendarProgress | Rejection> => {
    const refused = refuseAct(ctx, 'supervision.preview-calendar');
    if (refused !== undefined) return refused;
    return ports.uow.read(ctx.tenant, (tx) => ports.calendars.progress(tx, ctx.tenant));
  };
}
