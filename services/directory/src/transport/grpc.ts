import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { command, publicCall, query } from '@huiyin/rpc/handlers';
import { grpcService, type GrpcService } from '@huiyin/rpc/service';
import type { DirectoryUseCases } from '../app/use-cases.ts';
import {
  authenticatedTo,
  calendarFrom,
  congressSessionFrom,
  congressSessionsTo,
  cursorAfter,
  dayFrom,
  instantFrom,
  pageFrom,
  personFrom,
  personTo,
  seedFrom,
  tenantFrom,
  unitFrom,
  unitTo,
} from './proto-mapping.ts';

/** The gRPC API: decode, call the use case, encode. */
export function directoryGrpc(use: DirectoryUseCases): GrpcService {
  return grpcService(DirectoryServiceService, {
    ...openRpcs(use),
    ...peopleRpcs(use),
    ...ruleRpcs(use),
    ...viewRpcs(use),
    ...questions(use),
  });
}

type Definition = typeof DirectoryServiceService;
type Handlers = Parameters<typeof grpcService<Definition>>[1];

function openRpcs(use: DirectoryUseCases) {
  return {
    authenticate: publicCall(async (request) => {
      const found = await use.authenticate(request);
      return isRejection(found) ? found : authenticatedTo(found);
    }),
    getBusinessClock: publicCall(async () => {
      const { now, offsetMs, rehearsal } = await use.getBusinessClock();
      return { now: now.toISOString(), offsetMs: BigInt(offsetMs), rehearsal };
    }),
    checkMembership: query(async (request, ctx) => ({ holds: await use.checkMembership(request, ctx) })),
    advanceClock: command(async (request, ctx) =>
      decoded(instantFrom(request.to, 'to'), (to) => use.advanceClock({ to }, ctx)),
    ),
  } satisfies Partial<Handlers>;
}

function peopleRpcs(use: DirectoryUseCases) {
  return {
    configureTenant: command(async (request, ctx) =>
      decoded(tenantFrom(request), (tenant) => use.configureTenant(tenant, ctx)),
    ),
    saveUnit: command(async (request, ctx) => decoded(unitFrom(request), (unit) => use.saveUnit(unit, ctx))),
    succeedUnit: command(async ({ unitId, successorUnitId, onDate: day }, ctx) =>
      decoded(dayFrom(day, 'onDate'), (onDate) => use.succeedUnit({ unitId, successorUnitId, onDate }, ctx)),
    ),
    savePerson: command(async (request, ctx) =>
      decoded(personFrom(request), (person) => use.savePerson(person, ctx)),
    ),
    saveAccount: command(use.saveAccount),
    endMandate: command(async ({ personId, reason, onDate: day }, ctx) =>
      decoded(dayFrom(day, 'onDate'), (onDate) => use.endMandate({ personId, reason, onDate }, ctx)),
    ),
    seedDirectory: query(async (request, ctx) => {
      const seeded = await decoded(seedFrom(request), (seed) => use.seedDirectory(seed, ctx));
      return isRejection(seeded)
        ? seeded
        : { ...seeded, refusals: seeded.refusals.map((each) => ({ ...each })) };
    }),
  } satisfies Partial<Handlers>;
}

function ruleRpcs(use: DirectoryUseCases) {
  return {
    saveCongressSession: command(async (request, ctx) =>
      decoded(congressSessionFrom(request), (session) => use.saveCongressSession(session, ctx)),
    ),
    activateRulePack: command(async ({ version, contentJson, effectiveFrom: day }, ctx) =>
      decoded(dayFrom(day, 'effectiveFrom'), (effectiveFrom) =>
        use.activateRulePack({ version, contentJson, effectiveFrom }, ctx),
      ),
    ),
    importCalendar: command(async (request, ctx) =>
      decoded(calendarFrom(request), (calendar) => use.importCalendar(calendar, ctx)),
    ),
    listCongressSessions: query(async (request, ctx) => {
      const sessions = await use.listCongressSessions(request, ctx);
      return isRejection(sessions) ? sessions : congressSessionsTo(sessions);
    }),
    listRulePacks: query(async (request, ctx) => {
      const packs = await use.listRulePacks(request, ctx);
      return isRejection(packs) ? packs : { rulePacks: packs.map((pack) => ({ ...pack })) };
    }),
    listShippedRulePacks: query(async (request, ctx) => {
      const packs = await use.listShippedRulePacks(request, ctx);
      return isRejection(packs) ? packs : { rulePacks: packs.map((pack) => ({ ...pack })) };
    }),
    getCalendar: query(async (request, ctx) => {
      const calendar = await use.getCalendar(request, ctx);
      if (isRejection(calendar)) return calendar;
      return { calendar: { ...calendar, days: calendar.days.map((day) => ({ ...day })) } };
    }),
  } satisfies Partial<Handlers>;
}

function viewRpcs(use: DirectoryUseCases) {
  return {
    listSavedViews: query(async (request, ctx) => {
      const views = await use.listSavedViews(request, ctx);
      return isRejection(views) ? views : { views: views.map((view) => ({ ...view })) };
    }),
    addSavedView: command(use.addSavedView),
    renameSavedView: command(use.renameSavedView),
    removeSavedView: command(use.removeSavedView),
  } satisfies Partial<Handlers>;
}

function questions(use: DirectoryUseCases) {
  return {
    getTenant: query(async (request, ctx) => {
      const tenant = await use.getTenant(request, ctx);
      return isRejection(tenant) ? tenant : { tenant: { ...tenant } };
    }),
    listTenants: query(async (request, ctx) => {
      const tenants = await use.listTenants(request, ctx);
      return isRejection(tenants) ? tenants : { tenants: tenants.map((tenant) => ({ ...tenant })) };
    }),
    listUnits: query(async ({ page: asked, nameContains, includeInactive }, ctx) => {
      const page = pageFrom(asked);
      const units = await use.listUnits({ ...page, nameContains, includeInactive }, ctx);
      if (isRejection(units)) return units;
      return { units: units.map(unitTo), nextCursor: cursorAfter(units, page, (unit) => unit.unitId) };
    }),
    listPeople: query(async ({ page: asked, role, unitId, nameContains }, ctx) => {
      const page = pageFrom(asked);
      const people = await use.listPeople({ ...page, role, unitId, nameContains }, ctx);
      if (isRejection(people)) return people;
      return {
        people: people.map(personTo),
        nextCursor: cursorAfter(people, page, (person) => person.personId),
      };
    }),
    resolvePeople: query(async (request, ctx) => {
      const people = await use.resolvePeople(request, ctx);
      return isRejection(people) ? people : { people: people.map((person) => ({ ...person })) };
    }),
  } satisfies Partial<Handlers>;
}

/** Goes on with what was decoded; a refusal is the answer. */
async function decoded<Value, Answer>(
  value: Value | Rejection,
  goOn: (value: Value) => Promise<Answer>,
): Promise<Answer | Rejection> {
  return isRejection(value) ? value : goOn(value);
}
