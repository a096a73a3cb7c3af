import { describe, expect, it } from 'vitest';
import {
  assignedCase,
  CASE,
  dawn,
  day,
  LEAD_SHARE,
  met,
  on,
  RULES,
  started,
  SHARE_MADE,
  ToldCase,
  TRANSPORT,
} from '../../test/given.ts';
import { nextActionOf } from './clock-kind.ts';
import type { CaseFact, Owner } from './fact.ts';
import { midnight } from './moment.ts';

const CONFIRMED: CaseFact = { type: 'dual-confirmed', assignmentId: LEAD_SHARE };
const difficulty = (severity: 'none' | 'yellow' | 'red'): CaseFact => ({
  ...{ type: 'difficulty', assignmentId: LEAD_SHARE, severity, description: '缺少资金' },
});

/** Confirmed on time, so that yellow comes at 75 % of the time: on 2026-05-11. */
const confirmed = (): ToldCase => assignedCase().tell('meeting', on('2026-03-20'), CONFIRMED);

describe('the ladder', () => {
  it('urges the unit once when a clock turns yellow', () => {
    const told = confirmed().until('2026-05-25');
    expect(told.said('unit-urged')).toMatchObject([{ unitId: TRANSPORT, automatic: true, toHead: false }]);
    expect(told.reviews.flatMap((review) => review.urges)[0]?.message).toContain(
      '《关于在文澜路小学门前增设行人过街设施的建议》',
    );
  });

  it('urges the head after three weeks of yellow', () => {
    const told = new ToldCase().tell(
      'assignment',
      on('2026-03-02'),
      SHARE_MADE,
      started('plan', '2026-03-02'),
    );
    // Due 2026-03-16, yellow on the 17th.
    told.until('2026-04-06');
    expect(told.said('unit-urged')).toHaveLength(1);
    told.until('2026-04-30');
    expect(told.said('unit-urged')).toMatchObject([{ toHead: false }, { toHead: true }]);
    expect(told.reviews.at(-1)?.events[0]).toMatchObject({ type: 'unit-urged', payload: { toHead: true } });
    expect(told.watch('plan').nextChangeAt).toBeUndefined();
  });

  it('urges nobody for what the desk itself leaves undone, and shows it yellow', () => {
    const key = { kind: 'key_selection', subject: CASE, round: 1 };
    const told = new ToldCase().tell('assignment', on('2026-03-02'), {
      ...({ type: 'clock-start', key, rulePackVersion: RULES } as const),
      timing: { type: 'term', startDate: day('2026-02-27'), term: { n: 2, unit: 'month' } },
      owner: { kind: 'desk', unitId: '', personId: '' },
    });
    expect(told.watch('key_selection')).toMatchObject({ due: { date: '2026-04-27' } });
    told.until('2026-04-27');
    expect(told.said('colour-changed')).toEqual([]);
    told.until('2026-05-30');
    expect(told.said('colour-changed')).toMatchObject([
      { toColour: 'yellow', rule: 'step-overdue', owner: 'desk', overseerIds: [] },
    ]);
    expect(told.said('unit-urged')).toEqual([]);
  });

  it('says who owes the step that turned yellow: which office, which deputy, which committees', () => {
    const owed = (kind: string, owner: Owner) => {
      const told = new ToldCase().tell(
        'assignment',
        on('2026-03-02'),
        { type: 'guarded', confidential: false, overseerIds: ['chenghuan'] },
        {
          ...({ type: 'clock-start', rulePackVersion: RULES } as const),
          key: { kind, subject: CASE, round: 1 },
          timing: { type: 'term', startDate: day('2026-03-02'), term: { n: 3, unit: 'workday' } },
          owner,
        },
      );
      return told.until('2026-03-10').said('colour-changed');
    };
    const nobody = { unitId: '', personId: '' };
    expect(owed('return_decision', { kind: 'office', ...nobody, office: 'government-office' })).toMatchObject(
      [{ toColour: 'yellow', owner: 'office', decidingOffice: 'government-office', overseerIds: [] }],
    );
    // One that was started before its office was kept.
    expect(owed('return_decision', { kind: 'office', ...nobody })).toMatchObject([
      { owner: 'office', decidingOffice: '' },
    ]);
    expect(owed('rectification_acceptance', { kind: 'deputy', ...nobody, personId: 'wang' })).toMatchObject([
      { owner: 'deputy', personId: 'wang' },
    ]);
    expect(owed('joint_study', { kind: 'committee', ...nobody })).toMatchObject([
      { owner: 'committee', overseerIds: ['chenghuan'] },
    ]);
  });

  it('sends a supervision letter on the day a clock turns red, whose answer is due five workdays later', () => {
    const told = confirmed().until('2026-05-26');
    expect(told.said('supervision-letter-sent')).toMatchObject([
      { unitId: TRANSPORT, sentOn: '2026-05-26', clocks: [{ op: 'CLOCK_OP_START', kind: 'letter_answer' }] },
    ]);
    expect(told.watch('letter_answer')).toMatchObject({ due: { date: '2026-06-02' }, unitId: TRANSPORT });
  });

  it('calls a talk when red has lasted more than ten workdays, to be held by the desk within five', () => {
    const told = confirmed().until('2026-06-09');
    expect(told.said('talk-called')).toEqual([]);
    told.until('2026-06-10');
    expect(told.said('talk-called')).toMatchObject([{ unitId: TRANSPORT }]);
    expect(told.watch('talk_hold')).toMatchObject({ due: { date: '2026-06-17' }, unitId: '' });
  });

  it('calls a talk at once for the second red of a unit on the case within the year', () => {
    const told = confirmed()
      .tell('assignment', on('2026-03-25'), difficulty('red'))
      .tell('assignment', on('2026-03-27'), difficulty('none'))
      .tell('assignment', on('2026-04-01'), difficulty('red'));
    expect(told.said('supervision-letter-sent')).toHaveLength(2);
    expect(told.reviews.flatMap((review) => review.talks)).toMatchObject([
      { cause: 'second-red', calledOn: '2026-04-01' },
    ]);
  });

  it('does not call a unit twice about one case while a talk is open', () => {
    const told = confirmed()
      .tell('assignment', on('2026-03-25'), difficulty('red'))
      .tell('assignment', on('2026-03-27'), difficulty('none'))
      .tell('assignment', on('2026-04-01'), difficulty('red'))
      .tell('assignment', on('2026-04-02'), difficulty('none'))
      .tell('assignment', on('2026-04-03'), difficulty('red'));
    expect(told.said('talk-called')).toHaveLength(1);
  });

  it('counts a red of another year on its own', () => {
    const told = new ToldCase()
      .tell('assignment', on('2025-12-01'), SHARE_MADE, started('reply', '2025-12-01'))
      .tell('assignment', on('2025-12-10'), difficulty('red'))
      .tell('assignment', on('2025-12-11'), difficulty('none'))
      .tell('assignment', on('2026-01-08'), difficulty('red'));
    expect(told.said('talk-called')).toEqual([]);
  });

  it('does not climb on a clock that no unit owes', () => {
    const told = new ToldCase().tell('intake', on('2026-03-02'), {
      ...{ type: 'clock-start', key: { kind: 'register', subject: 'case', round: 1 } },
      timing: { type: 'term', startDate: day('2026-03-02'), term: { n: 1, unit: 'workday' } },
      owner: { kind: 'desk', unitId: '', personId: '' },
      rulePackVersion: '',
    });
    told.until('2026-05-30');
    expect(told.watch('register').standing.colour).toBe('yellow');
    expect(told.said('unit-urged')).toEqual([]);
  });

  it('does not climb on a unit for a 不满意 that 代表工委 has to act on, until the unit is to answer anew', () => {
    const bad = (round: number, byHand = false): CaseFact => ({
      ...{ type: 'evaluated', assignmentId: LEAD_SHARE, signed: CASE, round, dissatisfied: true, byHand },
      on: day('2026-05-12'),
    });
    const of = (told: ToldCase, round: number) => {
      const { clock, unitId } = told.watch('dissatisfaction', round);
      return [clock.course.owner.kind, unitId, nextActionOf(clock.key, clock.course.owner)].join(' ');
    };
    const replied = () => assignedCase().tell('assignment', on('2026-05-06'), met('reply', '2026-05-06'));
    for (const [round, byHand, next] of [
      [1, true, '决定是否重新办理'],
      [2, false, '组织专题研究'],
      [3, false, '提请主任会议决定'],
    ] as const) {
      const told = replied().tell('evaluation', on('2026-05-12'), bad(round, byHand)).until('2026-06-30');
      expect(told.watch('dissatisfaction', round).standing.colour).toBe('red');
      expect(of(told, round)).toBe(`desk  ${next}`);
      expect([...told.said('supervision-letter-sent'), ...told.said('talk-called')]).toEqual([]);
      const again = { type: 'rehandled', assignmentId: LEAD_SHARE, round: round + 1 } as const;
      told.tell('evaluation', on('2026-07-01'), again);
      expect(of(told, round)).toBe(`unit ${TRANSPORT} 重新办理，再次答复代表`);
      expect(told.said('supervision-letter-sent')).toMatchObject([{ unitId: TRANSPORT }]);
      expect(told.until('2026-07-15').said('talk-called')).toEqual([]);
      expect(told.until('2026-07-16').said('talk-called')).toMatchObject([{ unitId: TRANSPORT }]);
      // The deputy of a merged suggestion, who was asked in the same round, speaks last.
      const late = { ...bad(round, byHand), signed: 'merged' } as CaseFact;
      expect(of(told.tell('evaluation', on('2026-07-17'), late), round)).toContain('unit');
    }
    const left = replied()
      .tell('evaluation', on('2026-05-12'), bad(1, true))
      .tell('evaluation', on('2026-05-14'), {
        ...{ type: 'left-unsatisfied', assignmentId: LEAD_SHARE, on: day('2026-05-14') },
      });
    expect(left.watch('dissatisfaction').clock.status).toBe('met');
    const escalated = replied()
      .tell('evaluation', on('2026-05-12'), bad(1))
      .tell('evaluation', on('2026-05-12'), { type: 'escalated', assignmentId: LEAD_SHARE });
    expect(escalated.watch('dissatisfaction').unitId).toBe('');
  });

  it('starts from the bottom when a unit falls back to yellow', () => {
    const told = confirmed()
      .until('2026-05-27')
      .tell('assignment', on('2026-05-28'), {
        ...{ type: 'reply-drafted', assignmentId: LEAD_SHARE, round: 1 },
      });
    expect(told.said('unit-urged')).toHaveLength(2);
    expect(told.watch('reply').nextChangeAt).toBe(midnight(day('2026-06-03')));
  });

  it('has nothing to do for a clock that was met in time', () => {
    const told = confirmed()
      .tell('assignment', on('2026-04-10'), met('reply', '2026-04-10'))
      .review(dawn('2026-09-01'));
    expect(told.said('unit-urged')).toEqual([]);
  });
});
