import type { Actor } from '@huiyin/kernel/actor';
import { stableId } from '@huiyin/kernel/ids';
import { localDate } from '@huiyin/kernel/local-date';
import { rows } from '@huiyin/postgres/query';
import { codeOf } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts } from '../src/storage/accounts.ts';
import type { WantedPerson } from '../src/app/save-person.ts';
import {
  ADMINISTRATOR,
  by,
  DEPUTY,
  eventsOf,
  openCity,
  PLATFORM,
  type OpenDirectory,
} from './open-directory.ts';

const WANG = stableId('test', 'wang');
const LI = stableId('test', 'li');
const TRAFFIC = stableId('test', 'jiaotong');
const PASSWORD = 'a-long-password';

let directory: OpenDirectory;

beforeAll(async () => {
  directory = await openCity();
});
afterAll(() => directory.close());

const person = (personId: string, name: string, roles: WantedPerson['memberships']): WantedPerson => ({
  ...{ personId, name, phone: '', cardNumber: '', memberships: roles },
});
const deputy = { role: 'deputy', unitId: '', active: true, delegation: '' } as const;
const events = (stream: string) => eventsOf(directory, stream);

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
    expect(codeOf(await directory.use.seedDirectory(seed, by(DEPUTY)))).toBe('not-permitted');
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
    expect(codeOf(await directory.use.saveAccount(wanted, ctx))).toBe('accepted');
    const kept = await directory.database.uow.read('donghu', (tx) =>
      rows<{ request_hash: string }>(tx, 'select request_hash from idempotency'),
    );
    expect(kept.map((row) => row.request_hash)).not.toContain('fast-hash-of-the-password');
  });

  it('tells the administrator by which name somebody logs in, and nobody else', async () => {
    const which = { role: '', unitId: '', nameContains: '李敏', cursor: '', limit: 10 };
    const desk = { ...ADMINISTRATOR, roles: ['congress-desk'] } as const;
    const listed = await directory.use.listPeople(which, by(ADMINISTRATOR));
    expect(listed).toMatchObject([{ personId: LI, login: 'liaison@donghu' }]);
    expect(await directory.use.listPeople(which, by(desk))).toMatchObject([{ personId: LI, login: '' }]);
  });
});

describe('people of several tenants', () => {
  it('serve with one account in both, and only the platform touches name and password', async () => {
    const city = person(WANG, '王建华', [deputy]);
    expect(await directory.use.savePerson(city, by(PLATFORM, 'yunchuan'))).toMatchObject({ version: 1 });
    const found = await directory.use.authenticate({ login: 'deputy@donghu', password: PASSWORD });
    expect(found).toMatchObject({ memberships: [{ tenant: 'donghu' }, { tenant: 'yunchuan' }] });
    const renamed = await directory.use.savePerson({ ...city, name: '王二' }, by(ADMINISTRATOR, 'yunchuan'));
    expect(codeOf(renamed)).toBe('person-of-other-tenants');
    const taken = { personId: WANG, login: 'deputy@donghu', password: 'of-the-administrator' };
    expect(codeOf(await directory.use.saveAccount(taken, by(ADMINISTRATOR, 'yunchuan')))).toBe(
      'person-of-other-tenants',
    );
  });

  it('are not known to a tenant they have nothing to do with', async () => {
    expect(await directory.use.resolvePeople({ personIds: [WANG, LI] }, by(DEPUTY, 'xiling'))).toEqual([]);
    const stranger = { personId: LI, login: 'liaison@xiling', password: PASSWORD };
    expect(codeOf(await directory.use.saveAccount(stranger, by(ADMINISTRATOR, 'xiling')))).toBe(
      'person-unknown',
    );
  });

  it('keep their logins to themselves', async () => {
    const other = { personId: LI, login: 'deputy@donghu', password: PASSWORD };
    expect(codeOf(await directory.use.saveAccount(other, by(ADMINISTRATOR)))).toBe('login-taken');
  });
});

describe('the end of a mandate', () => {
  it('takes the role, keeps the person, and comes once', async () => {
    const request = { personId: WANG, onDate: localDate('2026-01-05'), reason: '调离本行政区域' };
    expect(codeOf(await directory.use.endMandate({ ...request, reason: '' }, by(ADMINISTRATOR)))).toBe(
      'reason-missing',
    );
    const wang = (role: 'deputy' | 'former-deputy'): Actor => ({
      ...{ accountId: 'account-wang', personId: WANG, roles: [role] },
    });
    const holds = (actor: Actor, tenant = 'donghu') => directory.use.checkMembership({}, by(actor, tenant));
    expect([await holds(wang('deputy')), await holds(wang('former-deputy'))]).toEqual([true, false]);
    expect(codeOf(await directory.use.endMandate(request, by(ADMINISTRATOR)))).toBe('accepted');
    expect(codeOf(await directory.use.endMandate(request, by(ADMINISTRATOR)))).toBe('no-mandate');
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
