import { addDays, dayNumber, localDateOf, startOfDay, type LocalDate } from '@huiyin/kernel/local-date';
import { sdDistrict } from '@huiyin/calendar/sd-district';
import { dueDate } from '@huiyin/calendar/due-date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALENDAR, day, LEAD_SHARE, on, RULES, TRANSPORT } from '../../test/given.ts';
import type { Override } from './case-history.ts';
import type { Share } from './share.ts';
import { nextColourChange, standingAt, turnsRedAt } from './colour.ts';
import type { Watched } from './colour-rules.ts';
import { COLOURS, isWorse, worstOf, type Colour } from './colour-scale.ts';
import { midnight, momentOf, type Instant } from './moment.ts';

const NO_FACTS: Share = {
  assignmentId: LEAD_SHARE,
  unitId: TRANSPORT,
  role: 'lead',
  left: false,
  confirmed: false,
  confidant: undefined,
  drafted: [],
  replied: [],
  difficulty: undefined,
  refusals: [],
};

interface Given {
  readonly kind: string;
  readonly start: LocalDate;
  readonly term: { readonly n: number; readonly unit: 'day' | 'workday' | 'month' };
  readonly share: Share;
  readonly extendedAt: Instant | undefined;
}

function watched({ kind, start, term, share, extendedAt }: Given): Watched {
  const { due } = dueDate({ start, term, calendar: CALENDAR, rollOver: 'next_workday' });
  const extension = extendedAt && {
    term,
    grantedOn: localDateOf(new Date(extendedAt)),
    grantedAt: extendedAt,
    grantedBy: 'zhou',
  };
  return {
    clock: {
      status: 'open',
      key: { kind, subject: LEAD_SHARE, round: 1 },
      course: {
        timing: { type: 'term', startDate: start, term },
        extension,
        owner: { kind: 'unit', unitId: TRANSPORT, personId: '' },
        rulePackVersion: RULES,
        openedAt: midnight(start),
        run: 1,
        stopBefore: undefined,
      },
    },
    due,
    share,
    limits: sdDistrict.params.colour,
    calendar: CALENDAR,
  };
}

/** The table of domain.md §2.5 read day by day, by counting, without any threshold arithmetic. */
function colourByTable(watch: Watched, today: LocalDate): Colour {
  const { clock, due, share, limits } = watch;
  if (due === undefined || share === undefined) throw new Error('the table is about timed clocks of shares');
  const at = midnight(today);
  const left = workdaysIn(today, due);
  const late = today > due ? workdaysIn(due, today) : 0;
  const start = clock.course.timing.startDate;
  const used = (dayNumber(today) - dayNumber(start)) / (dayNumber(due) - dayNumber(start));
  const draft = share.drafted.includes(1);
  const difficulty =
    share.difficulty !== undefined && share.difficulty.at <= at ? share.difficulty.severity : 'green';
  const refused = share.refusals.filter((refusal) => refusal.at <= at).length;
  const extended = clock.course.extension !== undefined && clock.course.extension.grantedAt <= at;
  const holds: Record<string, readonly (readonly [Colour, boolean])[]> = {
    reply: [
      ['red', today > due],
      ['red', left <= limits.red_left_workdays && !draft],
      ['red', refused >= 2],
      ['yellow', used > limits.yellow_unconfirmed_used && !share.confirmed],
      ['yellow', used > limits.yellow_used && !draft],
      ['yellow', left <= limits.yellow_left_workdays],
      ['yellow', extended],
      [difficulty, true],
    ],
    co_opinion: [
      ['red', late > limits.co_opinion_red_late_workdays],
      ['yellow', left <= limits.co_opinion_yellow_left_workdays],
      [difficulty, true],
    ],
    rectification: [['red', today > due]],
    plan: [['yellow', today > due]],
    return_request: [],
  };
  return worstOf((holds[clock.key.kind] ?? []).filter(([, holdsNow]) => holdsNow).map(([colour]) => colour));
}

/** Workdays counted one by one from 2023 on, each day with those up to and including it. */
const WORKDAYS = new Map<LocalDate, number>();
for (let at = day('2023-01-01'), count = 0; at <= day('2029-12-31'); at = addDays(at, 1)) {
  count += Number(CALENDAR.isWorkday(at));
  WORKDAYS.set(at, count);
}

/** Workdays after `from` up to and including `to`. */
function workdaysIn(from: LocalDate, to: LocalDate): number {
  return (WORKDAYS.get(to) ?? Number.NaN) - (WORKDAYS.get(from) ?? Number.NaN);
}

const days = fc.integer({ min: dayNumber(day('2024-01-02')), max: dayNumber(day('2026-09-30')) });
const dayOf = (number: number): LocalDate => localDateOf(startOfDay(addDays(day('1970-01-01'), number)));

const anyGiven: fc.Arbitrary<Given> = fc
  .record({
    kind: fc.constantFrom('reply', 'co_opinion', 'rectification', 'plan', 'return_request'),
    start: days.map(dayOf),
    term: fc.record({
      n: fc.integer({ min: 1, max: 8 }),
      unit: fc.constantFrom('day' as const, 'workday' as const, 'month' as const),
    }),
    confirmed: fc.boolean(),
    drafted: fc.boolean(),
    difficulty: fc.constantFrom('none' as const, 'yellow' as const, 'red' as const),
    difficultyAfter: fc.integer({ min: 0, max: 90 }),
    refusals: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 3 }),
    extendedAfter: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
  })
  .map(({ kind, start, term, confirmed, drafted, difficulty, difficultyAfter, refusals, extendedAfter }) => ({
    kind,
    start,
    term,
    share: {
      ...NO_FACTS,
      confirmed,
      drafted: drafted ? [1] : [],
      difficulty:
        difficulty === 'none'
          ? undefined
          : { severity: difficulty, at: midnight(addDays(start, difficultyAfter)), description: '缺少资金' },
      refusals: refusals
        .sort((a, b) => a - b)
        .map((after, index) => ({ meetingId: String(index), at: midnight(addDays(start, after)) })),
    },
    extendedAt: extendedAfter === undefined ? undefined : midnight(addDays(start, extendedAfter)),
  }));

const HORIZON_DAYS = 300;

describe('the colour of a clock', () => {
  it('is what the table of domain.md §2.5 says, on every day', () => {
    fc.assert(
      fc.property(anyGiven, fc.integer({ min: 0, max: HORIZON_DAYS }), (given, after) => {
        const today = addDays(given.start, after);
        expect(standingAt(watched(given), [], midnight(today)).colour).toBe(
          colourByTable(watched(given), today),
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('next changes at exactly the first midnight on which the table gives another colour', () => {
    fc.assert(
      fc.property(anyGiven, fc.integer({ min: 0, max: 120 }), (given, after) => {
        const today = addDays(given.start, after);
        const watch = watched(given);
        const now = colourByTable(watch, today);
        let first: Instant | undefined;
        for (let step = 1; step <= HORIZON_DAYS && first === undefined; step += 1) {
          const candidate = addDays(today, step);
          if (colourByTable(watch, candidate) !== now) first = midnight(candidate);
        }
        expect(nextColourChange(watch, [], midnight(today))).toBe(first);
      }),
      { numRuns: 500 },
    );
  });

  it('turns red at exactly the first midnight on which the table says red, unless it is red already', () => {
    fc.assert(
      fc.property(anyGiven, fc.integer({ min: 0, max: 120 }), (given, after) => {
        const today = addDays(given.start, after);
        const watch = watched(given);
        const coming = Array.from({ length: HORIZON_DAYS }, (_, step) => addDays(today, step + 1));
        const isRed = colourByTable(watch, today) === 'red';
        const first = isRed ? undefined : coming.find((each) => colourByTable(watch, each) === 'red');
        expect(turnsRedAt(watch, [], midnight(today))).toBe(first && midnight(first));
      }),
      { numRuns: 500 },
    );
  });

  it('never gets better by time alone, whatever was overridden', () => {
    const anyOverrides = fc.array(
      fc.record({
        from: fc.constantFrom(...COLOURS),
        to: fc.constantFrom(...COLOURS),
        after: fc.integer({ min: 0, max: 60 }),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(anyGiven, anyOverrides, fc.integer({ min: 60, max: 200 }), (given, changes, after) => {
        const overrides = changes
          .sort((a, b) => a.after - b.after)
          .map((change): Override => ({
            ...change,
            at: midnight(addDays(given.start, change.after)),
            grounds: '现场核实',
          }));
        const today = midnight(addDays(given.start, after));
        const tomorrow = midnight(addDays(given.start, after + 1));
        const before = standingAt(watched(given), overrides, today).colour;
        expect(isWorse(before, standingAt(watched(given), overrides, tomorrow).colour)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a colour set by hand', () => {
  const reply: Given = {
    kind: 'reply',
    start: day('2026-03-02'),
    term: { n: 3, unit: 'month' },
    share: { ...NO_FACTS, confirmed: true },
    extendedAt: undefined,
  };
  const hand = (from: Colour, to: Colour, when: string): Override => ({
    from,
    to,
    at: on(when).at,
    grounds: '现场核实',
  });

  it('raises at once and stays until it is lowered by hand', () => {
    const overrides = [hand('green', 'red', '2026-03-10')];
    expect(standingAt(watched(reply), overrides, on('2026-03-11').at)).toMatchObject({
      colour: 'red',
      cause: { rule: 'by-hand' },
    });
    const lowered = [...overrides, hand('red', 'green', '2026-03-12')];
    expect(standingAt(watched(reply), lowered, on('2026-03-12').at).colour).toBe('green');
  });

  it('lowered, mutes the causes of then; a cause that arises later counts in full', () => {
    // 15 workdays before 2026-06-02: yellow; 5 workdays before without a draft: red.
    const lowered = [hand('yellow', 'green', '2026-05-15')];
    expect(standingAt(watched(reply), [], on('2026-05-15').at).colour).toBe('yellow');
    expect(standingAt(watched(reply), lowered, on('2026-05-20').at).colour).toBe('green');
    expect(standingAt(watched(reply), lowered, on('2026-05-27').at).colour).toBe('red');
    expect(nextColourChange(watched(reply), lowered, on('2026-05-20').at)).toBe(midnight(day('2026-05-26')));
  });

  it('counts a second lowering and a second raising on their own', () => {
    const overrides = [
      hand('green', 'red', '2026-03-10'),
      hand('red', 'green', '2026-03-12'),
      hand('green', 'yellow', '2026-03-13'),
    ];
    expect(
      standingAt(watched(reply), overrides, momentOf(new Date('2026-03-14T00:00:00Z')).at),
    ).toMatchObject({
      colour: 'yellow',
      cause: { rule: 'by-hand' },
    });
  });
});
