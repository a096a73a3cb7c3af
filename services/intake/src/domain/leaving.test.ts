import { sdDistrict } from '@huiyin/calendar/sd-district';
import { isRejection } from '@huiyin/kernel/rejection';
import { describe, expect, it } from 'vitest';
import {
  CROSSING,
  clocksOf,
  confirmed,
  drafted,
  expectRefusal,
  factsOf,
  given,
  IN_OFFICE,
  invited,
  LEFT_OFFICE,
  LI,
  registeredAs,
  RULES,
  submittedWith,
  TUESDAY,
  typesOf,
  WANG,
  ZHANG,
} from '../../test/given.ts';
import { declineSuggestion } from './declining.ts';
import { evolveAll } from './evolve.ts';
import { mandateEnded, noteHandling, noteWithdrawalRefused } from './foreign-facts.ts';
import { mergeSuggestion } from './merging.ts';
import type { Suggestion } from './suggestion.ts';
import { handlingEnded, withdrawSuggestion } from './withdrawing.ts';

const assigned = (state: Suggestion): Suggestion =>
  noteHandling(state, { type: 'assignment-made', unitId: 'jiaotong', office: 'government-office' });
const replied = (state: Suggestion): Suggestion => noteHandling(assigned(state), { type: 'reply-issued' });
const sign = (deputyId: string) => ({ deputyId, reason: '问题已解决', on: TUESDAY, rules: RULES });

describe('withdrawing', () => {
  const cosigned = given(
    drafted,
    invited(LI),
    confirmed(LI),
    submittedWith({ cosignerIds: [LI] }),
    registeredAs(30, { cosignerIds: [LI] }),
  );

  it('a draft takes the lead alone', () => {
    expect(factsOf(withdrawSuggestion(given(drafted, invited(LI)), sign(WANG)))).toMatchObject([
      { type: 'suggestion-withdrawn', submitted: false },
    ]);
  });

  it('takes every signer, and ends at once before handing over', () => {
    const first = withdrawSuggestion(cosigned, sign(WANG));
    expect(typesOf(first)).toEqual(['withdrawal-signed']);
    const half = evolveAll(cosigned, factsOf(first));
    const second = withdrawSuggestion(half, { ...sign(LI), reason: '' });
    expect(typesOf(second)).toEqual(['withdrawal-signed', 'withdrawal-requested', 'suggestion-withdrawn']);
    expect(factsOf(second).at(-1)).toMatchObject({ submitted: true });
    expect(clocksOf(second)).toEqual(['cancel session_assign 2026-01-06']);
    expect(evolveAll(half, factsOf(second))).toMatchObject({
      status: 'withdrawn',
      numbered: { given: true },
    });
  });

  it('asks assignment once handling has begun, and waits for its answer', () => {
    const handled = assigned(given(drafted, submittedWith(), registeredAs(30)));
    const decision = withdrawSuggestion(handled, sign(WANG));
    expect(factsOf(decision).at(-1)).toMatchObject({ type: 'withdrawal-requested', handlingBegun: true });
    const waiting = evolveAll(handled, factsOf(decision));
    expectRefusal(withdrawSuggestion(waiting, sign(WANG)), 'withdrawal-pending');
    expect(handlingEnded(waiting, TUESDAY)).toMatchObject([
      { type: 'suggestion-withdrawn', submitted: true },
    ]);
    expect(noteWithdrawalRefused(waiting)).toMatchObject({ withdrawal: { phase: 'none' } });
    expect(handlingEnded(handled, TUESDAY)).toEqual([]);
  });

  it('is refused without a reason, twice by one, after delivery, after merging', () => {
    expectRefusal(withdrawSuggestion(cosigned, { ...sign(WANG), reason: '' }), 'reason-missing');
    const half = evolveAll(cosigned, factsOf(withdrawSuggestion(cosigned, sign(WANG))));
    expectRefusal(withdrawSuggestion(half, sign(WANG)), 'withdrawal-already-signed');
    const delivered = noteHandling(replied(cosigned), { type: 'all-replies-delivered' });
    expectRefusal(withdrawSuggestion(delivered, sign(WANG)), 'withdrawal-too-late');
    const withdrawn = evolveAll(given(drafted), factsOf(withdrawSuggestion(given(drafted), sign(WANG))));
    expectRefusal(withdrawSuggestion(withdrawn, sign(WANG)), 'wrong-status');
    const parent = given(
      { ...drafted, suggestionId: 's-parent' } as typeof drafted,
      submittedWith(),
      registeredAs(12),
    );
    const merging = mergeSuggestion(cosigned, parent, {
      on: TUESDAY,
      reason: '同一路段同一问题',
      competence: '区交通运输局',
    });
    if (isRejection(merging)) throw new Error(merging.code);
    expect(withdrawSuggestion(evolveAll(cosigned, merging.child), sign(WANG))).toMatchObject({
      code: 'wrong-status',
      message: expect.stringContaining('已并案'),
      detail: { status: 'merged' },
    });
  });

  it('closes at handing over where the rule pack says so', () => {
    const params = { ...sdDistrict.params, withdrawal_until: 'assignment_made' as const };
    const rules = { ...RULES, pack: { ...sdDistrict, params } };
    expectRefusal(withdrawSuggestion(assigned(cosigned), { ...sign(WANG), rules }), 'withdrawal-too-late');
  });
});

describe('merging', () => {
  const parent = given(
    { ...drafted, suggestionId: 's-parent' } as typeof drafted,
    submittedWith(),
    registeredAs(12),
  );
  const child = given(drafted, submittedWith({ cosignerIds: [LI] }), registeredAs(30, { cosignerIds: [LI] }));
  const merge = { on: TUESDAY, reason: '同一路段同一问题', competence: '区交通运输局' };

  it('puts a fact on both streams and keeps the child deputies to be answered', () => {
    const decision = mergeSuggestion(child, parent, merge);
    if (isRejection(decision)) throw new Error(decision.code);
    expect(evolveAll(child, decision.child)).toMatchObject({ status: 'merged', parentId: 's-parent' });
    expect(evolveAll(parent, decision.parent)).toMatchObject({
      children: [{ suggestionId: 's-1', number: '990101-19-5-0030', deputyIds: [WANG, LI] }],
    });
    expect(clocksOf(decision.child)).toEqual(['cancel session_assign 2026-01-06']);
    expect(decision.child[0]).toMatchObject({ competence: '区交通运输局', similarity: 1 });
  });

  it('is of suggestions that have something in common', () => {
    const text = {
      ...CROSSING,
      ...{ title: '关于延长图书馆夜间开放时间的建议', facts: '晚上七点闭馆，学生无处自习。' },
      demands: ['开放至二十二点'],
    };
    const other = given(drafted, { ...submittedWith(), text } as ReturnType<typeof submittedWith>);
    const registered = evolveAll(other, [registeredAs(31)]);
    expectRefusal(mergeSuggestion(registered, parent, merge), 'merge-nothing-alike');
  });

  it('is refused with itself, unregistered, replied, over two levels and without reason', () => {
    expectRefusal(mergeSuggestion(child, child, merge), 'merge-with-itself');
    expectRefusal(mergeSuggestion(given(drafted), parent, merge), 'wrong-status');
    const draft = given({ ...drafted, suggestionId: 's-2' } as typeof drafted);
    expectRefusal(mergeSuggestion(child, draft, merge), 'merge-parent-not-registered');
    expectRefusal(mergeSuggestion(replied(child), parent, merge), 'already-replied');
    expectRefusal(mergeSuggestion(child, replied(parent), merge), 'merge-parent-replied');
    expectRefusal(mergeSuggestion(child, parent, { ...merge, reason: '' }), 'reason-missing');
    expectRefusal(mergeSuggestion(child, parent, { ...merge, competence: ' ' }), 'merge-competence-missing');
    const decision = mergeSuggestion(child, parent, merge);
    if (isRejection(decision)) throw new Error(decision.code);
    const other = given(
      { ...drafted, suggestionId: 's-3' } as typeof drafted,
      submittedWith(),
      registeredAs(40),
    );
    expectRefusal(mergeSuggestion(evolveAll(parent, decision.parent), other, merge), 'merge-has-children');
    expectRefusal(
      mergeSuggestion(other, evolveAll(child, decision.child), merge),
      'merge-parent-not-registered',
    );
  });

  it('binds the parent: it is neither withdrawn nor declined while others are handled with it', () => {
    const decision = mergeSuggestion(child, parent, merge);
    if (isRejection(decision)) throw new Error(decision.code);
    const holding = evolveAll(parent, decision.parent);
    expectRefusal(withdrawSuggestion(holding, sign(WANG)), 'has-merged-children');
    const decline = {
      on: TUESDAY,
      ground: 'no-content',
      explanation: '空',
      deputyHeardOn: TUESDAY,
      rules: RULES,
    } as const;
    expectRefusal(declineSuggestion(holding, decline), 'has-merged-children');
  });

  it('is refused while either is being withdrawn', () => {
    const handled = assigned(child);
    const both = [...factsOf(withdrawSuggestion(handled, sign(WANG)))];
    const half = evolveAll(handled, both);
    const leaving = evolveAll(half, factsOf(withdrawSuggestion(half, sign(LI))));
    expectRefusal(mergeSuggestion(leaving, parent, merge), 'withdrawal-pending');
    const alone = assigned(parent);
    const parentLeaving = evolveAll(alone, factsOf(withdrawSuggestion(alone, sign(WANG))));
    expectRefusal(mergeSuggestion(child, parentLeaving, merge), 'withdrawal-pending');
  });
});

describe('a mandate that ends', () => {
  const memberships = new Map([
    [LI, LEFT_OFFICE],
    [ZHANG, IN_OFFICE],
  ]);

  it('drops an open invitation', () => {
    const state = given(drafted, invited(LI));
    expect(mandateEnded(state, { deputyId: LI, cosignerMemberships: memberships })).toEqual([
      { type: 'cosigner-removed', deputyId: LI, cause: 'mandate-ended' },
    ]);
  });

  it('passes the lead of a submitted suggestion to the first co-signer in office', () => {
    const state = given(drafted, submittedWith({ cosignerIds: [LI, ZHANG] }));
    const facts = mandateEnded(state, { deputyId: WANG, cosignerMemberships: memberships });
    expect(evolveAll(state, facts)).toMatchObject({ leadDeputyId: ZHANG, cosignerIds: [LI] });
  });

  it('changes nothing for a suggestion without successor, nor for a registered one: it outlives its author', () => {
    const alone = given(drafted, submittedWith());
    expect(mandateEnded(alone, { deputyId: WANG, cosignerMemberships: memberships })).toEqual([]);
    const registered = given(
      drafted,
      submittedWith({ cosignerIds: [ZHANG] }),
      registeredAs(1, { cosignerIds: [ZHANG] }),
    );
    expect(mandateEnded(registered, { deputyId: WANG, cosignerMemberships: memberships })).toEqual([]);
  });
});

describe("assignment's facts", () => {
  it('move the phase forward only, in whatever order they come', () => {
    const state = noteHandling(given(drafted, submittedWith(), registeredAs(30)), { type: 'reply-issued' });
    expect(
      noteHandling(state, { type: 'assignment-made', unitId: 'jiaotong', office: 'government-office' }),
    ).toMatchObject({
      handling: { phase: 'replied', unitIds: ['jiaotong'] },
    });
  });
});
