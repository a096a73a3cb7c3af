import { describe, expect, it } from 'vitest';
import type { Fact } from './fact.ts';
import { foldCase } from './fold.ts';
import { nextAct } from './next-act.ts';
import { stageOf } from './stage.ts';
import { stepsOf } from './steps.ts';
import { readableGroups } from './visibility.ts';

const versions: Record<string, number> = {};
const fact = (service: string, type: string, day: string, payload: object = {}): Fact => {
  const version = (versions[service] = (versions[service] ?? 0) + 1);
  const occurredAt = new Date(`${day}T02:00:00Z`);
  return { service, type, version, eventId: `${service}-${version}`, occurredAt, payload: { ...payload } };
};

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
    'registered',
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

  it('is the same in whatever order the facts arrive', () => {
    const facts = ROAD.map(([each]) => each);
    expect(foldCase('c1', facts.toReversed())).toEqual(foldCase('c1', facts));
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
