import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { importCalendar as decide, type ImportedCalendar } from '../domain/calendar.ts';
import { refuseAct } from '../domain/rights.ts';
import type { DirectoryPorts } from './ports.ts';

const STREAM = 'calendar';

/** Replaces the tenant's calendar of holidays and make-up workdays. */
export function importCalendar(ports: DirectoryPorts) {
  return async (
    wanted: Omit<ImportedCalendar, 'version'> & { readonly basedOnVersion?: number },
    ctx: CommandContext,
  ): Promise<CommandResult | Rejection> => {
    const refused = refuseAct(ctx, 'directory.import-calendar');
    if (refused !== undefined) return refused;
    return ports.uow.command(ctx, STREAM, async (tx, stream) => {
      const before = await ports.calendars.find(tx, ctx.tenant);
      const calendar = decide(before, wanted, wanted.basedOnVersion);
      if (isRejection(calendar)) return calendar;
      if (calendar !== before) {
        await ports.calendars.save(tx, ctx.tenant, calendar);
        await stream.append(ports.publish({ type: 'calendar-imported', calendar }));
      }
      return { id: STREAM, label: String(calendar.version) };
    });
  };
}
