import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import { clocks, replied, type Case } from '../../test/given.ts';

const close = (story: Case) =>
  clocks(story.hears('05-10', { type: 'closed', on: localDate('2026-05-10') })).filter((each) =>
    each.endsWith(' feedback'),
  );

describe('the feedback that a delivery asked for', () => {
  it('is owed no more once the case is closed', () => {
    expect(close(replied())).toEqual(['cancel feedback']);
  });

  it.each(['meet', 'cancel'] as const)(
    'is left as evaluation ended it (%s), whatever is closed after',
    (op) => {
      const story = replied();
      const asked = story.state.openClocks.find(({ kind }) => kind === 'feedback');
      if (asked === undefined) throw new Error('nobody was asked');
      const { kind, subject, round } = asked;
      const startDate = localDate('2026-04-30');
      story.hears('04-30', { type: 'feedback-ended', clocks: [{ op, kind, subject, round, startDate }] });
      expect(close(story)).toEqual([]);
    },
  );
});
