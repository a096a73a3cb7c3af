import type { Compose } from '@huiyin/chassis/service';
import { activateRulePack } from './app/activate-rule-pack.ts';
import { advanceClock } from './app/advance-clock.ts';
import { authenticate } from './app/authenticate.ts';
import { checkMembership } from './app/check-membership.ts';
import { configureTenant } from './app/configure-tenant.ts';
import { endMandate } from './app/end-mandate.ts';
import { getBusinessClock } from './app/get-business-clock.ts';
import { importCalendar } from './app/import-calendar.ts';
import { listPeople } from './app/list-people.ts';
import { listUnits } from './app/list-units.ts';
import type { DirectoryPorts } from './app/ports.ts';
import { getCalendar, listCongressSessions, listRulePacks, listShippedRulePacks } from './app/read-rules.ts';
import { getTenant, listTenants } from './app/read-tenants.ts';
import { resolvePeople } from './app/resolve-people.ts';
import { saveAccount } from './app/save-account.ts';
import { saveCongressSession } from './app/save-congress-session.ts';
import { savePerson } from './app/save-person.ts';
import { saveUnit } from './app/save-unit.ts';
import { addSavedView, listSavedViews, removeSavedView, renameSavedView } from './app/saved-views.ts';
import { seedDirectory } from './app/seed-directory.ts';
import { succeedUnit } from './app/succeed-unit.ts';
import type { DirectoryUseCases } from './app/use-cases.ts';
import { argon2Passwords } from './argon2-passwords.ts';
import { accounts } from './storage/accounts.ts';
import { businessClock } from './storage/business-clock.ts';
import { calendars } from './storage/calendars.ts';
import { congressSessions } from './storage/congress-sessions.ts';
import { people } from './storage/people.ts';
import { rulePacks } from './storage/rule-packs.ts';
import { savedViews } from './storage/saved-views.ts';
import { tenants } from './storage/tenants.ts';
import { units } from './storage/units.ts';
import { directoryGrpc } from './transport/grpc.ts';
import { publish } from './transport/publish.ts';

/** What directory can be asked and told. */
export function directoryUseCases(ports: DirectoryPorts): DirectoryUseCases {
  return {
    authenticate: authenticate(ports),
    checkMembership: checkMembership(ports),
    getBusinessClock: getBusinessClock(ports),
    advanceClock: advanceClock(ports),
    configureTenant: configureTenant(ports),
    getTenant: getTenant(ports),
    listTenants: listTenants(ports),
    saveUnit: saveUnit(ports),
    succeedUnit: succeedUnit(ports),
    listUnits: listUnits(ports),
    savePerson: savePerson(ports),
    saveAccount: saveAccount(ports),
    endMandate: endMandate(ports),
    listPeople: listPeople(ports),
    resolvePeople: resolvePeople(ports),
    seedDirectory: seedDirectory(ports),
    saveCongressSession: saveCongressSession(ports),
    listCongressSessions: listCongressSessions(ports),
    activateRulePack: activateRulePack(ports),
    listRulePacks: listRulePacks(ports),
    listShippedRulePacks: listShippedRulePacks(),
    importCalendar: importCalendar(ports),
    getCalendar: getCalendar(ports),
    listSavedViews: listSavedViews(ports),
    addSavedView: addSavedView(ports),
    renameSavedView: renameSavedView(ports),
    removeSavedView: removeSavedView(ports),
  };
}

/** Postgres behind every port of storage. */
export const directoryStores = {
  tenants,
  units,
  people,
  accounts,
  congressSessions,
  rulePacks,
  calendars,
  savedViews,
  businessClock,
};

/** Wires storage and transport around the use cases. Directory hears nobody: everybody hears directory. */
export const composeDirectory: Compose = ({ uow, clock, mode }) => {
  const ports = { ...directoryStores, uow, clock, mode, publish, passwords: argon2Passwords() };
  return { grpc: [directoryGrpc(directoryUseCases(ports))], reactions: [] };
};
