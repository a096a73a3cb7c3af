import { describe, expect, it } from 'vitest';
import {
  awaiting,
  bad,
  BY_HAND,
  Case,
  day,
  delivered,
  dissatisfiedUntil,
  evaluation,
  form,
  lookBackWaived,
  made,
  otherMade,
  replied,
  RULES,
  SHARE,
  TRANSPORT,
  ZHAO,
  WANG,
  CHILD,
} from '../../test/given.ts';
import { decideEscalation, orderRehandling, waiveRehandling } from './rehandling.ts';
import { submitEvaluation } from './submit-evaluation.ts';

const order = { assignmentId: SHARE, reason: '请到现场核实', today: day('06-03'), rules: RULES };
const council = {
  assignmentId: SHARE,
  decision: 'inquiry',
  decisionNumber: '主任会议〔2026〕5号',
  explanation: '列入专题询问',
} as const;

describe('重新办理', () => {
  it('follows the first 不满意 by itself, with a month for the new reply', () => {
    const story = awaiting().does('06-01', submitEvaluation, bad());
    expect(story.types).toEqual(['suggestion-evaluated', 'rehandling-ordered']);
    expect(story.last('rehandling-ordered')).toMatchObject({
      ...{ round: 2, unitId: TRANSPORT, orderedOn: '2026-06-01', rulePackVersion: RULES.version },
      clocks: [
        {
          op: 'start',
          kind: 'rehandle_reply',
          subject: SHARE,
          round: 2,
          term: { n: 1, unit: 'month' },
          unitId: TRANSPORT,
        },
        { op: 'cancel', kind: 'reply', subject: SHARE, round: 1 },
      ],
    });
  });

  it('follows a bad attitude as well as a bad result, not 基本满意 nor 未表态', () => {
    const rude = form({ attitude: 'dissatisfied', reasons: '没有联系' });
    expect(awaiting().does('06-01', submitEvaluation, evaluation({ form: rude })).types).toContain(
      'rehandling-ordered',
    );
    for (const result of ['basically-satisfied', 'no-statement'] as const) {
      const story = awaiting().does('06-01', submitEvaluation, evaluation({ form: form({ result }) }));
      expect(story.types).toEqual(['suggestion-evaluated', 'suggestion-closed']);
    }
  });

  it('is ordered once although two deputies are dissatisfied', () => {
    const story = new Case()
      .hears('03-02', made)
      .hears('05-22', replied(1, { withChild: true }), delivered(1), delivered(1, ZHAO), lookBackWaived())
      .does('06-01', submitEvaluation, bad())
      .does('06-02', submitEvaluation, bad({ signedSuggestionId: CHILD, personId: ZHAO }));
    expect(story.types.filter((type) => type === 'rehandling-ordered')).toHaveLength(1);
  });

  it('concerns the share that was rated, not the other', () => {
    const story = new Case()
      .hears('03-02', made, otherMade)
      .hears('05-22', replied(1), delivered(1), lookBackWaived());
    story.hears(
      '05-22',
      replied(1, { assignmentId: 'share-2' }),
      delivered(1, undefined, 'share-2'),
      lookBackWaived(1, 'share-2'),
    );
    story.does('06-01', submitEvaluation, bad());
    expect(story.last('rehandling-ordered').assignmentId).toBe(SHARE);
    story.does('06-02', submitEvaluation, evaluation({ assignmentId: 'share-2' }));
    expect(story.types).not.toContain('suggestion-closed');
  });

  it('closes after a good second round', () => {
    const story = dissatisfiedUntil(2).does('06-25', submitEvaluation, evaluation());
    expect(story.last('suggestion-closed')).toMatchObject({
      outcome: 'closed',
      shares: [{ round: 2, worst: 'satisfied' }],
    });
  });

  it('is ordered by the desk where the profile asks for it, with reason', () => {
    const story = awaiting(BY_HAND).does('06-01', submitEvaluation, bad({ rules: BY_HAND }));
    expect(story.refuses(orderRehandling, { ...order, reason: '' })).toBe('reason-missing');
    story.does('06-03', orderRehandling, { ...order, rules: BY_HAND });
    expect(story.last('rehandling-ordered')).toMatchObject({
      ...{ round: 2, reason: '请到现场核实' },
      clocks: [
        { op: 'meet', kind: 'rehandle_order', round: 1 },
        { op: 'start', kind: 'rehandle_reply' },
        { op: 'cancel', kind: 'reply', round: 1 },
      ],
    });
  });

  it('is not ordered without a 不满意, for an unknown share or in an ended case', () => {
    expect(awaiting().refuses(orderRehandling, order)).toBe('rehandling-not-due');
    expect(new Case().refuses(orderRehandling, order)).toBe('fact-not-yet-known');
    expect(awaiting().hears('06-01', { type: 'case-ended' }).refuses(orderRehandling, order)).toBe(
      'case-ended',
    );
  });
});

describe('不再重新办理', () => {
  const waive = { assignmentId: SHARE, reason: '诉求已在规划中落实', today: day('06-03') };
  const byHand = () => awaiting(BY_HAND).does('06-01', submitEvaluation, bad({ rules: BY_HAND }));

  it('is the desk’s decision where the profile leaves it the choice, and closes the case as closed-unsatisfied', () => {
    expect(byHand().types).not.toContain('suggestion-closed');
    const story = byHand().does('06-03', waiveRehandling, waive);
    expect(story.last('rehandling-waived')).toMatchObject({
      ...{ round: 1, unitId: TRANSPORT, deputyIds: [WANG], reason: '诉求已在规划中落实' },
      clocks: [{ op: 'meet', kind: 'rehandle_order', subject: SHARE, round: 1 }],
    });
    expect(story.last('suggestion-closed')).toMatchObject({
      outcome: 'closed-unsatisfied',
      shares: [{ round: 1, worst: 'dissatisfied' }],
    });
    expect(story.refuses(orderRehandling, order)).toBe('rehandling-not-due');
    expect(story.refuses(waiveRehandling, waive)).toBe('rehandling-not-due');
  });

  it('is explained with a reason, and only where there is a 不满意 of a case that goes on', () => {
    expect(byHand().refuses(waiveRehandling, { ...waive, reason: ' ' })).toBe('reason-missing');
    expect(awaiting(BY_HAND).refuses(waiveRehandling, waive)).toBe('rehandling-not-due');
    expect(new Case(BY_HAND).refuses(waiveRehandling, waive)).toBe('fact-not-yet-known');
    expect(byHand().hears('06-02', { type: 'case-ended' }).refuses(waiveRehandling, waive)).toBe(
      'case-ended',
    );
  });

  it('is nobody’s to decide where re-handling follows by itself, or where an escalation rules', () => {
    const automatic = awaiting().does('06-01', submitEvaluation, bad());
    expect(automatic.refuses(waiveRehandling, waive)).toBe('rehandling-not-due');
    const second = dissatisfiedUntil(2).does('06-25', submitEvaluation, bad());
    expect(second.refuses(waiveRehandling, waive)).toBe('joint-study-first');
    const third = dissatisfiedUntil(3).does('06-25', submitEvaluation, bad());
    expect(third.refuses(waiveRehandling, waive)).toBe('council-decides');
    third.does('06-30', decideEscalation, council);
    expect(third.refuses(waiveRehandling, waive)).toBe('council-decides');
    third.does('07-01', decideEscalation, { ...council, decision: 'close-unsatisfied' });
    expect(third.refuses(waiveRehandling, waive)).toBe('rehandling-not-due');
  });

  it('is decided anew when another deputy is 不满意 too', () => {
    const story = new Case(BY_HAND)
      .hears('03-02', made)
      .hears('05-22', replied(1, { withChild: true }), delivered(1), delivered(1, ZHAO), lookBackWaived())
      .does('06-01', submitEvaluation, bad({ rules: BY_HAND }))
      .does('06-03', waiveRehandling, waive);
    expect(story.types).not.toContain('suggestion-closed');
    const child = { signedSuggestionId: CHILD, personId: ZHAO, rules: BY_HAND };
    story.does('06-04', submitEvaluation, bad(child));
    expect(story.last('suggestion-evaluated').clocks).toMatchObject([
      { op: 'meet', kind: 'feedback' },
      { op: 'start', kind: 'rehandle_order' },
    ]);
    expect(story.types).not.toContain('suggestion-closed');
    story.does('06-05', waiveRehandling, waive);
    expect(story.last('rehandling-waived').deputyIds).toEqual([WANG, ZHAO]);
    expect(story.types.at(-1)).toBe('suggestion-closed');
  });
});

describe('仍不满意', () => {
  it('goes to a joint study the second time, which sends it back to the unit', () => {
    const story = dissatisfiedUntil(2).does('06-25', submitEvaluation, bad());
    expect(story.last('suggestion-escalated')).toMatchObject({
      ...{ stage: 'joint-study', round: 2, overseerIds: made.overseerIds },
      clocks: [
        {
          ...{ op: 'start', kind: 'joint_study', subject: SHARE, round: 2, owner: 'desk' },
          term: { n: 15, unit: 'workday' },
        },
      ],
    });
    expect(story.refuses(orderRehandling, order)).toBe('joint-study-first');
    story.hears('07-03', { type: 'joint-study-held', assignmentId: SHARE, heldOn: day('07-03') });
    expect(story.last('rehandling-ordered')).toMatchObject({
      round: 3,
      clocks: [{ op: 'meet', kind: 'joint_study' }, {}, { op: 'cancel', kind: 'rehandle_reply', round: 2 }],
    });
  });

  it('does not count a joint study held before', () => {
    const story = dissatisfiedUntil(2);
    story.hears('06-21', { type: 'joint-study-held', assignmentId: SHARE, heldOn: day('06-21') });
    story.does('06-25', submitEvaluation, bad());
    expect(story.types.at(-1)).toBe('suggestion-escalated');
  });

  it('goes to the 主任会议 the third time', () => {
    const story = dissatisfiedUntil(3).does('06-25', submitEvaluation, bad());
    expect(story.last('suggestion-escalated')).toMatchObject({ stage: 'council', round: 3, clocks: [] });
    expect(story.refuses(orderRehandling, order)).toBe('council-decides');
  });

  it('closes as closed-unsatisfied when the 主任会议 has it explained', () => {
    const story = dissatisfiedUntil(3).does('06-25', submitEvaluation, bad());
    story.does('06-30', decideEscalation, { ...council, decision: 'close-unsatisfied' });
    expect(story.last('suggestion-closed')).toMatchObject({
      outcome: 'closed-unsatisfied',
      shares: [{ worst: 'dissatisfied' }],
    });
    expect(story.refuses(orderRehandling, order)).toBe('rehandling-not-due');
  });

  it('has a way on after a referral: another round, or another decision', () => {
    const story = dissatisfiedUntil(3)
      .does('06-25', submitEvaluation, bad())
      .does('06-30', decideEscalation, council);
    expect(story.types).not.toContain('suggestion-closed');
    expect(story.refuses(decideEscalation, council)).toBe('escalation-not-pending');
    expect(story.refuses(decideEscalation, { ...council, decision: 'close-unsatisfied' })).toBe('accepted');
    expect(story.does('07-10', orderRehandling, order).last('rehandling-ordered').round).toBe(4);
  });

  it('is decided with number and explanation, only when it is pending', () => {
    const story = dissatisfiedUntil(3).does('06-25', submitEvaluation, bad());
    expect(story.refuses(decideEscalation, { ...council, decisionNumber: ' ' })).toBe(
      'decision-number-missing',
    );
    expect(story.refuses(decideEscalation, { ...council, explanation: '' })).toBe('explanation-missing');
    expect(story.refuses(decideEscalation, { ...council, assignmentId: 'share-9' })).toBe(
      'fact-not-yet-known',
    );
    expect(dissatisfiedUntil(2).refuses(decideEscalation, council)).toBe('escalation-not-pending');
  });
});
