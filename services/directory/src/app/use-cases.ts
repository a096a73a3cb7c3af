import type { activateRulePack } from './activate-rule-pack.ts';
import type { advanceClock } from './advance-clock.ts';
import type { authenticate } from './authenticate.ts';
import type { configureTenant } from './configure-tenant.ts';
import type { endMandate } from './end-mandate.ts';
import type { getBusinessClock } from './get-business-clock.ts';
import type { importCalendar } from './import-calendar.ts';
import type { listPeople } from './list-people.ts';
import type { listUnits } from './list-units.ts';
import type { getCalendar, listCongressSessions, listRulePacks } from './read-rules.ts';
import type { getTenant, listTenants } from './read-tenants.ts';
import type { resolvePeople } from './resolve-people.ts';
import type { saveAccount } from './save-account.ts';
import type { saveCongressSession } from './save-congress-session.ts';
import type { savePerson } from './save-person.ts';
import type { saveUnit } from './save-unit.ts';
import type { seedDirectory } from './seed-directory.ts';
import type { succeedUnit } from './succeed-unit.ts';

/** What directory can be asked and told; the composition root builds each over the ports. */
export interface DirectoryUseCases {
  readonly authenticate: ReturnType<typeof authenticate>;
  readonly getBusinessClock: ReturnType<typeof getBusinessClock>;
  readonly advanceClock: ReturnType<typeof advanceClock>;
  readonly configureTenant: ReturnType<typeof configureTenant>;
  readonly getTenant: ReturnType<typeof getTenant>;
  readonly listTenants: ReturnType<typeof listTenants>;
  readonly saveUnit: ReturnType<typeof saveUnit>;
  readonly succeedUnit: ReturnType<typeof succeedUnit>;
  readonly listUnits: ReturnType<typeof listUnits>;
  readonly savePerson: ReturnType<typeof savePerson>;
  readonly saveAccount: ReturnType<typeof saveAccount>;
  readonly endMandate: ReturnType<typeof endMandate>;
  readonly listPeople: ReturnType<typeof listPeople>;
  readonly resolvePeople: ReturnType<typeof resolvePeople>;
  readonly seedDirectory: ReturnType<typeof seedDirectory>;
  readonly saveCongressSession: ReturnType<typeof saveCongressSession>;
  readonly listCongressSessions: ReturnType<typeof listCongressSessions>;
  readonly activateRulePack: ReturnType<typeof activateRulePack>;
  readonly listRulePacks: ReturnType<typeof listRulePacks>;
  readonly importCalendar: ReturnType<typeof importCalendar>;
  readonly getCalendar: ReturnType<typeof getCalendar>;
}
