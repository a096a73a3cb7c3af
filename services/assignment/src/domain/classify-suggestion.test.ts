import { describe, expect, it } from 'vitest';
import {
  assign,
  assignAsWished,
  assigned,
  Case,
  classify,
  clocks,
  TRAFFIC,
  types,
  under,
} from '../../test/given.ts';
import { decideClassification } from './classify-suggestion.ts';

describe('classification', () => {
  it.each([
    [[1, 1, 2], 1, 'general', '4 points'],
    [[2, 2, 3], 2, 'general', '7 points, two units, difficulty 2: a high sum alone is not complex'],
    [[1, 3, 1], 1, 'complex', '5 points and difficulty 3'],
    [[2, 1, 2], 3, 'complex', '5 points and three units'],
    [[1, 1, 2], 5, 'general', 'many units but 4 points'],
  ] as const)('%j with %i units is %s: %s', ([scope, difficulty, urgency], expectedUnits, type, _why) => {
    const [fact] = new Case().does('03-02', classify(scope, difficulty, urgency, { expectedUnits }));
    expect(fact?.payload).toMatchObject({ proposedType: type, handlingType: type });
  });

  it('keeps a person’s override with its reason, and never without one', () => {
    const story = new Case();
    const override = { handlingType: 'complex' } as const;
    expect(story.refuses('03-02', classify(1, 1, 1, override))).toBe('override-reason-missing');
    const [fact] = story.does('03-02', classify(1, 1, 1, { ...override, overrideReason: '涉及跨区道路' }));
    expect(fact?.payload).toMatchObject({
      proposedType: 'general',
      handlingType: 'complex',
      overrideReason: '涉及跨区道路',
    });
  });

  it.each([0, 4, 1.5])('refuses %d points', (points) => {
    expect(new Case().refuses('03-02', classify(points))).toBe('score-out-of-range');
  });

  it.each(['scope', 'difficulty', 'urgency'] as const)('refuses points for %s without a reason', (silent) => {
    const score = { points: 1, reason: '只涉及一条道路' };
    const scores = { scope: score, difficulty: score, urgency: score, [silent]: { ...score, reason: ' ' } };
    const silently = { handlingType: '', overrideReason: '', keyProposed: false } as const;
    const command = { scores, expectedUnits: 1, ...silently };
    const refused = decideClassification(new Case().state, command, under('03-02'));
    expect(refused).toMatchObject({ code: 'score-reason-missing', field: silent });
  });

  it.each([0, 1.5])('refuses %d expected units', (expectedUnits) => {
    expect(new Case().refuses('03-02', classify(1, 1, 1, { expectedUnits }))).toBe('expected-units-missing');
  });

  it('asks a reason to classify again, and then requires the on-site meeting of what became complex', () => {
    const story = assigned();
    expect(story.refuses('03-20', classify(1, 3, 2))).toBe('reclassification-reason-missing');
    const up = story.does('03-20', classify(1, 3, 2, { overrideReason: '发现需多部门协同' }));
    expect(clocks(up)).toEqual(['start on_site']);
    expect(story.share().onSite.state).toBe('required');
    const down = story.does('03-25', classify(1, 1, 1, { overrideReason: '范围缩小' }));
    expect(clocks(down)).toEqual(['cancel on_site']);
    expect(story.share().onSite.state).toBe('not-required');
  });
});

describe('assignment', () => {
  const classified = () => new Case().next('03-02', classify());

  it('needs a classification', () => {
    expect(new Case().refuses('03-02', assign([TRAFFIC, 'lead']))).toBe('not-classified');
  });

  it.each([
    ['no lead', [['u1', 'co']], 'lead-or-parallel'],
    [
      'two leads',
      [
        ['u1', 'lead'],
        ['u2', 'lead'],
      ],
      'lead-or-parallel',
    ],
    [
      'a lead and a parallel handler',
      [
        ['u1', 'lead'],
        ['u2', 'parallel'],
      ],
      'lead-or-parallel',
    ],
    ['one parallel handler', [['u1', 'parallel']], 'parallel-needs-two'],
    [
      'a co-handler of parallel ones',
      [
        ['u1', 'parallel'],
        ['u2', 'parallel'],
        ['u3', 'co'],
      ],
      'co-needs-lead',
    ],
    [
      'a unit twice',
      [
        ['u1', 'lead'],
        ['u1', 'co'],
      ],
      'unit-twice',
    ],
  ] as const)('refuses %s', (_name, shares, code) => {
    expect(
      classified().refuses(
        '03-02',
        assign(...shares.map(([id, role]) => [id, role] as [string, typeof role])),
      ),
    ).toBe(code);
  });

  it('considers the units that the deputy wished for: one that handles nothing is passed over with a reason', () => {
    const wishing = () => new Case({ wishedUnitIds: ['u9', TRAFFIC] }).next('03-02', classify());
    expect(wishing().refuses('03-02', assign(['u1', 'lead'], ['u9', 'co']))).toBe('wish-reason-missing');
    const shown = assign([TRAFFIC, 'lead'], ['u9', 'reference']);
    expect(wishing().refuses('03-02', shown)).toBe('wish-reason-missing');
    const heeded = wishing().does('03-02', assign([TRAFFIC, 'lead'], ['u9', 'co']));
    expect(heeded.map(({ payload, reason }) => ({ payload, reason }))).toMatchObject([
      { payload: { wishReason: '' }, reason: undefined },
      { payload: { wishReason: '' }, reason: undefined },
    ]);
    const story = wishing();
    const [first, second] = story.does('03-02', assignAsWished('路权归区管', ['u1', 'lead'], ['u2', 'co']));
    expect(first).toMatchObject({ payload: { wishReason: '路权归区管' }, reason: '路权归区管' });
    expect(second).toMatchObject({ payload: { wishReason: '' } });
    expect(types(story.does('03-05', assign(['u3', 'co'])))).toEqual(['assignment-made']);
  });

  it('starts the clocks of each role', () => {
    const facts = classified().does('03-02', assign(['u1', 'lead'], ['u2', 'co'], ['u3', 'reference']));
    expect(facts.map((fact) => clocks([fact]))).toEqual([
      ['start ack', 'start reply', 'start dual_confirmation'],
      ['start ack'],
      [],
    ]);
  });

  it('adds co-handlers and reference units later, but no second lead', () => {
    const story = assigned();
    expect(story.refuses('03-05', assign(['u9', 'lead']))).toBe('already-assigned');
    expect(story.refuses('03-05', assign([TRAFFIC, 'co']))).toBe('unit-already-assigned');
    expect(types(story.does('03-05', assign(['u9', 'co'])))).toEqual(['assignment-made']);
  });

  it('owes every signer an own reply, those of merged suggestions too', () => {
    const story = classified();
    story.hears('03-02', { type: 'absorbed', childId: 's-2', leadDeputyId: 'zhao', cosignerIds: ['wang'] });
    const [fact] = story.does('03-02', assign([TRAFFIC, 'lead']));
    expect(fact?.payload).toMatchObject({
      owed: [
        { deputyId: 'wang', suggestionId: 's-1', isLead: true },
        { deputyId: 'li', suggestionId: 's-1', isLead: false },
        { deputyId: 'zhao', suggestionId: 's-2', isLead: true },
        { deputyId: 'wang', suggestionId: 's-2', isLead: false },
      ],
    });
  });
});
