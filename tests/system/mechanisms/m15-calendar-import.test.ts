import { workCalendar, type CalendarDay } from '@huiyin/calendar/work-calendar';
import { addDays, localDate } from '@huiyin/kernel/local-date';
import { Cast } from '@huiyin/scripts/road/cast';
import { Journey } from '@huiyin/scripts/road/journey';
import { handOver, raise } from '@huiyin/scripts/road/raise';
import { furtherCase } from '@huiyin/scripts/road/road-case';
import { waitFor } from '@huiyin/testkit/wait-for';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { today } from './support/meeting-of.ts';
import { seen } from './support/seen.ts';

interface Calendar {
  readonly version: number;
  readonly knownUntil: string;
  readonly days: readonly CalendarDay[];
}

interface Clock {
  readonly clockId: string;
  readonly suggestionId: string;
  readonly kind: string;
  readonly dueDate: string;
  readonly provisional: boolean;
  readonly colour: string;
}

interface Effect {
  readonly clockId: string;
  readonly suggestionId: string;
  readonly fromDate: string;
  readonly toDate: string;
  readonly fromProvisional: boolean;
  readonly toProvisional: boolean;
  readonly fromColour: string;
  readonly toColour: string;
}

interface Explanation {
  readonly calendarVersion: number;
  readonly dueDate: string;
  readonly provisional: boolean;
  readonly knownUntil: string;
  readonly skipped: readonly { readonly name: string }[];
  readonly lines: readonly string[];
  readonly history: readonly { readonly dueDate: string; readonly cause: string }[];
}

type Wanted = Pick<Calendar, 'knownUntil' | 'days'>;

/** A tenant of this file's own: its calendar is nobody else's. */
const cast = new Cast(inject('gatewayUrl'), 'beiyuan');
const CASES = 2;
const GIVEN_TIMEOUT_MS = 300_000;
/** Each case is found anew by the sweep, which comes by every few seconds. Milliseconds. */
const APPLIED_WITHIN_MS = 60_000;
/** So few workdays before its last day a reply without a draft is red. */
const LEFT = 2;

let official: Calendar;
let caseId = '';

const admin = () => cast.person('admin');

/** Every open clock of the tenant, by its id. */
async function clocks(): Promise<ReadonlyMap<string, Clock>> {
  const all = await (await cast.person('desk')).all<Clock>('/clocks');
  return new Map(all.map((clock) => [clock.clockId, clock]));
}

const shown = ({ dueDate, provisional, colour }: Clock): readonly unknown[] => [dueDate, provisional, colour];

async function replyClock(): Promise<Clock> {
  const found = [...(await clocks()).values()].find(
    ({ suggestionId, kind }) => suggestionId === caseId && kind === 'reply',
  );
  if (found === undefined) throw new Error('the case has no clock of its reply');
  return found;
}

async function explanationOf({ clockId }: Clock): Promise<Explanation> {
  return (await cast.person('desk')).get<Explanation>(`/clocks/${clockId}/explanation`);
}

async function previewOf(wanted: Wanted): Promise<readonly Effect[]> {
  const effects: Effect[] = [];
  let cursor: string | undefined;
  do {
    const page: { effects: Effect[]; nextCursor?: string } = await (
      await admin()
    ).send('POST', '/calendars:preview', { ...wanted, ...(cursor !== undefined && { cursor }) });
    effects.push(...page.effects);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return effects;
}

/** Imports a calendar; nobody does anything else until every case stands by it. Answers its version. */
async function applied(wanted: Wanted): Promise<number> {
  const { version: basedOnVersion } = await (await admin()).get<Calendar>('/calendars');
  await (await admin()).post('/calendars', { ...wanted, basedOnVersion });
  const version = basedOnVersion + 1;
  await waitFor(
    `every case stands by calendar ${version}`,
    async () => {
      const progress = await (await admin()).get<{ version: number; behind: number }>('/calendars:progress');
      return progress.version === version && progress.behind === 0;
    },
    APPLIED_WITHIN_MS,
  );
  return version;
}

/** Previews a calendar, sees that nothing has changed, imports it, and sees that just that has changed. */
async function appliedAsPreviewed(wanted: Wanted): Promise<{ effects: readonly Effect[]; version: number }> {
  const before = await clocks();
  const effects = await previewOf(wanted);
  expect([...(await clocks()).values()].map(shown)).toEqual([...before.values()].map(shown));
  const version = await applied(wanted);
  const announced = new Map(effects.map((effect) => [effect.clockId, effect]));
  expect(announced.size).toBe(effects.length);
  for (const { clockId, fromDate, fromProvisional, fromColour } of effects)
    expect(before.get(clockId)).toMatchObject({
      ...{ dueDate: fromDate, provisional: fromProvisional, colour: fromColour },
    });
  const after = await clocks();
  // Whoever turns red gets a supervision letter, which has to be answered.
  const begun = [...after.values()].filter(({ clockId }) => !before.has(clockId));
  const red = effects.filter(({ toColour }) => toColour === 'red');
  expect(begun.map(({ kind, suggestionId }) => `${kind} ${suggestionId}`).toSorted()).toEqual(
    red.map(({ suggestionId }) => `letter_answer ${suggestionId}`).toSorted(),
  );
  for (const clockId of before.keys()) {
    const clock = after.get(clockId);
    const effect = announced.get(clockId);
    const expected =
      effect === undefined
        ? before.get(clockId)
        : { dueDate: effect.toDate, provisional: effect.toProvisional, colour: effect.toColour };
    expect(clock).toMatchObject({ ...expected, clockId });
  }
  expect(await previewOf(wanted)).toEqual([]);
  return { effects, version };
}

/** A long holiday of the place from the day after tomorrow, until few workdays are left before a day. */
function longHoliday(from: string, until: string): readonly CalendarDay[] {
  const calendar = workCalendar({ days: official.days, knownUntil: localDate(official.knownUntil) });
  const last = calendar.addWorkdays(localDate(until), -LEFT);
  const off: CalendarDay[] = [];
  for (let day = addDays(localDate(from), 2); day < last; day = addDays(day, 1))
    if (calendar.isWorkday(day)) off.push({ date: day, off: true, name: '地方假日' });
  const named = new Set(off.map(({ date }) => date));
  return [...official.days.filter(({ date }) => !named.has(date)), ...off];
}

beforeAll(async () => {
  for (let index = 0; index < CASES; index += 1) {
    const journey = new Journey(cast, furtherCase(`放假安排 ${index}`, 40 + index, `deputy-${31 + index}`));
    await raise(journey);
    await handOver(journey);
    caseId = journey.suggestionId;
  }
  official = await (await admin()).get<Calendar>('/calendars');
}, GIVEN_TIMEOUT_MS);

describe('M15 an imported calendar', { timeout: GIVEN_TIMEOUT_MS }, () => {
  it('moves the dates and turns the colours that its preview said, and no others', async (context) => {
    const reply = await replyClock();
    expect(reply).toMatchObject({ colour: 'green', provisional: false });
    const before = await explanationOf(reply);
    const wanted = { knownUntil: official.knownUntil, days: longHoliday(await today(), reply.dueDate) };
    const { effects, version } = await appliedAsPreviewed(wanted);

    const moved = effects.filter(({ fromDate, toDate }) => fromDate !== toDate);
    const turned = effects.filter(({ fromColour, toColour }) => fromColour !== toColour);
    expect(moved.length).toBeGreaterThanOrEqual(CASES);
    expect(turned.filter(({ toColour }) => toColour === 'red')).toHaveLength(CASES);
    const [one] = moved;
    const clock = (await clocks()).get(one?.clockId ?? '');
    if (clock === undefined) throw new Error('a clock that moved is gone');
    const why = await explanationOf(clock);
    expect(why).toMatchObject({ calendarVersion: version, dueDate: one?.toDate });
    expect(before.calendarVersion).toBe(version - 1);
    expect(why.skipped.map(({ name }) => name)).toContain('地方假日');
    expect(why.history.at(-1)).toMatchObject({ dueDate: one?.toDate, cause: 'calendar' });
    seen(
      context,
      `${moved.length} 个到期日移动、${turned.length} 个变色，和预览逐一相符；说明按第 ${version} 版放假安排`,
    );
  });

  it('makes days beyond it provisional, which the next one makes firm without moving them', async (context) => {
    const { dueDate } = await replyClock();
    const short = { knownUntil: addDays(localDate(dueDate), -30), days: official.days };
    const provisional = await appliedAsPreviewed(short);
    const beyond = await replyClock();
    expect(beyond).toMatchObject({ provisional: true, colour: 'green' });
    const unsure = await explanationOf(beyond);
    expect(unsure).toMatchObject({
      ...{ calendarVersion: provisional.version, provisional: true, knownUntil: short.knownUntil },
    });

    const { effects, version } = await appliedAsPreviewed({
      ...{ knownUntil: official.knownUntil, days: official.days },
    });
    expect(effects.map(({ clockId }) => clockId)).toContain(beyond.clockId);
    for (const effect of effects)
      expect(effect).toMatchObject({ toProvisional: false, toDate: effect.fromDate });
    const firm = await explanationOf(await replyClock());
    expect(firm).toMatchObject({ calendarVersion: version, provisional: false, dueDate: unsure.dueDate });
    seen(context, `日历只公布到 ${short.knownUntil} 时 ${unsure.dueDate} 为暂定，公布之后不再暂定`);
  });

  it('is not taken when another came between its preview and it', async (context) => {
    const { version } = await (await admin()).get<Calendar>('/calendars');
    const stale = { knownUntil: official.knownUntil, days: [], basedOnVersion: version - 1 };
    await expect((await admin()).post('/calendars', stale)).rejects.toThrow(/ 409 calendar-changed-since/);
    await expect((await cast.person('desk')).post('/calendars', stale)).rejects.toThrow(/ 403 not-permitted/);
    seen(context, '预览之后日历又有改动的，不予启用；代表工委只能预览');
  });
});
