import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { workCalendar, type CalendarDay } from '@huiyin/calendar/work-calendar';
import { newId } from '@huiyin/kernel/ids';
import { addDays, localDate } from '@huiyin/kernel/local-date';
import { rows } from '@huiyin/postgres/query';
import { constantFrom, integer, sample, tuple, uniqueArray } from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarPreview } from '../src/app/preview-calendar.ts';
import {
  ANY,
  at,
  by,
  clockStart,
  DONGHU,
  envelope,
  HE,
  openSupervision,
  WANG,
  ZHOU,
  type OpenSupervision,
} from './open-supervision.ts';

const OFFICIAL = chinaOfficialDays();
const START = localDate('2026-03-02');
/** More than one answer of a preview, and several transactions of a sweep. */
const CASES = 350;

let supervision: OpenSupervision;

beforeAll(async () => {
  supervision = await openSupervision();
});
afterAll(() => supervision.close());

interface Calendar {
  readonly knownUntil: typeof OFFICIAL.knownUntil;
  readonly days: readonly CalendarDay[];
}

/** The official days with some others off. */
function withDaysOff(dates: readonly string[], knownUntil: string = OFFICIAL.knownUntil): Calendar {
  const kept = OFFICIAL.days.filter(({ date }) => !dates.includes(date));
  const added = dates.map((date) => ({ date: localDate(date), off: true, name: '地方假日' }));
  return { knownUntil: localDate(knownUntil), days: [...kept, ...added] };
}

let imports = 1;

async function importCalendar(calendar: Calendar, day: Date): Promise<void> {
  imports += 1;
  const payload = { version: imports, ...calendar };
  await supervision.hear('directory', { stream: 'calendar', type: 'calendar-imported', payload, at: day });
}

/** A plan of ten workdays and a reply of three months. */
async function handOver(caseId: string, day: string): Promise<void> {
  await supervision.hear('assignment', {
    ...{ stream: caseId, type: 'plan-requested', at: at(day) },
    payload: {
      suggestionId: caseId,
      clocks: [
        clockStart('plan', newId(), day, { n: 10, unit: 'workday' }),
        clockStart('reply', newId(), day, { n: 3, unit: 'month' }),
      ],
    },
  });
}

/** Every page of a preview. */
async function preview(calendar: Calendar, now: Date): Promise<CalendarPreview['effects']> {
  const effects: CalendarPreview['effects'][number][] = [];
  let cursor = '';
  do {
    const page = accepted(await supervision.use.previewCalendar({ ...calendar, cursor }, by(ZHOU, now)));
    effects.push(...page.effects);
    cursor = page.nextCursor;
  } while (cursor !== '');
  return effects;
}

interface Told {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What has been said of dates and colours since a position. */
async function toldSince(position: number): Promise<readonly Told[]> {
  return supervision.database.uow.read(DONGHU, (tx) =>
    rows<Told>(
      tx,
      `select type, payload from event where tenant = $1 and position > $2
       and type in ('clock-moved', 'colour-changed') order by payload ->> 'clockId', type, position`,
      [DONGHU, position],
    ),
  );
}

async function position(): Promise<number> {
  const found = await supervision.database.uow.read(DONGHU, (tx) =>
    rows<{ position: string }>(
      tx,
      'select coalesce(max(position), 0) as position from event where tenant = $1',
      [DONGHU],
    ),
  );
  return Number(found[0]?.position);
}

const progress = async () =>
  accepted(await supervision.use.getCalendarProgress({}, by(ZHOU, at('2026-03-10'))));

/** The effects of a preview in the form of the events that they announce. */
function announced(effects: CalendarPreview['effects']): readonly Told[] {
  const told = effects.flatMap(({ before, after }): Told[] => [
    ...(before.due?.date === after.due?.date && before.due?.provisional === after.due?.provisional
      ? []
      : [
          {
            type: 'clock-moved',
            payload: { clockId: after.id, fromDate: before.due?.date, dueDate: after.due?.date },
          },
        ]),
    ...(before.standing.colour === after.standing.colour
      ? []
      : [
          {
            type: 'colour-changed',
            payload: {
              clockId: after.id,
              fromColour: before.standing.colour,
              toColour: after.standing.colour,
            },
          },
        ]),
  ]);
  const place = ({ type, payload }: Told): string => `${String(payload['clockId'])} ${type}`;
  return told.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

describe('an imported calendar', () => {
  beforeEach(async () => {
    await supervision.sweep(at('2026-03-03'));
  });

  it('changes what its preview said and nothing else, whatever calendar it is', async () => {
    const starts = Array.from({ length: 40 }, (_, index) => addDays(START, index % 20));
    for (const day of starts) await handOver(newId(), day);
    const calendars = tuple(
      uniqueArray(integer({ min: 0, max: 120 }), { maxLength: 40 }),
      constantFrom('2026-12-28', '2026-05-31', '2027-12-28'),
    );
    const days = ['2026-03-22', '2026-03-24', '2026-04-07', '2026-05-27', '2026-06-02', '2026-06-10'];
    let announcedInAll = 0;
    for (const [index, [off, knownUntil]] of sample(calendars, { numRuns: days.length, seed: 7 }).entries()) {
      const now = at(days[index] ?? '', '10:00');
      await supervision.sweep(now);
      const calendar = withDaysOff(
        off.map((add) => addDays(START, add)),
        knownUntil,
      );
      const known = await position();
      const before = announced(await preview(calendar, now));
      expect(await toldSince(known)).toEqual([]);
      await importCalendar(calendar, now);
      expect(await toldSince(known)).toEqual([]);
      await supervision.sweep(now);
      expect(await toldSince(known)).toMatchObject(before);
      announcedInAll += before.length;
      expect(await preview(calendar, now)).toEqual([]);
      expect(await progress()).toMatchObject({ version: imports, behind: 0 });
    }
    expect(announcedInAll).toBeGreaterThan(40);
  });

  it('moves each date once, with three replicas, a second import and facts among them', async () => {
    const cases = Array.from({ length: CASES }, () => newId());
    for (const caseId of cases) await handOver(caseId, '2026-07-01');
    const now = at('2026-07-06');
    await supervision.sweep(now);
    const known = await position();
    const replicas = [supervision, supervision.replica(), supervision.replica()];
    await importCalendar(withDaysOff(['2026-07-08']), at('2026-07-03'));
    expect((await progress()).behind).toBeGreaterThanOrEqual(CASES);
    const second = (async () => {
      await importCalendar(withDaysOff(['2026-07-08', '2026-07-09']), at('2026-07-06', '08:00'));
      await replicas[1]?.sweep(now);
    })();
    const met = cases.filter((_, index) => index % 20 === 0);
    const meeting = (async () => {
      for (const caseId of met) {
        const clocks = [
          { op: 'CLOCK_OP_CANCEL', kind: 'none', subject: newId(), round: 1, startDate: '2026-07-06' },
        ];
        const payload = { suggestionId: caseId, clocks };
        const fact = { stream: caseId, type: 'plan-filed', payload, at: at('2026-07-06', '08:30') };
        await replicas[2]?.apply(envelope('assignment', 2, fact));
      }
    })();
    await Promise.all([...replicas.map((replica) => replica.sweep(now)), second, meeting]);
    await supervision.sweep(now);

    const moved = (await toldSince(known)).filter(
      ({ type, payload }) => type === 'clock-moved' && payload['kind'] === 'plan',
    );
    const steps = Map.groupBy(moved, ({ payload }) => String(payload['clockId']));
    expect(steps.size).toBe(CASES);
    for (const told of steps.values()) {
      expect(
        told.map(({ payload }) => [payload['fromDate'], payload['dueDate'], payload['dueVersion']]),
      ).toEqual([
        ['2026-07-15', '2026-07-16', 2],
        ['2026-07-16', '2026-07-17', 3],
      ]);
    }
    expect(await progress()).toMatchObject({ version: imports, behind: 0 });
  });

  it('is explained by the calendar that a date was found by, before and after it moves', async () => {
    const caseId = newId();
    await handOver(caseId, '2026-08-03');
    const now = at('2026-08-05');
    const clock = async () => {
      const { items } = accepted(
        await supervision.use.listClocks({ ...ANY, caseId, kind: 'plan' }, by(ZHOU, now)),
      );
      const [listed] = items;
      const clockId = listed?.watch.id ?? '';
      const why = accepted(await supervision.use.getClockExplanation({ clockId }, by(ZHOU, now)));
      return {
        date: listed?.watch.due?.date,
        skipped: why.skipped.map(({ name }) => name),
        lines: why.lines,
      };
    };
    expect((await clock()).date).toBe('2026-08-17');
    const calendar = withDaysOff(['2026-08-06', '2026-08-07']);
    await importCalendar(calendar, now);
    const before = await clock();
    expect(before.date).toBe('2026-08-17');
    expect(before.skipped).not.toContain('地方假日');
    await supervision.sweep(now);
    const after = await clock();
    expect(after.date).toBe('2026-08-19');
    expect(after.date).toBe(workCalendar(calendar).addWorkdays(localDate('2026-08-03'), 10));
    expect(after.skipped).toContain('地方假日');
    expect(after.lines.join()).toContain('2026-08-19');
  });

  it('comes between what time did before it and after it, when all replicas were away', async () => {
    const caseId = newId();
    await handOver(caseId, '2026-09-01');
    // Due on 2026-09-15; imported on that day, heard and swept days later.
    await importCalendar(withDaysOff(['2026-09-10', '2026-09-11']), at('2026-09-15'));
    await supervision.sweep(at('2026-09-25'));
    const told = await supervision.database.uow.read(DONGHU, (tx) =>
      rows<{ type: string; at: Date; due: string }>(
        tx,
        `select type, occurred_at as at, payload ->> 'dueDate' as due from event
         where tenant = $1 and stream = $2 and payload ->> 'kind' = 'plan'
           and type in ('clock-moved', 'clock-missed') order by version`,
        [DONGHU, caseId],
      ),
    );
    expect(told).toEqual([
      { type: 'clock-moved', at: at('2026-09-15'), due: '2026-09-17' },
      { type: 'clock-missed', at: at('2026-09-18', '00:00'), due: '2026-09-17' },
    ]);
  });

  it('is previewed for who imports it and whose clocks it moves, and not with a day named twice', async () => {
    const { use } = supervision;
    const calendar = { ...withDaysOff(['2026-10-20']), cursor: '' };
    const now = at('2026-09-25');
    for (const person of [HE, WANG]) {
      expect(codeOf(await use.previewCalendar(calendar, by(person, now)))).toBe('not-permitted');
      expect(codeOf(await use.getCalendarProgress({}, by(person, now)))).toBe('not-permitted');
    }
    const twice = { ...calendar, days: [...calendar.days, ...calendar.days] };
    const [day] = calendar.days;
    const many = { ...calendar, days: day === undefined ? [] : Array.from({ length: 3_001 }, () => day) };
    expect(codeOf(await use.previewCalendar(twice, by(ZHOU, now)))).toBe('calendar-day-twice');
    expect(codeOf(await use.previewCalendar(many, by(ZHOU, now)))).toBe('calendar-too-long');
  });
});
