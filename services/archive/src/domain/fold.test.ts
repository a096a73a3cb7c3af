import { describe, expect, it } from 'vitest';
import { factTeller } from '../../test/fact-teller.ts';
import type { Fact } from './fact.ts';
import { foldCase } from './fold.ts';
import { dueOfNextAct, isProvisional, nextAct } from './next-act.ts';
import { stageOf } from './stage.ts';
import { stepsOf } from './steps.ts';
import { readableGroups } from './visibility.ts';

const fact = factTeller();

const share = { assignmentId: 'a1', unitId: 'zhujian', role: 'lead', decidingOffice: 'government-office' };
const ROAD: readonly [Fact, string, string][] = [
  [
    fact('intake', 'suggestion-drafted', '2026-01-05', { leadDeputyId: 'lin' }),
    'draft',
    'deputy finish-draft',
  ],
  [
    fact('intake', 'suggestion-submitted', '2026-01-06', { leadDeputyId: 'lin', title: '加装电梯' }),
    'submitted',
    'desk register',
  ],
  [
    fact('intake', 'suggestion-registered', '2026-01-07', { number: '990103-19-5-0001' }),
    'registered',
    'desk classify',
  ],
  [
    fact('assignment', 'suggestion-classified', '2026-01-07', { handlingType: 'general' }),
    'reviewed',
    'desk assign',
  ],
  [fact('assignment', 'assignment-made', '2026-01-08', share), 'assigned', 'unit acknowledge'],
  [
    fact('assignment', 'assignment-acknowledged', '2026-01-09', share),
    'in-progress',
    'unit dual-confirmation',
  ],
  [
    fact('meeting', 'dual-confirmation-completed', '2026-01-15', { assignmentId: 'a1' }),
    'in-progress',
    'unit file-plan',
  ],
  [
    fact('assignment', 'plan-filed', '2026-01-20', { assignmentId: 'a1', planVersion: 1 }),
    'in-progress',
    'unit reply',
  ],
  [
    fact('assignment', 'reply-issued', '2026-03-01', {
      assignmentId: 'a1',
      replyId: 'r1',
      round: 1,
      owed: [{}],
    }),
    'in-progress',
    'unit deliver-reply',
  ],
  [
    fact('assignment', 'reply-delivered', '2026-03-02', {
      replyId: 'r1',
      allDelivered: true,
      deputy: { deputyId: 'lin' },
    }),
    'replied',
    'deputy evaluate',
  ],
  [fact('meeting', 'look-back-waived', '2026-03-02', {}), 'replied', 'deputy evaluate'],
  [
    fact('evaluation', 'suggestion-evaluated', '2026-03-09', {
      evaluationId: 'e1',
      assignmentId: 'a1',
      round: 1,
      result: 'satisfied',
    }),
    'evaluated',
    'desk close',
  ],
  [fact('evaluation', 'suggestion-closed', '2026-03-10', { outcome: 'closed' }), 'closed', 'desk seal'],
  [fact('archive', 'case-sealed', '2026-03-20'), 'archived', 'none '],
];

describe('a case file', () => {
  it('shows after each fact of the road its stage and whose turn it is', () => {
    ROAD.forEach(([, stage, act], index) => {
      const file = foldCase(
        'c1',
        ROAD.slice(0, index + 1).map(([each]) => each),
      );
      const next = nextAct(file);
      expect([stageOf(file), `${next.kind} ${next.act}`]).toEqual([stage, act]);
    });
  });

  it('waits for the supplementary reply before it is sealed, once the situation has changed', () => {
    const closed = ROAD.slice(0, -1).map(([each]) => each);
    const of = { assignmentId: 'a1', replyId: 'r1' };
    const changed = [...closed, fact('assignment', 'situation-changed', '2026-03-11', of)];
    const clock = { clockId: 'k', kind: 'supplementary_reply', owner: 'unit', dueDate: '2026-03-25' };
    const timed = foldCase('c1', [...changed, fact('supervision', 'clock-started', '2026-03-11', clock)]);
    expect(nextAct(timed)).toMatchObject({ kind: 'unit', act: 'supplement-reply', assignmentId: 'a1' });
    expect(dueOfNextAct(timed, nextAct(timed))).toBe('2026-03-25');
    expect(isProvisional(timed, nextAct(timed))).toBe(false);
    const moved = { clockId: 'k', dueDate: '2027-03-25', provisional: true };
    const beyond = foldCase('c1', [
      ...changed,
      fact('supervision', 'clock-started', '2026-03-11', clock),
      fact('supervision', 'clock-moved', '2026-03-11', moved),
    ]);
    expect(isProvisional(beyond, nextAct(beyond))).toBe(true);
    const given = [...changed, fact('assignment', 'reply-supplemented', '2026-03-12', of)];
    expect(nextAct(foldCase('c1', given)).act).toBe('seal');
  });

  it('is the same in whatever order the facts arrive', () => {
    const facts = ROAD.map(([each]) => each);
    expect(foldCase('c1', facts.toReversed())).toEqual(foldCase('c1', facts));
  });

  it('says of the words last submitted how the deputy wishes to be spoken to, from what source, where and what before', () => {
    const said = {
      ...{ wishedContact: 'phone', researchSource: 'station', affectedArea: '文澜街道' },
      earlierNumbers: ['第67号（2024年）'],
    };
    const first = fact('intake', 'suggestion-submitted', '2026-01-06', { leadDeputyId: 'lin', ...said });
    expect(foldCase('c1', [first])).toMatchObject(said);
    const corrected = { leadDeputyId: 'lin', wishedContact: 'letter', researchSource: 'station' };
    const again = fact('intake', 'suggestion-submitted', '2026-01-08', corrected);
    expect(foldCase('c1', [first, again])).toMatchObject({
      ...{ wishedContact: 'letter', affectedArea: '', earlierNumbers: [] },
    });
  });

  it('has nothing of it from a submission told before it was asked for', () => {
    const told = ROAD.slice(0, 2).map(([each]) => each);
    expect(foldCase('c1', told)).toMatchObject({
      ...{ title: '加装电梯', wishedContact: '', researchSource: '', affectedArea: '', earlierNumbers: [] },
    });
  });

  it('says since when it has been the party’s turn, whatever else is told meanwhile', () => {
    const told = ROAD.slice(0, 5).map(([each]) => each);
    const { turnSince, lastAt } = foldCase('c1', [
      ...told,
      fact('supervision', 'clock-started', '2026-01-10', { clockId: 'k', kind: 'ack' }),
    ]);
    expect(turnSince).toBe('2026-01-08T02:00:00.000Z');
    expect(lastAt).toBe('2026-01-10T02:00:00.000Z');
  });

  it('marks every step of the road as done or not needed once closed', () => {
    const file = foldCase(
      'c1',
      ROAD.map(([each]) => each),
    );
    expect(stepsOf(file).map(({ state }) => state)).not.toContain('ahead');
    expect(stepsOf(file).find(({ step }) => step === 'look-back')?.state).toBe('not-needed');
  });

  it('hides a draft from everybody but its deputies, and an evaluation from the unit until it is there', () => {
    const desk = { tenant: 'donghu', personId: 'xu', roles: ['congress-desk'] } as const;
    const unit = { tenant: 'donghu', personId: 'luo', roles: ['unit-liaison'], unitId: 'zhujian' } as const;
    const upTo = (count: number) =>
      foldCase(
        'c1',
        ROAD.slice(0, count).map(([each]) => each),
      );
    expect(readableGroups(upTo(1), desk).size).toBe(0);
    expect(readableGroups(upTo(2), desk).has('text')).toBe(true);
    expect(readableGroups(upTo(4), unit).size).toBe(0);
    expect(readableGroups(upTo(11), unit).has('evaluation')).toBe(false);
    expect(readableGroups(upTo(12), unit).has('evaluation')).toBe(true);
  });
});

describe('the ways round', () => {
  const after = (count: number, ...more: readonly Fact[]) =>
    foldCase('c1', [...ROAD.slice(0, count).map(([each]) => each), ...more]);
  const turn = (...facts: readonly Fact[]): string => {
    const file = after(12, ...facts);
    const { kind, act } = nextAct(file);
    return [stageOf(file), kind, act].join(' ');
  };

  it('an escalation ends with the joint study, and is the council’s only when the council decides', () => {
    const escalated = (stage: string) =>
      fact('evaluation', 'suggestion-escalated', '2026-04-01', { assignmentId: 'a1', stage });
    const ordered = fact('evaluation', 'rehandling-ordered', '2026-04-10', { assignmentId: 'a1', round: 3 });
    const referred = fact('evaluation', 'escalation-decided', '2026-04-10', {
      ...{ assignmentId: 'a1', decision: 'inquiry' },
    });
    expect(turn(escalated('joint-study'))).toBe('escalated desk joint-study');
    expect(turn(escalated('joint-study'), ordered)).toBe('rehandling unit reply');
    expect(turn(escalated('council'))).toBe('escalated council decide-escalation');
    expect(turn(escalated('council'), referred)).toBe('escalated desk order-rehandling');
  });

  it('a look-back is due by reply: one that a re-handling superseded is due no more', () => {
    const of = (type: string, replyId: string, more: object = {}) =>
      fact('meeting', type, '2026-04-01', { replyId, ...more });
    expect(turn(of('look-back-required', 'r1'))).toBe('evaluated desk look-back');
    expect(turn(of('look-back-required', 'r1'), of('look-back-superseded', 'r1'))).toBe(
      'evaluated desk close',
    );
    const judged = of('look-back-judged', 'r1', { verdict: 'met', judgedOn: '2026-04-02' });
    expect(turn(of('look-back-required', 'r1'), of('look-back-required', 'r2'), judged)).toBe(
      'evaluated desk look-back',
    );
  });

  it('a return that is asked for waits for the office, not for the unit', () => {
    const asked = fact('assignment', 'assignment-return-requested', '2026-01-10', { assignmentId: 'a1' });
    expect(nextAct(after(6, asked))).toMatchObject({ kind: 'office', act: 'decide-return' });
  });

  it('an on-site meeting becomes required by a key mark and is held for every share when it names none', () => {
    const clocks = [{ op: 'CLOCK_OP_START', kind: 'on_site', subject: 'a1', round: 1 }];
    const key = fact('assignment', 'suggestion-marked-key', '2026-01-21', { clocks });
    const complete = fact('assignment', 'plan-filed', '2026-01-22', {
      ...{ assignmentId: 'a1', planVersion: 2, fiveOnesComplete: true },
    });
    const held = fact('meeting', 'meeting-held', '2026-02-01', { kind: 'on-site', heldOn: '2026-02-01' });
    expect(nextAct(after(8, key, complete)).act).toBe('on-site-meeting');
    expect(nextAct(after(8, key, complete, held)).act).toBe('reply');
  });

  it('a meeting stands on the day in China to which it was moved', () => {
    const meeting = { meetingId: 'm1', kind: 'dual-confirmation', assignmentId: 'a1' };
    const asked = fact('meeting', 'meeting-scheduled', '2026-01-10', {
      ...{ ...meeting, startsAt: '2026-01-13T23:00:00Z' },
    });
    const moved = fact('meeting', 'meeting-rescheduled', '2026-01-12', {
      ...{ ...meeting, startsAt: '2026-01-20T01:00:00Z' },
    });
    expect(after(6, asked).meetings['m1']?.onDate).toBe('2026-01-14');
    expect(after(6, asked, moved).meetings['m1']?.onDate).toBe('2026-01-20');
  });
});
