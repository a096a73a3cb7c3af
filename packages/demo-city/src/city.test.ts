import { isId } from '@huiyin/kernel/ids';
import { ROLES } from '@huiyin/kernel/actor';
import { describe, expect, it } from 'vitest';

import { shownAccounts } from './accounts.ts';
import { demoCity, type DemoTenant } from './city.ts';
import { chineseNumber, DEMO_STARTS_ON } from './congress-sessions.ts';
import { personId } from './people.ts';
import { unitId } from './units.ts';

const city = demoCity();
const people = city.flatMap((tenant) => tenant.people);
const units = city.flatMap((tenant) => tenant.units);
const accounts = city.flatMap((tenant) => tenant.accounts);

function duplicates(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function tenant(id: string): DemoTenant {
  const found = city.find((candidate) => candidate.place.tenant === id);
  if (found === undefined) throw new Error(`no tenant ${id}`);
  return found;
}

describe('the demo city', () => {
  it('is the same for the same seed; another seed changes names, never ids or logins', () => {
    expect(demoCity()).toEqual(city);
    const other = demoCity('another seed');
    expect(other).not.toEqual(city);
    const ids = (of: readonly DemoTenant[]): unknown =>
      of.map(({ people: all, accounts: some }) => [all.map((p) => p.personId), some.map((a) => a.login)]);
    expect(ids(other)).toEqual(ids(city));
  });

  it('has a city and three districts with fictional area codes', () => {
    expect(city.map(({ place }) => [place.tenant, place.name, place.areaCode, place.parent])).toEqual([
      ['yunchuan', '云川市', '990100', undefined],
      ['donghu', '东湖区', '990101', 'yunchuan'],
      ['xiling', '西岭区', '990102', 'yunchuan'],
      ['beiyuan', '北原县', '990103', 'yunchuan'],
    ]);
  });

  it('repeats no id, no login, no card number, and no name within a tenant', () => {
    const sessions = city.flatMap((one) => one.congressSessions);
    const ids = [
      ...people.map((person) => person.personId),
      ...units.map((unit) => unit.unitId),
      ...accounts.map((account) => account.accountId),
      ...sessions.map((session) => session.congressSessionId),
    ];
    expect(duplicates(ids)).toEqual([]);
    expect(ids.every(isId)).toBe(true);
    expect(duplicates(accounts.map((account) => account.login))).toEqual([]);
    expect(duplicates(people.flatMap((person) => person.deputy?.cardNumber ?? []))).toEqual([]);
    for (const one of city) {
      expect(duplicates(one.people.map((person) => person.name))).toEqual([]);
      expect(duplicates(one.units.map((unit) => unit.name))).toEqual([]);
    }
  });

  it('shows one account of every role, with a login to remember', () => {
    const shown = shownAccounts(accounts);
    const given = ROLES.filter((role) => role !== 'former-deputy');
    expect(shown.map((account) => account.role)).toEqual(given);
    const logins = shown.map((account) => account.login);
    expect(logins).toContain('deputy@donghu');
    expect(logins).toContain('desk@donghu');
    expect(logins).toContain('liaison@donghu');
    expect(logins).toContain('city@yunchuan');
  });

  it('gives every handling unit a head, a liaison and a clerk, and every committee a member', () => {
    for (const one of city) {
      for (const unit of one.units) {
        const roles = one.people
          .flatMap((person) => person.memberships)
          .filter((membership) => membership.unitId === unit.unitId)
          .map((membership) => membership.role);
        const expected =
          unit.kind === 'congress' ? ['committee'] : ['unit-head', 'unit-liaison', 'unit-clerk'];
        expect([unit.name, roles]).toEqual([unit.name, expected]);
      }
    }
  });

  it('lets tests name units and people without searching', () => {
    const { units: offices, people: residents } = tenant('donghu');
    const transport = offices.find((unit) => unit.unitId === unitId('donghu', 'jiaotong'));
    expect(transport).toMatchObject({ name: '区交通运输局', decidingOffice: 'government-office' });
    const court = offices.find((unit) => unit.unitId === unitId('donghu', 'fayuan'));
    expect(court).toMatchObject({ name: '区人民法院', decidingOffice: 'congress-desk' });
    const finance = residents.find((person) => person.personId === personId('donghu', 'head-caizheng'));
    expect(finance?.memberships).toEqual([
      { tenant: 'donghu', role: 'unit-head', unitId: unitId('donghu', 'caizheng') },
    ]);
  });

  it('seats some district deputies in the city’s congress too, their district first', () => {
    const both = people.filter((person) => person.memberships.length > 1);
    expect(both).toHaveLength(15);
    for (const { memberships } of both) {
      expect(memberships.map((membership) => membership.role)).toEqual(['deputy', 'deputy']);
      expect(memberships[0].tenant).not.toBe('yunchuan');
      expect(memberships[1]?.tenant).toBe('yunchuan');
    }
  });

  it('begins on the first day of the districts’ fifth session', () => {
    expect(tenant('donghu').congressSessions.at(-1)).toMatchObject({
      congressTerm: 19,
      congressSession: 5,
      opensOn: DEMO_STARTS_ON,
      closesOn: '2026-01-09',
      cutOffAt: '2026-01-08T18:00:00+08:00',
    });
    expect([1, 9, 10, 12, 19, 20, 21].map(chineseNumber)).toEqual([
      '一',
      '九',
      '十',
      '十二',
      '十九',
      '二十',
      '二十一',
    ]);
  });
});
