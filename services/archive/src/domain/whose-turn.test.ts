import { describe, expect, it } from 'vitest';
import { factTeller } from '../../test/fact-teller.ts';
import { availableActs } from './available-acts.ts';
import type { Fact } from './fact.ts';
import { foldCase } from './fold.ts';
import { dueOfNextAct, nextAct } from './next-act.ts';
import { stageOf } from './stage.ts';

const fact = factTeller();

const a1 = { assignmentId: 'a1', unitId: 'zhujian', role: 'lead', decidingOffice: 'government-office' };
const a2 = { ...a1, assignmentId: 'a2', unitId: 'jiaotong', role: 'parallel' };
const owed = ['lin', 'zhao'].map((deputyId) => ({ deputyId }));
const said = (assignmentId: string, signedSuggestionId: string, result: string, round = 1) => ({
  ...{
    assignmentId,
    signedSuggestionId,
    result,
    round,
    evaluationId: `${assignmentId} ${signedSuggestionId}`,
  },
});
const evaluated = (assignmentId: string, signed: string, result: string, day = '2026-03-09') =>
  fact('evaluation', 'suggestion-evaluated', day, said(assignmentId, signed, result));

const ABSORBED = fact('intake', 'suggestion-absorbed', '2026-01-08', {
  ...{ childId: 'c2', childLeadDeputyId: 'zhao', childCosignerIds: [] },
});
/** 林 leads the case, 赵 the child merged into it; both have the lead unit's reply. */
const DELIVERED = [
  fact('intake', 'suggestion-submitted', '2026-01-06', { leadDeputyId: 'lin' }),
  fact('intake', 'suggestion-registered', '2026-01-07'),
  ABSORBED,
  fact('assignment', 'assignment-made', '2026-01-09', a1),
  fact('assignment', 'reply-issued', '2026-03-01', { ...a1, replyId: 'r1', round: 1, owed }),
  ...['lin', 'zhao'].map((deputyId) =>
    fact('assignment', 'reply-delivered', '2026-03-02', {
      ...{ replyId: 'r1', assignmentId: 'a1', deputy: { deputyId }, allDelivered: deputyId === 'zhao' },
    }),
  ),
  fact('meeting', 'look-back-waived', '2026-03-02', { replyId: 'r1' }),
];

function turn(...more: readonly Fact[]): string {
  const file = foldCase('c1', [...DELIVERED, ...more]);
  const { kind, id, act } = nextAct(file);
  return [stageOf(file), kind, id, act].filter((word) => word !== '').join(' ');
}

const deskActs = (...more: readonly Fact[]): readonly string[] =>
  availableActs(
    foldCase('c1', [...DELIVERED, ...more]),
    { tenant: 'donghu', personId: 'xu', roles: ['congress-desk'] },
    { leadInOffice: true },
  ).flatMap(({ act, targetId, assignmentId }) =>
    ['orderRehandling', 'waiveRehandling'].includes(act) ? [`${act} ${targetId} ${assignmentId}`] : [],
  );

describe('a merged case', () => {
  it('waits for the lead deputy of each signed suggestion, by name, until all have evaluated', () => {
    expect(turn()).toBe('replied deputy lin evaluate');
    const [own, childs] = [evaluated('a1', 'c1', 'satisfied'), evaluated('a1', 'c2', 'satisfied')];
    expect(turn(own)).toBe('replied deputy zhao evaluate');
    expect(turn(childs)).toBe('replied deputy lin evaluate');
    expect(turn(own, childs)).toBe('evaluated desk close');
    const lapsed = { assignmentId: 'a1', signedSuggestionId: 'c2', round: 1 };
    expect(turn(own, fact('evaluation', 'suggestion-lapsed', '2026-03-30', lapsed))).toBe(
      'evaluated desk close',
    );
  });

  it('has a reply brought to the deputies who joined after the others had it', () => {
    const late = fact('intake', 'suggestion-absorbed', '2026-03-03', {
      ...{ childId: 'c3', childLeadDeputyId: 'qian', childCosignerIds: [] },
    });
    expect(turn(late)).toBe('in-progress unit zhujian deliver-reply');
    const delivered = { replyId: 'r1', deputy: { deputyId: 'qian' }, allDelivered: true };
    const own = evaluated('a1', 'c1', 'satisfied');
    const childs = evaluated('a1', 'c2', 'satisfied');
    expect(turn(late, fact('assignment', 'reply-delivered', '2026-03-04', delivered), own, childs)).toBe(
      'replied deputy qian evaluate',
    );
  });
});

describe('a 不满意 that orders nothing by itself', () => {
  const bad = evaluated('a1', 'c1', 'dissatisfied');
  const waived = fact('evaluation', 'rehandling-waived', '2026-03-10', { assignmentId: 'a1', round: 1 });

  it('is the desk’s to decide, within its days, before the others have evaluated', () => {
    const clock = { clockId: 'k', kind: 'rehandle_order', owner: 'desk', dueDate: '2026-03-16' };
    const file = foldCase('c1', [
      ...DELIVERED,
      bad,
      fact('supervision', 'clock-started', '2026-03-09', clock),
    ]);
    expect(nextAct(file)).toEqual({ kind: 'desk', id: '', act: 'order-rehandling', assignmentId: 'a1' });
    expect(dueOfNextAct(file, nextAct(file))).toBe('2026-03-16');
    expect(deskActs(bad)).toEqual(['orderRehandling c1 a1', 'waiveRehandling c1 a1']);
    expect(deskActs()).toEqual([]);
  });

  it('is the unit’s again once a re-handling is ordered, and in its round nothing is to be decided', () => {
    const order = { assignmentId: 'a1', round: 2 };
    const ordered = fact('evaluation', 'rehandling-ordered', '2026-03-10', order);
    expect(turn(bad, ordered)).toMatch(/^rehandling unit zhujian/);
    expect(deskActs(bad, ordered)).toEqual([]);
  });

  it('is settled once the desk explained why it goes no further, until another deputy is 不满意 too', () => {
    expect(turn(bad, waived)).toBe('replied deputy zhao evaluate');
    expect(deskActs(bad, waived)).toEqual([]);
    expect(turn(bad, waived, evaluated('a1', 'c2', 'satisfied'))).toBe('evaluated desk close');
    expect(turn(bad, waived, evaluated('a1', 'c2', 'dissatisfied', '2026-03-11'))).toBe(
      'evaluated desk order-rehandling',
    );
  });

  it('is not the desk’s while an escalation rules, nor when the 主任会议 had it explained', () => {
    const escalated = fact('evaluation', 'suggestion-escalated', '2026-03-10', {
      ...{ assignmentId: 'a1', stage: 'council', round: 1 },
    });
    const decided = (decision: string) =>
      fact('evaluation', 'escalation-decided', '2026-03-11', { assignmentId: 'a1', decision, round: 1 });
    expect(deskActs(bad, escalated)).toEqual([]);
    expect(deskActs(bad, escalated, decided('inquiry'))).toEqual(['orderRehandling c1 a1']);
    expect(deskActs(bad, escalated, decided('close-unsatisfied'))).toEqual([]);
    expect(turn(bad, escalated, decided('close-unsatisfied'))).toBe('replied deputy zhao evaluate');
  });
});

describe('parallel units', () => {
  const SHARED = [...DELIVERED, fact('assignment', 'assignment-made', '2026-01-09', a2)];
  const next = (...more: readonly Fact[]) => nextAct(foldCase('c1', [...SHARED, ...more]));

  it('are asked for what they have not done: a reply that everybody has is not delivered again', () => {
    const one = fact('assignment', 'reply-delivered', '2026-03-03', {
      ...{ replyId: 'r1', deputy: { deputyId: 'wu' }, allDelivered: false },
    });
    expect(next(one)).toMatchObject({ kind: 'unit', id: 'jiaotong', act: 'acknowledge' });
  });

  it('are escalated each by itself: the other’s re-handling ends nothing', () => {
    const escalated = fact('evaluation', 'suggestion-escalated', '2026-03-10', {
      ...{ assignmentId: 'a1', stage: 'council', round: 1 },
    });
    const order = { assignmentId: 'a2', round: 2 };
    expect(next(escalated, fact('evaluation', 'rehandling-ordered', '2026-03-11', order))).toEqual({
      ...{ kind: 'council', id: '', act: 'decide-escalation', assignmentId: 'a1' },
    });
  });
});

describe('a suggestion that was not admitted', () => {
  const DECLINED = [
    fact('intake', 'suggestion-submitted', '2026-01-06', { leadDeputyId: 'lin' }),
    fact('intake', 'suggestion-declined', '2026-01-07', { ground: 'private-matter' }),
    fact('supervision', 'clock-started', '2026-01-07', {
      ...{ clockId: 'k1', kind: 'not_admitted_notice', subject: 'c1', round: 1 },
      ...{ startDate: '2026-01-07', dueDate: '2026-01-12', owner: 'desk' },
    }),
  ];
  const TOLD = fact('intake', 'decline-notice-confirmed', '2026-01-08', { toldHow: '电话告知' });

  it('is the desk’s until the deputy knows it', () => {
    const file = foldCase('c1', DECLINED);
    expect(nextAct(file)).toMatchObject({ kind: 'desk', act: 'confirm-decline-notice' });
    expect(dueOfNextAct(file, nextAct(file))).toBe('2026-01-12');
    expect(nextAct(foldCase('c1', [...DECLINED, TOLD]))).toMatchObject({ kind: 'none' });
  });
});

describe('a letter and a talk of the ladder', () => {
  const clock = (kind: string, subject: string) =>
    fact('supervision', 'clock-started', '2026-02-21', {
      ...{ clockId: kind, kind, subject, round: 1, startDate: '2026-02-21', dueDate: '2026-02-28' },
      ...{ owner: kind === 'talk_hold' ? 'desk' : 'unit' },
    });
  const PRESSED = [
    fact('supervision', 'supervision-letter-sent', '2026-02-20', { letterId: 'l1', unitId: 'zhujian' }),
    clock('letter_answer', 'l1'),
    fact('supervision', 'talk-called', '2026-02-21', { talkId: 't1', unitId: 'zhujian' }),
    clock('talk_hold', 't1'),
  ];
  const dropped = ['letter_answer', 'talk_hold'].map((kind) =>
    fact('supervision', 'clock-cancelled', '2026-03-20', { clockId: kind, kind }),
  );
  const offered = (role: 'unit-head' | 'congress-desk', ...more: readonly Fact[]): readonly string[] =>
    availableActs(
      foldCase('c1', [...DELIVERED, ...PRESSED, ...more]),
      { tenant: 'donghu', personId: 'xu', unitId: 'zhujian', roles: [role] },
      { leadInOffice: true },
    )
      .map(({ act }) => act)
      .filter((act) => act === 'answerSupervisionLetter' || act === 'holdTalk');

  it('are offered for as long as their own clocks run, also in a case that was opened again', () => {
    const closed = fact('evaluation', 'suggestion-closed', '2026-03-20', { closedOn: '2026-03-20' });
    const reopened = fact('evaluation', 'suggestion-reopened', '2026-03-25', {});
    expect(offered('unit-head')).toEqual(['answerSupervisionLetter']);
    expect(offered('congress-desk')).toEqual(['holdTalk']);
    expect(offered('unit-head', closed)).toEqual(['answerSupervisionLetter']);
    for (const more of [
      [closed, ...dropped],
      [closed, ...dropped, reopened],
    ])
      expect([...offered('unit-head', ...more), ...offered('congress-desk', ...more)]).toEqual([]);
  });
});
