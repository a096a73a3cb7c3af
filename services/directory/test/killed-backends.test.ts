import { canonicalRulePack } from '@huiyin/calendar/rule-pack';
import { sdDistrict } from '@huiyin/calendar/sd-district';
import { stableId } from '@huiyin/kernel/ids';
import { localDate } from '@huiyin/kernel/local-date';
import { accepted } from '@huiyin/testkit/accepted';
import { BackendKiller, KILLING_TIMEOUT_MS } from '@huiyin/testkit/backend-killer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMINISTRATOR, AT, by, openDirectory, PLATFORM, type OpenDirectory } from './open-directory.ts';

// A seed is written item by item, and a moved clock is told tenant by tenant.
const killer = new BackendKiller(['seedDirectory', 'advanceClock']);
let directory: OpenDirectory;

beforeAll(async () => {
  // System time stands still, so that the same question has the same answer.
  directory = await openDirectory({ clock: { now: () => AT }, seams: killer });
});
afterAll(async () => {
  await killer.close();
  await directory.close();
});

const id = (name: string): string => stableId('killed-backends', name);
const admin = () => by(ADMINISTRATOR);
const page = { limit: 50, cursor: '' };
const deputy = { role: 'deputy', unitId: '', active: true, delegation: '' } as const;
const unit = {
  name: '区水利局',
  kind: 'government',
  active: true,
  decidingOffice: undefined,
  oversees: [],
} as const;

async function tenants(): Promise<void> {
  const district = { level: 'district', parent: 'yunchuan', deskName: '' } as const;
  for (const tenant of [
    {
      ...district,
      tenant: 'yunchuan',
      name: '云川市',
      level: 'city',
      areaCode: '990100',
      parent: '',
    } as const,
    { ...district, tenant: 'donghu', name: '东湖区', areaCode: '990101' },
    { ...district, tenant: 'xiling', name: '西岭区', areaCode: '990102' },
  ]) {
    accepted(await directory.use.configureTenant(tenant, by(PLATFORM, tenant.tenant)));
  }
}

async function rules(): Promise<void> {
  const { use } = directory;
  const contentJson = canonicalRulePack(sdDistrict);
  const pack = { version: 'sd-1', effectiveFrom: localDate('2026-01-01'), contentJson };
  accepted(await use.activateRulePack(pack, admin()));
  const days = [{ date: localDate('2026-10-01'), off: true, name: '国庆节' }];
  accepted(await use.importCalendar({ knownUntil: localDate('2026-12-28'), days }, admin()));
  const session = { congressSessionId: id('session'), congressTerm: 19, congressSession: 5 };
  const dates = { opensOn: localDate('2026-01-05'), closesOn: localDate('2026-01-09') };
  const cutOffAt = new Date('2026-01-08T10:00:00Z');
  accepted(await use.saveCongressSession({ ...session, ...dates, cutOffAt }, admin()));
  accepted(await use.listCongressSessions({}, admin()));
  accepted(await use.listRulePacks({}, admin()));
  expect(accepted(await use.listShippedRulePacks({}, admin()))).not.toHaveLength(0);
  accepted(await use.getCalendar({}, admin()));
}

it(
  'keeps all or nothing of every use case, wherever its backend is killed',
  async () => {
    const { use } = directory;
    await tenants();
    accepted(await use.getTenant({}, admin()));
    accepted(await use.listTenants({}, admin()));
    await rules();

    for (const name of ['old', 'next']) accepted(await use.saveUnit({ ...unit, unitId: id(name) }, admin()));
    const succession = { unitId: id('old'), successorUnitId: id('next'), onDate: localDate('2026-01-05') };
    accepted(await use.succeedUnit(succession, admin()));
    accepted(await use.listUnits({ nameContains: '', includeInactive: true, ...page }, admin()));

    const wang = { personId: id('wang'), name: '王建华', phone: '', cardNumber: '', memberships: [deputy] };
    const account = { personId: wang.personId, login: 'deputy@donghu', password: 'a-long-password' };
    accepted(await use.savePerson(wang, admin()));
    accepted(await use.saveAccount(account, admin()));
    const { login, password } = account;
    expect(await use.authenticate({ login, password })).toMatchObject({ name: '王建华' });
    accepted(await use.listPeople({ role: 'deputy', unitId: '', nameContains: '', ...page }, admin()));
    accepted(await use.resolvePeople({ personIds: [wang.personId] }, admin()));
    const deputyWang = { accountId: 'account-wang', personId: wang.personId, roles: ['deputy'] } as const;
    expect(await use.checkMembership({}, by(deputyWang))).toBe(true);
    const view = { list: 'cases', name: '红的', filters: 'colour=red' };
    const { id: viewId } = accepted(await use.addSavedView(view, by(deputyWang)));
    accepted(await use.renameSavedView({ viewId, name: '急的' }, by(deputyWang)));
    expect(accepted(await use.listSavedViews({}, by(deputyWang)))).toEqual([
      { ...view, viewId, name: '急的' },
    ]);
    accepted(await use.removeSavedView({ viewId }, by(deputyWang)));
    const end = { personId: wang.personId, onDate: localDate('2026-01-05'), reason: '调离本行政区域' };
    accepted(await use.endMandate(end, admin()));

    const liaison = { role: 'unit-liaison', unitId: id('traffic'), active: true, delegation: '' } as const;
    const li = { personId: id('li'), name: '李敏', phone: '', cardNumber: '', memberships: [liaison] };
    const seed = {
      units: [{ ...unit, unitId: id('traffic') }],
      people: [{ person: li, account: { ...account, personId: li.personId, login: 'liaison@donghu' } }],
    };
    expect(accepted(await use.seedDirectory(seed, by(PLATFORM))).refusals).toEqual([]);

    await use.getBusinessClock();
    const operator = { accountId: 'account-operator', personId: 'operator', roles: ['operator'] } as const;
    accepted(await use.advanceClock({ to: new Date('2026-03-01T01:00:00Z') }, by(operator)));
    expect(killer.spared).toEqual([]);
    expect(await killer.forgottenTransactions()).toBe(0);
  },
  KILLING_TIMEOUT_MS,
);
