import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import {
  BETWEEN_SESSIONS,
  clocksOf,
  CROSSING,
  drafted,
  expectRefusal,
  factsOf,
  FIFTH_SESSION,
  given,
  IN_OFFICE,
  LEFT_OFFICE,
  MONDAY,
  motionDrafted,
  registeredAs,
  RULES,
  submittedWith,
  TUESDAY,
} from '../../test/given.ts';
import { convertMotion } from './converting.ts';
import { confirmDeclineNotice, declineSuggestion } from './declining.ts';
import { editDraft } from './drafting.ts';
import { evolveAll } from './evolve.ts';
import { noteHandling } from './foreign-facts.ts';
import { registerSuggestion, returnForCorrection } from './registering.ts';
import { submitSuggestion } from './submitting.ts';

const register = {
  on: TUESDAY,
  category: '城建环保',
  area: '990101',
  n: 30,
  leadMemberships: IN_OFFICE,
  overseerIds: [],
  oneMatterReason: '',
  rules: RULES,
};

describe('registering', () => {
  it('gives the number of the session, meets the desk clock and starts the handing over from the closing day', () => {
    const decision = registerSuggestion(given(drafted, submittedWith()), register);
    expect(factsOf(decision)[0]).toMatchObject({ number: '990101-19-5-0030', displayNumber: '第30号' });
    expect(clocksOf(decision)).toEqual(['meet register 2026-01-06', 'start session_assign 2026-01-09']);
  });

  it('between sessions counts by year and hands over from the day of registration', () => {
    const state = given(drafted, submittedWith({ period: BETWEEN_SESSIONS }));
    const decision = registerSuggestion(state, { ...register, n: 8 });
    expect(factsOf(decision)[0]).toMatchObject({
      number: '990101-19-B2026-0008',
      displayNumber: '闭会第8号',
    });
    expect(clocksOf(decision)).toContain('start inter_session_assign 2026-01-06');
  });

  it('is refused for a foreign category, a deputy out of office, a motion, a draft and a second time', () => {
    const state = given(drafted, submittedWith());
    expectRefusal(registerSuggestion(state, { ...register, category: '天文' }), 'category-unknown');
    expectRefusal(
      registerSuggestion(state, { ...register, leadMemberships: LEFT_OFFICE }),
      'deputy-not-in-office',
    );
    const motion = given(motionDrafted, submittedWith({ kind: 'motion' }));
    expectRefusal(registerSuggestion(motion, register), 'motion-not-converted');
    expectRefusal(registerSuggestion(given(drafted), register), 'wrong-status');
    expectRefusal(
      registerSuggestion(given(drafted, submittedWith(), registeredAs(30)), register),
      'wrong-status',
    );
  });
});

describe('returning for correction', () => {
  it('meets the desk clock and says why', () => {
    const decision = returnForCorrection(given(drafted, submittedWith()), {
      explanation: '请补充地点',
      matters: [],
      on: TUESDAY,
    });
    expect(clocksOf(decision)).toEqual(['meet register 2026-01-06']);
  });

  it('is refused without an explanation and after registration', () => {
    const state = given(drafted, submittedWith());
    const command = { explanation: '请补充', matters: [], on: TUESDAY };
    expectRefusal(returnForCorrection(state, { ...command, explanation: '' }), 'explanation-missing');
    const registered = given(drafted, submittedWith(), registeredAs(30));
    expectRefusal(returnForCorrection(registered, command), 'wrong-status');
  });
});

describe('one matter per suggestion (一事一议)', () => {
  const submit = { on: TUESDAY, period: FIFTH_SESSION, leadMemberships: IN_OFFICE, rules: RULES };
  const split = {
    explanation: '一件建议只提一事，请拆成两件',
    matters: ['增设过街设施', '改造公交站'],
    on: TUESDAY,
  };
  const state = given(drafted, submittedWith());
  const sentBack = evolveAll(state, factsOf(returnForCorrection(state, split)));
  const again = evolveAll(sentBack, factsOf(submitSuggestion(sentBack, submit)));

  it('is judged by the desk, which names the matters, two at least', () => {
    expect(sentBack).toMatchObject({ status: 'returned', toSplit: { matters: split.matters } });
    for (const matters of [['增设过街设施'], ['增设过街设施', ' '], ['过街', '过街']]) {
      expectRefusal(returnForCorrection(state, { ...split, matters }), 'matters-too-few');
    }
  });

  it('holds back the same text until it is split, or the desk says why it is one matter', () => {
    expectRefusal(registerSuggestion(again, register), 'several-matters');
    expectRefusal(registerSuggestion(again, { ...register, oneMatterReason: ' ' }), 'several-matters');
    const oneMatterReason = '公交站在过街设施处，须一并设计';
    expect(factsOf(registerSuggestion(again, { ...register, oneMatterReason }))).toMatchObject([
      { type: 'suggestion-registered', oneMatterReason },
    ]);
  });

  it('is judged anew of a text that was split', () => {
    const edited = evolveAll(
      sentBack,
      factsOf(editDraft(sentBack, { text: { ...CROSSING, title: '关于增设过街设施的建议' } })),
    );
    const handedIn = evolveAll(edited, factsOf(submitSuggestion(edited, submit)));
    expect(factsOf(registerSuggestion(handedIn, register))[0]).toMatchObject({ oneMatterReason: '' });
  });
});

describe('declining', () => {
  const decline = {
    on: TUESDAY,
    ground: 'judicial-case',
    explanation: '涉及正在审理的具体案件',
    deputyHeardOn: TUESDAY,
    rules: RULES,
  } as const;

  it('ends the desk clock and times the notice to the deputy', () => {
    const decision = declineSuggestion(given(drafted, submittedWith()), decline);
    expect(clocksOf(decision)).toEqual(['meet register 2026-01-06', 'start not_admitted_notice 2026-01-06']);
  });

  it('after registration keeps the number and cancels the handing over', () => {
    const state = given(drafted, submittedWith(), registeredAs(30));
    const decision = declineSuggestion(state, decline);
    expect(clocksOf(decision)).toContain('cancel session_assign 2026-01-06');
    expect(evolveAll(state, factsOf(decision))).toMatchObject({
      status: 'declined',
      numbered: { given: true, number: '990101-19-5-0030' },
    });
  });

  it('is refused once handed over, without hearing the deputy in time, without explanation, for a draft', () => {
    const state = given(drafted, submittedWith());
    const assigned = noteHandling(given(drafted, submittedWith(), registeredAs(30)), {
      type: 'assignment-made',
      office: 'government-office',
      unitId: 'jiaotong',
    });
    expectRefusal(declineSuggestion(assigned, decline), 'handling-begun');
    const later = { ...decline, deputyHeardOn: localDate('2026-01-07') };
    expectRefusal(declineSuggestion(state, later), 'date-in-the-future');
    const before = { ...decline, deputyHeardOn: localDate('2026-01-04') };
    expectRefusal(declineSuggestion(state, before), 'heard-before-submission');
    expectRefusal(declineSuggestion(state, { ...decline, explanation: '' }), 'explanation-missing');
    expectRefusal(declineSuggestion(given(drafted), decline), 'wrong-status');
  });

  it('is finished when the deputy knows, once', () => {
    const declined = evolveAll(
      given(drafted, submittedWith()),
      factsOf(declineSuggestion(given(drafted, submittedWith()), decline)),
    );
    const told = confirmDeclineNotice(declined, { on: TUESDAY, toldHow: '电话告知' });
    expect(clocksOf(told)).toEqual(['meet not_admitted_notice 2026-01-06']);
    const knows = evolveAll(declined, factsOf(told));
    expectRefusal(confirmDeclineNotice(knows, { on: TUESDAY, toldHow: '再次' }), 'notice-already-confirmed');
    expectRefusal(confirmDeclineNotice(declined, { on: TUESDAY, toldHow: '' }), 'explanation-missing');
    expectRefusal(confirmDeclineNotice(given(drafted), { on: TUESDAY, toldHow: '电话' }), 'wrong-status');
  });
});

describe('converting a motion', () => {
  const convert = {
    motionNumber: '议案3',
    decisionNumber: '主席团〔2026〕2号',
    decidedOn: MONDAY,
    on: TUESDAY,
    rules: RULES,
  };
  const motion = given(motionDrafted, submittedWith({ kind: 'motion' }));

  it('puts it before the desk from the day of the decision', () => {
    const decision = convertMotion(motion, convert);
    expect(clocksOf(decision)).toEqual(['start register 2026-01-05']);
    const converted = evolveAll(motion, factsOf(decision));
    expect(factsOf(registerSuggestion(converted, register))[0]?.type).toBe('suggestion-registered');
    expectRefusal(convertMotion(converted, convert), 'motion-already-converted');
  });

  it('stands over a corrected text: the desk owes the registration again, the presidium nothing', () => {
    const converted = evolveAll(motion, factsOf(convertMotion(motion, convert)));
    const correction = { explanation: '请补充地点', matters: [], on: TUESDAY };
    const sentBack = evolveAll(converted, factsOf(returnForCorrection(converted, correction)));
    const submit = { on: TUESDAY, period: FIFTH_SESSION, leadMemberships: IN_OFFICE, rules: RULES };
    const decision = submitSuggestion(sentBack, submit);
    expect(clocksOf(decision)).toEqual(['start register 2026-01-06']);
    const again = evolveAll(sentBack, factsOf(decision));
    expectRefusal(convertMotion(again, convert), 'motion-already-converted');
    expect(factsOf(registerSuggestion(again, register))[0]?.type).toBe('suggestion-registered');
  });

  it('is awaited again by a motion that came back before the presidium decided', () => {
    const correction = { explanation: '请补充地点', matters: [], on: TUESDAY };
    const sentBack = evolveAll(motion, factsOf(returnForCorrection(motion, correction)));
    const submit = { on: TUESDAY, period: FIFTH_SESSION, leadMemberships: IN_OFFICE, rules: RULES };
    expectRefusal(submitSuggestion(sentBack, submit), 'motion-cosigners-missing');
    expect(sentBack).toMatchObject({ conversion: { state: 'awaited' } });
  });

  it('is refused for a suggestion, a draft, without decision and for a future day', () => {
    expectRefusal(convertMotion(given(drafted, submittedWith()), convert), 'not-a-motion');
    expectRefusal(convertMotion(given(motionDrafted), convert), 'wrong-status');
    expectRefusal(convertMotion(motion, { ...convert, decisionNumber: '' }), 'decision-missing');
    expectRefusal(
      convertMotion(motion, { ...convert, decidedOn: localDate('2026-01-07') }),
      'date-in-the-future',
    );
  });
});
