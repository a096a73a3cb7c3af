import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CASE,
  cancelled,
  day,
  LEAD_SHARE,
  met,
  NAMED,
  on,
  REFERENCES,
  SHARE_MADE,
  started,
  ToldCase,
} from '../../test/given.ts';
import type { CaseFact, FactSource, RecordedFact } from './fact.ts';
import { readHistory } from './case-history.ts';
import { momentOf } from './moment.ts';
import { reviewCase } from './review-case.ts';

const drafted = (round = 1): CaseFact => ({ type: 'reply-drafted', assignmentId: LEAD_SHARE, round });
const issued = (round = 1): CaseFact => ({ type: 'reply-issued', assignmentId: LEAD_SHARE, round });
const evaluated = (round: number, dissatisfied: boolean, onDay: string, signed = CASE): CaseFact => ({
  ...{ type: 'evaluated', assignmentId: LEAD_SHARE, signed, round, dissatisfied, on: day(onDay) },
});
const rehandled = (round: number): CaseFact => ({ type: 'rehandled', assignmentId: LEAD_SHARE, round });
const CONFIRMED: CaseFact = { type: 'dual-confirmed', assignmentId: LEAD_SHARE };
const EXTENDED: CaseFact = {
  ...{ type: 'clock-extend', key: { kind: 'reply', subject: LEAD_SHARE, round: 1 } },
  ...{ term: { n: 6, unit: 'month' }, grantedBy: 'zhou' },
};

const end = momentOf(new Date('2026-06-20T01:00:00Z'));

/** A story of five services; each entry is one event of its service. */
const STORY: readonly (readonly [FactSource, string, ...CaseFact[]])[] = [
  [
    'assignment',
    '2026-03-02',
    NAMED,
    SHARE_MADE,
    started('reply', '2026-03-02'),
    started('dual_confirmation', '2026-03-02'),
  ],
  ['assignment', '2026-03-04', started('plan', '2026-03-04')],
  ['meeting', '2026-03-10', { type: 'on-site-scheduled', assignmentId: LEAD_SHARE, meetingId: 'm1' }],
  ['meeting', '2026-03-11', { type: 'meeting-declined', meetingId: 'm1', byUnit: true }],
  ['meeting', '2026-03-20', CONFIRMED, met('dual_confirmation', '2026-03-20')],
  ['assignment', '2026-03-23', met('plan', '2026-03-23')],
  [
    'assignment',
    '2026-03-25',
    { type: 'difficulty', assignmentId: LEAD_SHARE, severity: 'red', description: '缺少资金' },
  ],
  [
    'assignment',
    '2026-04-02',
    { type: 'difficulty', assignmentId: LEAD_SHARE, severity: 'none', description: '' },
  ],
  ['meeting', '2026-04-10', { type: 'on-site-settled', assignmentId: LEAD_SHARE }],
  ['assignment', '2026-05-06', drafted(), EXTENDED],
  ['assignment', '2026-05-10', issued(), met('reply', '2026-05-10'), started('feedback', '2026-05-10')],
  ['evaluation', '2026-05-12', met('feedback', '2026-05-12'), evaluated(1, true, '2026-05-12')],
  ['evaluation', '2026-05-12', rehandled(2), started('rehandle_reply', '2026-05-12', { round: 2 })],
  ['evaluation', '2026-05-13', evaluated(1, true, '2026-05-13', 'merged')],
  ['assignment', '2026-06-10', issued(2), met('rehandle_reply', '2026-06-10', { round: 2 })],
  ['evaluation', '2026-06-12', evaluated(2, true, '2026-06-12')],
  ['evaluation', '2026-06-12', { type: 'escalated', assignmentId: LEAD_SHARE }],
  ['evaluation', '2026-06-13', { type: 'left-unsatisfied', assignmentId: LEAD_SHARE, on: day('2026-06-13') }],
  ['intake', '2026-06-13', { type: 'deputies', lead: 'wang', cosigners: ['li'] }],
  ['archive', '2026-06-14', cancelled('archive', '2026-06-14')],
];

/** A prefix of each service's part of the story, interleaved in two ways. */
const anyHearing = fc
  .record({
    length: fc.integer({ min: 1, max: STORY.length }),
    keys: fc.array(fc.nat(), { minLength: 2 * STORY.length, maxLength: 2 * STORY.length }),
  })
  .map(({ length, keys }) => {
    const heard = STORY.slice(0, length);
    return {
      first: interleaved(heard, keys.slice(0, length)),
      second: interleaved(heard, keys.slice(STORY.length)),
    };
  });

/** Each service in its own order, the services mixed by the keys. */
function interleaved(story: typeof STORY, keys: readonly number[]): typeof STORY {
  const queues = new Map<FactSource, (typeof STORY)[number][]>();
  for (const entry of story) queues.set(entry[0], [...(queues.get(entry[0]) ?? []), entry]);
  const order = story
    .map(([source], index) => ({ source, key: keys[index] ?? 0 }))
    .sort((a, b) => a.key - b.key);
  return order.flatMap(({ source }) => queues.get(source)?.splice(0, 1) ?? []);
}

/** Supervision's own steps follow from what was seen when, so their clocks belong to one hearing. */
const OWN_KINDS = ['letter_answer', 'talk_hold'];

/** Colours and dates of the owners' clocks once everything has been heard. */
function lastWord(story: typeof STORY): unknown {
  const told = new ToldCase();
  for (const [source, when, ...facts] of story) told.tell(source, on(when), ...facts);
  told.review(end);
  return [...told.file.watches.values()]
    .filter(({ clock }) => !OWN_KINDS.includes(clock.key.kind))
    .map(({ id, clock, due, standing, unitId }) => ({
      id,
      status: clock.status,
      due: due?.date,
      colour: standing.colour,
      rule: standing.colour === 'green' ? '' : standing.cause.rule,
      // Whose a clock was when it ended was told once, by what was known then.
      unitId: clock.status === 'open' ? unitId : '',
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe('facts in order', () => {
  it('gives the same colours and dates in whatever order the services are heard', () => {
    fc.assert(
      fc.property(anyHearing, ({ first, second }) => {
        expect(lastWord(second)).toEqual(lastWord(first));
      }),
      { numRuns: 500 },
    );
  });

  it('are read by business time, and within a service by version even when its clock stepped back', () => {
    const fact = (source: FactSource, version: number, when: string, body: CaseFact): RecordedFact => ({
      ...{ source, version, index: 0, body, ...on(when) },
    });
    const steppedBack = [
      fact('assignment', 1, '2026-03-05', started('plan', '2026-03-05')),
      fact('assignment', 2, '2026-03-04', met('plan', '2026-03-06')),
    ];
    const file = {
      caseId: CASE,
      facts: steppedBack,
      watches: new Map(),
      reds: {},
      openTalks: new Set<string>(),
      calendarVersion: 1,
    };
    const review = reviewCase(file, [], REFERENCES, on('2026-03-07'));
    expect(review.changed).toMatchObject([{ clock: { status: 'met', on: '2026-03-06' } }]);
  });

  it('a term of the former lead is owed by the co-signer who took the lead, whichever was told first', () => {
    const owed = (subject: string, personId = 'wang'): CaseFact => ({
      ...{ type: 'clock-start', key: { kind: 'feedback', subject, round: 1 }, rulePackVersion: 'sd-1' },
      timing: { type: 'term', startDate: day('2026-05-10'), term: { n: 20, unit: 'workday' } },
      owner: { kind: 'deputy', unitId: '', personId },
    });
    const passed: CaseFact = { type: 'lead-passed', fromDeputyId: 'wang', leadDeputyId: 'li' };
    const owners = (...told: readonly (readonly [FactSource, string, CaseFact])[]): string[] => {
      const facts = told.map(([source, when, body], index): RecordedFact => ({
        ...{ source, version: index + 1, index: 0, body, ...on(when) },
      }));
      return [...readHistory(CASE, facts).clocks.values()].map((clock) =>
        clock.status === 'stopped-early' ? '' : clock.course.owner.personId,
      );
    };
    const started = ['assignment', '2026-05-10', owed(`${LEAD_SHARE}:${CASE}`)] as const;
    const ofChild = ['assignment', '2026-05-10', owed(`${LEAD_SHARE}:child`)] as const;
    expect(owners(started, ofChild, ['intake', '2026-05-12', passed])).toEqual(['li', 'wang']);
    expect(owners(['intake', '2026-05-09', passed], started)).toEqual(['li']);
    const back: CaseFact = { type: 'lead-passed', fromDeputyId: 'li', leadDeputyId: 'wang' };
    expect(owners(started, ['intake', '2026-05-12', passed], ['intake', '2026-05-14', back])).toEqual([
      'wang',
    ]);
  });
});
