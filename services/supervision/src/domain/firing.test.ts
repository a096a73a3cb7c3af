import { addDays, startOfDay } from '@huiyin/kernel/local-date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignedCase, day, LEAD_SHARE, met, REFERENCES, started } from '../../test/given.ts';
import type { CaseFact } from './fact.ts';
import { momentOf } from './moment.ts';
import { reviewCase } from './review-case.ts';

/** What may happen to a case while the sweep runs: days pass, terms move, causes come and go, clocks stop. */
const HAPPENINGS: Readonly<Record<string, readonly CaseFact[]>> = {
  'nothing but time': [],
  extended: [
    {
      ...{ type: 'clock-extend', key: { kind: 'reply', subject: LEAD_SHARE, round: 1 } },
      ...{ term: { n: 6, unit: 'month' }, grantedBy: 'zhou' },
    },
  ],
  difficulty: [{ type: 'difficulty', assignmentId: LEAD_SHARE, severity: 'red', description: '缺少资金' }],
  'difficulty resolved': [
    { type: 'difficulty', assignmentId: LEAD_SHARE, severity: 'none', description: '' },
  ],
  confirmed: [{ type: 'dual-confirmed', assignmentId: LEAD_SHARE }],
  drafted: [{ type: 'reply-drafted', assignmentId: LEAD_SHARE, round: 1 }],
  answered: [{ type: 'reply-issued', assignmentId: LEAD_SHARE, round: 1 }, met('reply', '2026-05-06')],
  'plan asked for': [started('plan', '2026-03-20')],
  'plan filed': [met('plan', '2026-04-01')],
};

const anyLife = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: 40 }),
    happening: fc.constantFrom(...Object.keys(HAPPENINGS)),
  }),
  { maxLength: 12 },
);

describe('firings', () => {
  it('never repeat their key, come in the order of time, and leave nothing unsaid', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const told = assignedCase();
        let today = day('2026-03-02');
        for (const { days, happening } of life) {
          today = addDays(today, days);
          told.until(today);
          const moment = momentOf(new Date(startOfDay(today).getTime() + 86_399_000));
          told.tell('assignment', moment, ...(HAPPENINGS[happening] ?? []));
          expect(reviewCase(told.file, [], REFERENCES, moment)).toMatchObject({ events: [], firings: [] });
        }
        const keys = told.reviews.flatMap((review) => review.firings).map((firing) => JSON.stringify(firing));
        expect(new Set(keys).size).toBe(keys.length);
        const missed = told.said('clock-missed').map((clock) => `${clock['clockId']} ${clock['dueVersion']}`);
        expect(new Set(missed).size).toBe(missed.length);
        const things = told.reviews.flatMap(({ urges, letters, talks }) => [...urges, ...letters, ...talks]);
        expect(new Set(things.map(({ id }) => id)).size).toBe(things.length);
      }),
      { numRuns: 300 },
    );
  });

  it('agree with the last colour told for every clock', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const told = assignedCase();
        let today = day('2026-03-02');
        for (const { days, happening } of life) {
          today = addDays(today, days);
          told
            .until(today)
            .tell(
              'assignment',
              momentOf(new Date(startOfDay(today).getTime() + 86_399_000)),
              ...(HAPPENINGS[happening] ?? []),
            );
        }
        for (const { id, standing } of told.file.watches.values()) {
          const changes = told.said('colour-changed').filter((change) => change['clockId'] === id);
          expect(changes.at(-1)?.['toColour'] ?? 'green').toBe(standing.colour);
          for (const [index, change] of changes.entries()) {
            expect(change['fromColour']).toBe(changes[index - 1]?.['toColour'] ?? 'green');
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
