import { sdDistrict } from '@huiyin/calendar/sd-district';
import { canonicalRulePack } from '@huiyin/calendar/rule-pack';
import type { Actor } from '@huiyin/kernel/actor';
import { newId, stableId } from '@huiyin/kernel/ids';
import { localDate } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { rows } from '@huiyin/postgres/query';
import { replayEvents } from '@huiyin/postgres/replay';
import { accepted } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts } from '../src/storage/accounts.ts';
import type { WantedPerson } from '../src/app/save-person.ts';
import {
  ADMINISTRATOR,
  AT,
  by,
  DEPUTY,
  openDirectory,
  PLATFORM,
  type OpenDirectory,
} from './open-directory.ts';

const WANG = stableId('test', 'wang');
const LI = stableId('test', 'li');
const TRAFFIC = stableId('test', 'jiaotong');
const PASSWORD = 'a-long-password';

let directory: OpenDirectory;

beforeAll(async () => {
  directory = await openDirectory();
  const city = {
    tenant: 'yunchuan',
    name: '云川市',
    level: 'city',
    areaCode: '990100',
    parent: '',
    deskName: '',
  } as const;
  const district = {
    ...city,
    tenant: 'donghu',
    name: '东湖区',
    level: 'district',
    areaCode: '990101',
    parent: 'yunchuan',
  } as const;
  for (const tenant of [
    city,
    district,
    { ...district, tenant: 'xiling', name: '西岭区', areaCode: '990102' },
  ]) {
    expect(await directory.use.configureTenant(tenant, by(PLATFORM, tenant.tenant))).toMatchObject({
      version: 1,
    });
  }
});
afterAll(() => directory.close());

const person = (personId: string, name: string, roles: WantedPerson['memberships']): WantedPerson => ({
  ...{ personId, name, phone: '', cardNumber: '', memberships: roles },
});
const deputy = { role: 'deputy', unitId: '', active: true, delegation: '' } as const;
const code = (answer: unknown): string => (isRejection(answer) ? answer.code : 'accepted');
const events = (stream: string, tenant = 'donghu') =>
  directory.database.uow.read(tenant, (tx) =>
    replayEvents(tx, 'directory', { tenant, stream, version: 1, limit: 100 }),
  );

describe('seeding', () => {
  const seed = {
    units: [
      {
        unitId: TRAFFIC,
        name: '区交通运输局',
        kind: 'government',
        active: true,
        decidingOffice: undefined,
        oversees: [],
      },
    ] as const,
    people: [
      {
        person: person(WANG, '王建华', [deputy]),
        account: { personId: WANG, login: 'Deputy@donghu', password: PASSWORD },
      },
      {
        person: person(LI, '李敏', [{ role: 'unit-liaison', unitId: TRAFFIC, active: true, delegation: '' }]),
        account: { personId: LI, login: 'liaison@donghu', password: PASSWORD },
      },
    ],
  };

  it('writes everything once: the same seed again changes nothing', async () => {
    const first = await directory.use.seedDirectory(seed, by(PLATFORM));
    expect(first).toEqual({ unitsChanged: 1, peopleChanged: 2, accountsChanged: 2, refusals: [] });
    const again = await directory.use.seedDirectory(seed, by(PLATFORM));
    expect(again).toEqual({ unitsChanged: 0, peopleChanged: 0, accountsChanged: 0, refusals: [] });
    expect((await events(WANG)).map(({ type }) => type)).toEqual(['person-changed', 'account-changed']);
  });

  it('names what it refuses and writes the rest', async () => {
    const homeless = person(stableId('test', 'homeless'), '张强', [
      { role: 'unit-clerk', unitId: 'nowhere', active: true, delegation: '' },
    ]);
    const answer = await directory.use.seedDirectory(
      { units: [], people: [{ person: homeless, account: undefined }, ...seed.people] },
      by(PLATFORM),
    );
    expect(answer).toMatchObject({ peopleChanged: 0, refusals: [{ what: 'person', code: 'unit-unknown' }] });
  });

  it('is not for deputies', async () => {
    expect(code(await directory.use.seedDirectory(seed, by(DEPUTY)))).toBe('not-permitted');
  });

  it('tells nobody a name, a phone or a login', async () => {
    const told = JSON.stringify([await events(WANG), await events(LI)]);
    for (const word of ['王建华', '李敏', 'deputy@', 'argon2']) expect(told).not.toContain(word);
  });
});

describe('logging in', () => {
  it('opens with the password, whatever the case of the login, and names memberships and units', async () => {
    const found = await directory.use.authenticate({ login: ' DEPUTY@donghu ', password: PASSWORD });
    expect(found).toMatchObject({
      name: '王建华',
      memberships: [{ tenant: 'donghu', tenantName: '东湖区', role: 'deputy' }],
    });
    const liaison = await directory.use.authenticate({ login: 'liaison@donghu', password: PASSWORD });
    expect(liaison).toMatchObject({ memberships: [{ unitName: '区交通运输局' }] });
  });

  it('refuses a wrong password and an unknown login alike', async () => {
    expect(await directory.use.authenticate({ login: 'deputy@donghu', password: 'wrong' })).toBe('refused');
    expect(await directory.use.authenticate({ login: 'nobody@donghu', password: PASSWORD })).toBe('refused');
  });

  it('keeps passwords as argon2id of 19 MiB and two passes', async () => {
    const account = await directory.database.uow.read('donghu', (tx) => accounts.ofPerson(tx, LI));
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('setting a password', () => {
  it('leaves no fast hash of it behind', async () => {
    const wanted = { personId: LI, login: 'liaison@donghu', password: PASSWORD };
    const ctx = by(ADMINISTRATOR, 'donghu', { requestHash: 'fast-hash-of-the-password' });
    expect(code(await directory.use.saveAccount(wanted, ctx))).toBe('accepted');
    const kept = await directory.database.uow.read('donghu', (tx) =>
      rows<{ request_hash: string }>(tx, 'select request_hash from idempotency'),
    );
    expect(kept.map((row) => row.request_hash)).not.toContain('fast-hash-of-the-password');
  });
});

describe('people of several tenants', () => {
  it('serve with one account in both, and only the platform touches name and password', async () => {
    const city = person(WANG, '王建华', [deputy]);
    expect(await directory.use.savePerson(city, by(PLATFORM, 'yunchuan'))).toMatchObject({ version: 1 });
    const found = await directory.use.authenticate({ login: 'deputy@donghu', password: PASSWORD });
    expect(found).toMatchObject({ memberships: [{ tenant: 'donghu' }, { tenant: 'yunchuan' }] });
    const renamed = await directory.use.savePerson({ ...city, name: '王二' }, by(ADMINISTRATOR, 'yunchuan'));
    expect(code(renamed)).toBe('person-of-other-tenants');
    const taken = { personId: WANG, login: 'deputy@donghu', password: 'of-the-administrator' };
    expect(code(await directory.use.saveAccount(taken, by(ADMINISTRATOR, 'yunchuan')))).toBe(
      'person-of-other-tenants',
    );
  });

  it('are not known to a tenant they have nothing to do with', async () => {
    expect(await directory.use.resolvePeople({ personIds: [WANG, LI] }, by(DEPUTY, 'xiling'))).toEqual([]);
    const stranger = { personId: LI, login: 'liaison@xiling', password: PASSWORD };
    expect(code(await directory.use.saveAccount(stranger, by(ADMINISTRATOR, 'xiling')))).toBe(
      'person-unknown',
    );
  });

  it('keep their logins to themselves', async () => {
    const other = { personId: LI, login: 'deputy@donghu', password: PASSWORD };
    expect(code(await directory.use.saveAccount(other, by(ADMINISTRATOR)))).toBe('login-taken');
  });
});

describe('units, sessions, packs and calendars', () => {
  it('hand a unit over to its successor, once', async () => {
    const [old, next] = [stableId('test', 'old'), stableId('test', 'next')];
    const unit = {
      name: '区水利局',
      kind: 'government',
      active: true,
      decidingOffice: undefined,
      oversees: [],
    } as const;
    for (const unitId of [old, next]) await directory.use.saveUnit({ ...unit, unitId }, by(ADMINISTRATOR));
    const request = { unitId: old, successorUnitId: next, onDate: localDate('2026-01-05') };
    expect(await directory.use.succeedUnit(request, by(ADMINISTRATOR))).toMatchObject({ version: 2 });
    expect(code(await directory.use.succeedUnit(request, by(ADMINISTRATOR)))).toBe('unit-already-succeeded');
    expect(code(await directory.use.saveUnit({ ...unit, unitId: old }, by(ADMINISTRATOR)))).toBe(
      'unit-already-succeeded',
    );
  });

  it('refuse a rule pack that is none and a version with other content', async () => {
    const pack = {
      version: 'sd-1',
      effectiveFrom: localDate('2026-01-01'),
      contentJson: canonicalRulePack(sdDistrict),
    };
    expect(
      code(await directory.use.activateRulePack({ ...pack, contentJson: '{}' }, by(ADMINISTRATOR))),
    ).toBe('rule-pack-invalid');
    expect(await directory.use.activateRulePack(pack, by(ADMINISTRATOR))).toMatchObject({ version: 1 });
    expect(await directory.use.activateRulePack(pack, by(ADMINISTRATOR))).toMatchObject({ version: 1 });
    const other = { ...pack, effectiveFrom: localDate('2026-02-01') };
    expect(code(await directory.use.activateRulePack(other, by(ADMINISTRATOR)))).toBe(
      'rule-pack-version-exists',
    );
  });

  it('number calendars, and the same calendar is no new one', async () => {
    const days = [{ date: localDate('2026-10-01'), off: true, name: '国庆节' }];
    const calendar = { knownUntil: localDate('2026-12-28'), days };
    expect(await directory.use.importCalendar(calendar, by(ADMINISTRATOR))).toMatchObject({
      label: '1',
      version: 1,
    });
    expect(await directory.use.importCalendar(calendar, by(ADMINISTRATOR))).toMatchObject({
      label: '1',
      version: 1,
    });
    const twice = { ...calendar, days: [...days, ...days] };
    expect(code(await directory.use.importCalendar(twice, by(ADMINISTRATOR)))).toBe('calendar-invalid');

    const next = { ...calendar, knownUntil: localDate('2027-12-28'), basedOnVersion: 1 };
    expect(await directory.use.importCalendar(next, by(ADMINISTRATOR))).toMatchObject({ label: '2' });
    const stale = { ...calendar, basedOnVersion: 1 };
    expect(code(await directory.use.importCalendar(stale, by(ADMINISTRATOR)))).toBe('calendar-changed-since');
    expect(await directory.use.importCalendar(next, by(ADMINISTRATOR))).toMatchObject({ label: '2' });
  });

  it('refuse a session whose cut-off lies outside, and a second one of the same ordinals', async () => {
    const session = {
      ...{ congressSessionId: stableId('test', 'session'), congressTerm: 19, congressSession: 5 },
      ...{ opensOn: localDate('2026-01-05'), closesOn: localDate('2026-01-09') },
      cutOffAt: new Date('2026-01-08T10:00:00Z'),
    };
    const late = { ...session, cutOffAt: new Date('2026-01-20T10:00:00Z') };
    expect(code(await directory.use.saveCongressSession(late, by(ADMINISTRATOR)))).toBe('dates-out-of-order');
    expect(await directory.use.saveCongressSession(session, by(ADMINISTRATOR))).toMatchObject({ version: 1 });
    const twin = { ...session, congressSessionId: stableId('test', 'twin') };
    expect(code(await directory.use.saveCongressSession(twin, by(ADMINISTRATOR)))).toBe(
      'congress-session-exists',
    );
  });
});

describe('the business clock', () => {
  const operator = { accountId: 'account-operator', personId: 'operator', roles: ['operator'] } as const;

  it('begins on 2026-01-05, goes forward only, and tells every tenant', async () => {
    const reading = await directory.use.getBusinessClock();
    expect(reading.rehearsal).toBe(true);
    expect(reading.now.toISOString().slice(0, 10)).toBe('2026-01-05');
    const to = new Date('2026-03-01T01:00:00Z');
    expect(await directory.use.advanceClock({ to }, by(operator))).toMatchObject({ id: 'clock' });
    expect((await directory.use.getBusinessClock()).now.getTime()).toBeGreaterThanOrEqual(to.getTime());
    for (const tenant of ['donghu', 'xiling', 'yunchuan']) {
      expect(await events('clock', tenant)).toMatchObject([
        { type: 'clock-advanced', payload: { now: to.toISOString() } },
      ]);
    }
    expect(code(await directory.use.advanceClock({ to: AT }, by(operator)))).toBe('clock-backwards');
    expect(code(await directory.use.advanceClock({ to }, by(DEPUTY)))).toBe('not-permitted');
  });

  it('is the system clock in production and cannot be moved', async () => {
    const real = await openDirectory({ mode: 'production' });
    try {
      expect(await real.use.getBusinessClock()).toMatchObject({ offsetMs: 0, rehearsal: false });
      const answer = await real.use.advanceClock({ to: new Date('2030-01-01T00:00:00Z') }, by(operator));
      expect(code(answer)).toBe('clock-not-movable');
    } finally {
      await real.close();
    }
  });
});

describe('saved views', () => {
  const view = { list: 'cases', name: '红的', filters: 'colour=red' };
  const clerk = (unitId: string): Actor => ({
    ...{ accountId: 'account-li', personId: LI, roles: ['unit-clerk'], unitId },
  });

  it('are one membership’s own, in one tenant', async () => {
    const { use } = directory;
    const saved = await use.addSavedView(view, by(clerk('u-1')));
    const { id: viewId } = accepted(saved);
    expect(await use.listSavedViews({}, by(clerk('u-1')))).toEqual([{ ...view, viewId }]);
    for (const ctx of [by(clerk('u-2')), by(DEPUTY), by(clerk('u-1'), 'yunchuan')]) {
      expect(await use.listSavedViews({}, ctx)).toEqual([]);
      const again = { ...ctx, idempotencyKey: newId() };
      expect(code(await use.removeSavedView({ viewId }, again))).toBe('saved-view-unknown');
    }
    expect(code(await use.addSavedView(view, by(clerk('u-2'))))).toBe('accepted');
  });

  it('keep names apart and their number small, also when many are saved at once', async () => {
    const { use } = directory;
    const add = (name: string) => use.addSavedView({ ...view, name }, by(clerk('u-3')));
    const twice = await Promise.all([1, 2, 3].map(() => add('同名')));
    expect(twice.map(code).toSorted()).toEqual(
      ['accepted', 'saved-view-name-taken', 'saved-view-name-taken'].toSorted(),
    );
    const many = await Promise.all(Array.from({ length: 22 }, (_, index) => add(`第${index}个`)));
    expect(many.map(code).filter((each) => each === 'accepted')).toHaveLength(19);
    expect(many.map(code).filter((each) => each === 'saved-views-full')).toHaveLength(3);
  });

  it('are removed and renamed, and a command sent again changes nothing', async () => {
    const { use } = directory;
    const ctx = by(clerk('u-4'));
    const { id: viewId } = accepted(await use.addSavedView(view, ctx));
    expect(await use.addSavedView(view, ctx)).toMatchObject({ id: viewId });
    accepted(await use.renameSavedView({ viewId, name: '急的' }, by(clerk('u-4'))));
    expect(await use.listSavedViews({}, by(clerk('u-4')))).toEqual([{ ...view, viewId, name: '急的' }]);
    accepted(await use.removeSavedView({ viewId }, by(clerk('u-4'))));
    expect(await use.listSavedViews({}, by(clerk('u-4')))).toEqual([]);
  });
});

describe('the end of a mandate', () => {
  it('takes the role, keeps the person, and comes once', async () => {
    const request = { personId: WANG, onDate: localDate('2026-01-05'), reason: '调离本行政区域' };
    expect(code(await directory.use.endMandate({ ...request, reason: '' }, by(ADMINISTRATOR)))).toBe(
      'reason-missing',
    );
    const wang = (role: 'deputy' | 'former-deputy'): Actor => ({
      ...{ accountId: 'account-wang', personId: WANG, roles: [role] },
    });
    const holds = (actor: Actor, tenant = 'donghu') => directory.use.checkMembership({}, by(actor, tenant));
    expect([await holds(wang('deputy')), await holds(wang('former-deputy'))]).toEqual([true, false]);
    expect(code(await directory.use.endMandate(request, by(ADMINISTRATOR)))).toBe('accepted');
    expect(code(await directory.use.endMandate(request, by(ADMINISTRATOR)))).toBe('no-mandate');
    expect([await holds(wang('deputy')), await holds(wang('former-deputy'))]).toEqual([false, true]);
    expect(await holds(wang('deputy'), 'yunchuan')).toBe(true);
    const found = await directory.use.authenticate({ login: 'deputy@donghu', password: PASSWORD });
    // In force first: a login begins where the person still serves.
    expect(found).toMatchObject({
      memberships: [
        { tenant: 'yunchuan', role: 'deputy' },
        { tenant: 'donghu', role: 'former-deputy' },
      ],
    });
    expect(await directory.use.resolvePeople({ personIds: [WANG] }, by(DEPUTY))).toHaveLength(1);
  });
});
