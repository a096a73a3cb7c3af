import { describe, expect, it } from 'vitest';
import {
  BETWEEN_SESSIONS,
  clocksOf,
  confirmed,
  CROSSING,
  drafted,
  expectRefusal,
  factsOf,
  FIFTH_SESSION,
  given,
  IN_OFFICE,
  invited,
  LEFT_OFFICE,
  LI,
  MONDAY,
  motionDrafted,
  RULES,
  submittedWith,
  TUESDAY,
  ZHANG,
} from '../../test/given.ts';
import { editDraft } from './drafting.ts';
import type { SuggestionEvent } from './events.ts';
import { evolveAll } from './evolve.ts';
import { submitSuggestion } from './submitting.ts';

const command = { on: MONDAY, period: FIFTH_SESSION, leadMemberships: IN_OFFICE, rules: RULES };
const asked: SuggestionEvent = {
  type: 'pre-review-requested',
  requestedAt: '2026-01-05T01:00:00.000Z',
  clock: { kind: 'pre_review_in_session', round: 1 },
  clocks: [],
};
const sentBack: SuggestionEvent = {
  type: 'suggestion-returned',
  explanation: '请补充具体路段',
  matters: [],
  returnedOn: TUESDAY,
  clocks: [],
};

describe('submitting', () => {
  it('signs the text as version 1 and starts the clock of registration', () => {
    const decision = submitSuggestion(given(drafted), command);
    expect(factsOf(decision)[0]).toMatchObject({ textVersion: 1, cosignerIds: [], submittedOn: MONDAY });
    expect(clocksOf(decision)).toEqual(['start register 2026-01-05']);
  });

  it('carries the co-signers in the order of their invitation', () => {
    const state = given(drafted, invited(LI, ZHANG), confirmed(ZHANG), confirmed(LI));
    expect(factsOf(submitSuggestion(state, command))[0]).toMatchObject({ cosignerIds: [LI, ZHANG] });
  });

  it('waits for every invited deputy', () => {
    const state = given(drafted, invited(LI, ZHANG), confirmed(LI));
    expect(submitSuggestion(state, command)).toMatchObject({
      code: 'cosignatures-missing',
      detail: { missing: 1 },
    });
  });

  it('does not wait for a pre-review: its clock is cancelled', () => {
    const decision = submitSuggestion(given(drafted, asked), command);
    expect(clocksOf(decision)).toEqual([
      'cancel pre_review_in_session 2026-01-05',
      'start register 2026-01-05',
    ]);
  });

  it('is refused without facts or demands, out of office, of unknown office, and twice', () => {
    const empty = given({ ...drafted, text: { ...CROSSING, demands: [] } } as typeof drafted);
    expectRefusal(submitSuggestion(empty, command), 'text-incomplete');
    const left = { ...command, leadMemberships: LEFT_OFFICE };
    expectRefusal(submitSuggestion(given(drafted), left), 'deputy-not-in-office');
    const unknown = { ...command, leadMemberships: [] };
    expectRefusal(submitSuggestion(given(drafted), unknown), 'fact-not-yet-known');
    const clerk = { ...command, leadMemberships: [{ role: 'unit-clerk', active: true }] };
    expectRefusal(submitSuggestion(given(drafted), clerk), 'not-a-deputy');
    expectRefusal(submitSuggestion(given(drafted, submittedWith()), command), 'wrong-status');
  });

  it('keeps its identity after a return and becomes text version 2', () => {
    const state = given(drafted, invited(LI), confirmed(LI), submittedWith({ cosignerIds: [LI] }), sentBack);
    const again = submitSuggestion(state, { ...command, on: TUESDAY });
    expect(factsOf(again)[0]).toMatchObject({ textVersion: 2, cosignerIds: [LI] });
  });

  it('asks the co-signers again when the returned text was changed', () => {
    const state = given(drafted, invited(LI), confirmed(LI), submittedWith({ cosignerIds: [LI] }), sentBack);
    const edited = evolveAll(
      state,
      factsOf(editDraft(state, { text: { ...CROSSING, title: '关于文澜路的建议' } })),
    );
    expect(edited.status).toBe('returned');
    expectRefusal(submitSuggestion(edited, command), 'cosignatures-missing');
  });

  it('between sessions is told apart', () => {
    const decision = submitSuggestion(given(drafted), { ...command, period: BETWEEN_SESSIONS });
    expect(factsOf(decision)[0]).toMatchObject({ period: BETWEEN_SESSIONS });
  });
});

describe('a motion', () => {
  const nine = Array.from({ length: 9 }, (_, index) => `deputy-${index}`);

  it('needs ten deputies and starts no clock of the desk', () => {
    const state = given(motionDrafted, invited(...nine), ...nine.map(confirmed));
    expect(clocksOf(submitSuggestion(state, command))).toEqual([]);
  });

  it('is refused with nine', () => {
    const eight = nine.slice(1);
    const state = given(motionDrafted, invited(...eight), ...eight.map(confirmed));
    expect(submitSuggestion(state, command)).toMatchObject({
      code: 'motion-cosigners-missing',
      detail: { needed: 10, signed: 9 },
    });
  });
});
