import type { Tx } from '@huiyin/kernel/tx';
import type { CalendarStore, SupervisionPorts } from './ports.ts';

/**
 * Keeps an imported calendar, and nothing more: the sweep then takes each case with an open clock to it, some in one
 * transaction.
 */
export function keepCalendar({ calendars }: Pick<SupervisionPorts, 'calendars'>) {
  return (tx: Tx, tenant: string, imported: Parameters<CalendarStore['keep']>[2]): Promise<void> =>
    calendars.keep(tx, tenant, imported);
}
