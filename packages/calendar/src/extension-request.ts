import { addDays, type LocalDate } from '@huiyin/kernel/local-date';

import type { RulePack } from './rule-pack.ts';
import { addMonths } from './term.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** The last day on which an extension 延期 of a reply may be asked for: so much before the reply is due. */
export function latestExtensionRequest(options: {
  readonly due: LocalDate;
  readonly pack: RulePack;
  readonly calendar: WorkCalendar;
}): LocalDate {
  const { due, calendar } = options;
  const { n, unit } = options.pack.rules.extension_ask_before;
  switch (unit) {
    case 'day':
      return addDays(due, -n);
    case 'workday':
      return calendar.addWorkdays(due, -n);
    case 'month':
      return addMonths(due, -n);
  }
}
