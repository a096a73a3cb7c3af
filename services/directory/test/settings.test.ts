import { canonicalRulePack } from '@huiyin/calendar/rule-pack';
import { sdDistrict } from '@huiyin/calendar/sd-district';
import { stableId } from '@huiyin/kernel/ids';
import { addDays, localDate, localDateOf } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { codeOf } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ADMINISTRATOR,
  AT,
  by,
  DEPUTY,
  eventsOf,
  openCity,
  openDirectory,
  type OpenDirectory,
} from './open-directory.ts';
let directory: OpenDirectory;

beforeAll(async () => {
  directory = await openCity();
});
afterAll(() => directory.close());

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
    expect(codeOf(await directory.use.succeedUnit(request, by(ADMINISTRATOR)))).toBe(
      'unit-already-succeeded',
    );
    expect(codeOf(await directory.use.saveUnit({ ...unit, unitId: old }, by(ADMINISTRATOR)))).toBe(
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
      codeOf(await directory.use.activateRulePack({ ...pack, contentJson: '{}' }, by(ADMINISTRATOR))),
    ).toBe('rule-pack-invalid');
    expect(await directory.use.activateRulePack(pack, by(ADMINISTRATOR))).toMatchObject({ version: 1 });
    expect(await directory.use.activateRulePack(pack, by(ADMINISTRATOR))).toMatchObject({ version: 1 });
    const other = { ...pack, effectiveFrom: localDate('2026-02-01') };
    expect(codeOf(await directory.use.activateRulePack(other, by(ADMINISTRATOR)))).toBe(
      'rule-pack-version-exists',
    );
  });

  it('put every rule pack that comes with the system in force, each from a day of its own that has not gone', async () => {
    const shipped = await directory.use.listShippedRulePacks({}, by(DEPUTY));
    if (isRejection(shipped)) throw new Error(shipped.code);
    expect(shipped.map(({ version }) => version)).toHaveLength(6);
    for (const [index, { version, contentJson }] of shipped.entries()) {
      const pack = { version, contentJson, effectiveFrom: addDays(localDateOf(AT), index) };
      expect(await directory.use.activateRulePack(pack, by(ADMINISTRATOR))).toMatchObject({ id: version });
    }
    const contentJson = canonicalRulePack(sdDistrict);
    const late = { version: 'late', contentJson, effectiveFrom: addDays(localDateOf(AT), -1) };
    expect(await directory.use.activateRulePack(late, by(ADMINISTRATOR))).toMatchObject({
      ...{ kind: 'invalid', field: 'effectiveFrom' },
    });
    const same = { ...late, effectiveFrom: localDateOf(AT) };
    expect(codeOf(await directory.use.activateRulePack(same, by(ADMINISTRATOR)))).toBe('rule-pack-day-taken');
    const listed = await directory.use.listRulePacks({}, by(DEPUTY));
    expect(listed).toMatchObject([{ version: shipped.at(-1)?.version }, {}, {}, {}, {}, {}, {}]);
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
    expect(codeOf(await directory.use.importCalendar(twice, by(ADMINISTRATOR)))).toBe('calendar-invalid');

    const next = { ...calendar, knownUntil: localDate('2027-12-28'), basedOnVersion: 1 };
    expect(await directory.use.importCalendar(next, by(ADMINISTRATOR))).toMatchObject({ label: '2' });
    const stale = { ...calendar, basedOnVersion: 1 };
    expect(codeOf(await directory.use.importCalendar(stale, by(ADMINISTRATOR)))).toBe(
      'calendar-changed-since',
    );
    expect(await directory.use.importCalendar(next, by(ADMINISTRATOR))).toMatchObject({ label: '2' });
  });

  it('refuse a session whose cut-off lies outside, and a second one of the same ordinals', async () => {
    const session = {
      ...{ congressSessionId: stableId('test', 'session'), congressTerm: 19, congressSession: 5 },
      ...{ opensOn: localDate('2026-01-05'), closesOn: localDate('2026-01-09') },
      cutOffAt: new Date('2026-01-08T10:00:00Z'),
    };
    const late = { ...session, cutOffAt: new Date('2026-01-20T10:00:00Z') };
    expect(codeOf(await directory.use.saveCongressSession(late, by(ADMINISTRATOR)))).toBe(
      'dates-out-of-order',
    );
    expect(await directory.use.saveCongressSession(session, by(ADMINISTRATOR))).toMatchObject({ version: 1 });
    const twin = { ...session, congressSessionId: stableId('test', 'twin') };
    expect(codeOf(await directory.use.saveCongressSession(twin, by(ADMINISTRATOR)))).toBe(
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
      expect(await eventsOf(directory, 'clock', tenant)).toMatchObject([
        { type: 'clock-advanced', payload: { now: to.toISOString() } },
      ]);
    }
    expect(codeOf(await directory.use.advanceClock({ to: AT }, by(operator)))).toBe('clock-backwards');
    expect(codeOf(await directory.use.advanceClock({ to }, by(DEPUTY)))).toBe('not-permitted');
  });

  it('is the system clock in production and cannot be moved', async () => {
    const real = await openDirectory({ mode: 'production' });
    try {
      expect(await real.use.getBusinessClock()).toMatchObject({ offsetMs: 0, rehearsal: false });
      const answer = await real.use.advanceClock({ to: new Date('2030-01-01T00:00:00Z') }, by(operator));
      expect(codeOf(answer)).toBe('clock-not-movable');
    } finally {
      await real.close();
    }
  });
});
