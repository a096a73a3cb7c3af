import { describe, expect, it } from 'vitest';
import {
  assignedCase,
  CASE,
  CO_SHARE,
  dawn,
  day,
  LEAD_SHARE,
  met,
  on,
  POLICE,
  REFERENCES,
  SHARE_MADE,
  started,
  ToldCase,
  TRANSPORT,
} from '../../test/given.ts';
import type { CaseFact } from './fact.ts';
import { reviewCase } from './review-case.ts';

const drafted = (round = 1): CaseFact => ({ type: 'reply-drafted', assignmentId: LEAD_SHARE, round });
const issued = (round = 1): CaseFact => ({ type: 'reply-issued', assignmentId: LEAD_SHARE, round });
const evaluated = (round: number, dissatisfied: boolean, onDay: string): CaseFact => ({
  ...{ type: 'evaluated', assignmentId: LEAD_SHARE, signed: CASE, round, dissatisfied, on: day(onDay) },
});
const CONFIRMED: CaseFact = { type: 'dual-confirmed', assignmentId: LEAD_SHARE };
const EXTENDED: CaseFact = {
  ...{ type: 'clock-extend', key: { kind: 'reply', subject: LEAD_SHARE, round: 1 } },
  ...{ term: { n: 6, unit: 'month' }, grantedBy: 'zhou' },
};

describe('a clock of a case', () => {
  it('is told with its due date when it starts, and when it is met on time', () => {
    const told = assignedCase().tell('assignment', on('2026-05-06'), issued(), met('reply', '2026-05-06'));
    expect(told.said('clock-started')).toMatchObject([
      {
        kind: 'reply',
        startDate: '2026-03-02',
        dueDate: '2026-06-02',
        dueVersion: 1,
        provisional: false,
        owner: 'unit',
      },
    ]);
    expect(told.said('clock-met')).toMatchObject([{ kind: 'reply', metOn: '2026-05-06', onTime: true }]);
  });

  it('started and met at once when its stop has come before, without a warning', () => {
    const told = new ToldCase()
      .tell('meeting', on('2026-03-20'), met('dual_confirmation', '2026-03-20'))
      .tell('assignment', on('2026-03-02'), SHARE_MADE, started('dual_confirmation', '2026-03-02'));
    expect(told.events.map((event) => event.type)).toEqual(['clock-started', 'clock-met']);
    expect(told.until('2026-12-31').said('colour-changed')).toEqual([]);
  });

  it('passes open: missed once, at the midnight after its last day', () => {
    const told = new ToldCase().tell(
      'assignment',
      on('2026-03-02'),
      SHARE_MADE,
      started('ack', '2026-03-02'),
    );
    expect(told.watch('ack').nextChangeAt).toBe(dawn('2026-03-06').at);
    told.until('2026-04-30');
    expect(told.said('clock-missed')).toMatchObject([{ kind: 'ack', dueDate: '2026-03-05' }]);
  });

  it('moves with a granted extension, which removes the cause of red and is itself yellow', () => {
    const told = assignedCase().tell('meeting', on('2026-03-20'), CONFIRMED).until('2026-05-27');
    expect(told.watch('reply').standing).toMatchObject({
      colour: 'red',
      cause: { rule: 'near-due-no-draft' },
    });
    told.tell('assignment', on('2026-05-28'), EXTENDED);
    expect(told.said('clock-moved')).toMatchObject([
      { fromDate: '2026-06-02', dueDate: '2026-09-02', dueVersion: 2, cause: 'extended' },
    ]);
    expect(told.watch('reply').standing).toMatchObject({
      colour: 'yellow',
      cause: { rule: 'extension-granted' },
    });
  });

  it('started again after it was met is told as a new run with a new due version', () => {
    const told = new ToldCase()
      .tell('assignment', on('2026-03-02'), SHARE_MADE, started('plan', '2026-03-02'))
      .tell('assignment', on('2026-03-10'), met('plan', '2026-03-10'))
      .tell('assignment', on('2026-04-01'), started('plan', '2026-04-01'));
    expect(told.said('clock-started').map((clock) => [clock['dueDate'], clock['dueVersion']])).toEqual([
      ['2026-03-16', 1],
      ['2026-04-16', 2],
    ]);
  });

  it('met and started again by one event is told as both', () => {
    const told = new ToldCase()
      .tell('evaluation', on('2026-03-02'), started('promise_progress', '2026-03-02'))
      .tell(
        'evaluation',
        on('2026-03-05'),
        met('promise_progress', '2026-03-05'),
        started('promise_progress', '2026-03-05'),
      );
    expect(told.events.map((event) => event.type)).toEqual(['clock-started', 'clock-met', 'clock-started']);
    expect(told.watch('promise_progress').clock.status).toBe('open');
  });

  it('ends with its case', () => {
    const told = assignedCase().tell('assignment', on('2026-04-01'), {
      type: 'ended',
      on: day('2026-04-01'),
    });
    expect(told.said('clock-cancelled')).toMatchObject([{ kind: 'reply' }]);
    expect(told.watch('reply').nextChangeAt).toBeUndefined();
  });
});

describe('a letter and a talk that were never answered', () => {
  const pressed = assignedCase()
    .tell('supervision', on('2026-06-05'), started('letter_answer', '2026-06-05'))
    .tell('supervision', on('2026-06-05'), started('talk_hold', '2026-06-05'))
    .tell('supervision', on('2026-06-05'), started('talk_check', '2026-06-05'));

  it('press no more once the case is closed; an undertaking is still looked at', () => {
    const closed = pressed.tell('evaluation', on('2026-06-20'), { type: 'closed', on: day('2026-06-20') });
    const cancelled = closed.said('clock-cancelled').map(({ kind }) => kind);
    expect(new Set(cancelled)).toEqual(new Set(['letter_answer', 'talk_hold']));
    expect(closed.watch('talk_check').clock.status).toBe('open');
  });
});

describe('the colours of a case', () => {
  it('climb green, yellow, red at their own instants, and the case has the worst', () => {
    const told = assignedCase().tell('meeting', on('2026-03-20'), CONFIRMED).until('2026-06-02');
    expect(told.said('colour-changed')).toMatchObject([
      {
        fromColour: 'green',
        toColour: 'yellow',
        rule: 'no-draft',
        caseColour: 'yellow',
        dueVersion: 1,
        episode: 1,
      },
      {
        fromColour: 'yellow',
        toColour: 'red',
        rule: 'near-due-no-draft',
        caseColour: 'red',
        unitId: TRANSPORT,
      },
    ]);
    expect(told.reviews.at(-1)?.caseColour).toBe('red');
  });

  it('fall only by the event that removes the cause', () => {
    const told = assignedCase().tell('meeting', on('2026-03-20'), CONFIRMED).until('2026-05-27');
    told.tell('assignment', on('2026-05-28'), drafted());
    expect(told.said('colour-changed').at(-1)).toMatchObject({
      fromColour: 'red',
      toColour: 'yellow',
      rule: 'near-due',
    });
    told.tell('assignment', on('2026-05-29'), issued(), met('reply', '2026-05-29'));
    expect(told.said('colour-changed').at(-1)).toMatchObject({
      toColour: 'green',
      rule: 'clock-stopped',
      caseColour: 'green',
    });
  });

  it('count a second red as a second episode', () => {
    const told = assignedCase().tell('meeting', on('2026-03-20'), CONFIRMED, {
      ...{ type: 'difficulty', assignmentId: LEAD_SHARE, severity: 'red', description: '缺少资金' },
    });
    told.tell('assignment', on('2026-03-25'), {
      ...{ type: 'difficulty', assignmentId: LEAD_SHARE, severity: 'none', description: '' },
    });
    told.tell('assignment', on('2026-04-01'), {
      ...{ type: 'difficulty', assignmentId: LEAD_SHARE, severity: 'red', description: '缺少资金' },
    });
    const reds = told.said('colour-changed').filter((change) => change['toColour'] === 'red');
    expect(reds.map((change) => change['episode'])).toEqual([1, 2]);
  });

  it('turn red when the unit has refused two on-site meetings, and recover when one is held', () => {
    const refusal = (meetingId: string): readonly CaseFact[] => [
      { type: 'on-site-scheduled', assignmentId: LEAD_SHARE, meetingId },
      { type: 'meeting-declined', meetingId, byUnit: true },
    ];
    const told = assignedCase()
      .tell('meeting', on('2026-03-10'), ...refusal('m1'))
      .tell('meeting', on('2026-03-11'), { type: 'meeting-declined', meetingId: 'm1', byUnit: true });
    expect(told.watch('reply').standing.colour).toBe('green');
    told.tell('meeting', on('2026-03-12'), ...refusal('m2'));
    expect(told.watch('reply').standing).toMatchObject({
      colour: 'red',
      cause: { rule: 'on-site-refused-twice' },
    });
    told.tell('meeting', on('2026-03-16'), { type: 'on-site-settled', assignmentId: LEAD_SHARE });
    expect(told.watch('reply').standing.colour).toBe('green');
  });

  it('stay red from an evaluation 不满意 until the unit has answered anew', () => {
    const told = assignedCase()
      .tell('assignment', on('2026-05-06'), issued(), met('reply', '2026-05-06'))
      .tell(
        'evaluation',
        on('2026-05-12'),
        evaluated(1, true, '2026-05-12'),
        started('rehandle_reply', '2026-05-12', { round: 2 }),
      );
    expect(told.said('colour-changed').at(-1)).toMatchObject({
      kind: 'dissatisfaction',
      toColour: 'red',
      unitId: TRANSPORT,
    });
    told.tell('assignment', on('2026-05-18'), issued(2), met('rehandle_reply', '2026-05-18', { round: 2 }));
    const relieved = told.said('colour-changed').filter((change) => change['toColour'] === 'green');
    expect(relieved.map((change) => change['kind'])).toContain('dissatisfaction');
    expect(told.reviews.at(-1)?.caseColour).toBe('green');
  });

  it('turn red for a co-opinion more than five workdays late, not before', () => {
    const told = new ToldCase().tell(
      'assignment',
      on('2026-03-02'),
      { type: 'share-made', assignmentId: CO_SHARE, unitId: POLICE, role: 'co' },
      started('co_opinion', '2026-03-02', { subject: CO_SHARE, unitId: POLICE }),
    );
    // Due 2026-04-02; 04-04 to 04-06 is 清明节, so that the fifth workday after it is 04-10.
    expect(told.until('2026-04-11').watch('co_opinion').standing.colour).toBe('yellow');
    expect(told.until('2026-04-13').watch('co_opinion').standing.colour).toBe('red');
  });
});

describe('a review', () => {
  it('says nothing when it is repeated at the same moment', () => {
    const told = assignedCase().until('2026-06-20');
    const again = reviewCase(told.file, [], REFERENCES, dawn('2026-06-20'));
    expect(again).toMatchObject({ events: [], changed: [], firings: [], ownFacts: [] });
  });
});
