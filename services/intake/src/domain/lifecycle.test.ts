import { isRejection } from '@huiyin/kernel/rejection';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CROSSING,
  drafted,
  FIFTH_SESSION,
  given,
  IN_OFFICE,
  LI,
  MONDAY,
  RULES,
  TUESDAY,
  WANG,
  ZHANG,
} from '../../test/given.ts';
import { confirmCosignature, inviteCosigners, removeCosigner } from './cosigning.ts';
import { confirmDeclineNotice, declineSuggestion } from './declining.ts';
import { editDraft } from './drafting.ts';
import type { Decision } from './events.ts';
import { evolveAll } from './evolve.ts';
import { noteHandling } from './foreign-facts.ts';
import { answerPreReview, requestPreReview } from './pre-review.ts';
import { registerSuggestion, returnForCorrection } from './registering.ts';
import { submitSuggestion } from './submitting.ts';
import { cosignersOf, isDrafting, numberedOf, type Suggestion } from './suggestion.ts';
import { withdrawSuggestion } from './withdrawing.ts';

type Step = (state: Suggestion) => Decision | Suggestion;

const deputy = fc.constantFrom(LI, ZHANG);
const anyone = fc.constantFrom(WANG, LI, ZHANG);
const verdict = {
  substance: 'good',
  reasoning: 'good',
  feasibility: 'good',
  advice: '',
  comments: [],
} as const;

/** Every command of the service, by anybody, whether or not it fits the state. */
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map(
    (n): Step =>
      (state) =>
        editDraft(state, { text: { ...CROSSING, title: `标题${n}` } }),
  ),
  deputy.map(
    (id): Step =>
      (state) =>
        inviteCosigners(state, { deputyIds: [id] }),
  ),
  deputy.map(
    (deputyId): Step =>
      (state) =>
        removeCosigner(state, { deputyId, cause: 'by-lead' }),
  ),
  deputy.map(
    (deputyId): Step =>
      (state) =>
        confirmCosignature(state, { deputyId, textHash: state.textHash, on: MONDAY }),
  ),
  fc.constant<Step>((state) => requestPreReview(state, { at: new Date(0), inSession: true, rules: RULES })),
  fc.constant<Step>((state) =>
    answerPreReview(state, { advice: { ...verdict, reviewerId: 'reviewer', answeredOn: MONDAY } }),
  ),
  fc.constant<Step>((state) =>
    submitSuggestion(state, { on: MONDAY, period: FIFTH_SESSION, leadMemberships: IN_OFFICE, rules: RULES }),
  ),
  fc.constant<Step>((state) => {
    const desk = {
      on: TUESDAY,
      category: '其他',
      area: '990101',
      n: 7,
      oneMatterReason: '',
      leadMemberships: IN_OFFICE,
      overseerIds: [],
      rules: RULES,
    };
    return registerSuggestion(state, desk);
  }),
  fc.constant<Step>((state) =>
    returnForCorrection(state, { explanation: '请补充', matters: [], on: TUESDAY }),
  ),
  fc.constant<Step>((state) => {
    const why = { ground: 'no-content', explanation: '空', deputyHeardOn: TUESDAY } as const;
    return declineSuggestion(state, { ...why, on: TUESDAY, rules: RULES });
  }),
  fc.constant<Step>((state) => confirmDeclineNotice(state, { on: TUESDAY, toldHow: '电话' })),
  anyone.map(
    (deputyId): Step =>
      (state) =>
        withdrawSuggestion(state, { deputyId, reason: '解决', on: TUESDAY, rules: RULES }),
  ),
  fc.constant<Step>((state) =>
    noteHandling(state, { type: 'assignment-made', unitId: 'jiaotong', office: 'government-office' }),
  ),
);

function walk(steps: readonly Step[], look: (before: Suggestion, after: Suggestion) => void): void {
  let state = given(drafted);
  for (const step of steps) {
    const answer = step(state);
    if (isRejection(answer)) continue;
    const after = Array.isArray(answer) ? evolveAll(state, answer) : (answer as Suggestion);
    look(state, after);
    state = after;
  }
}

describe('any course of commands', () => {
  const courses = fc.array(anyStep, { maxLength: 40 });

  it('submits only what every invited deputy has signed in these words', () => {
    fc.assert(
      fc.property(courses, (steps) => {
        walk(steps, (before, after) => {
          if (after.status !== 'submitted' || !isDrafting(before)) return;
          const cosigners = cosignersOf(before);
          expect(after.cosignerIds).toEqual(cosigners.map((cosigner) => cosigner.deputyId));
          for (const cosigner of cosigners) expect(cosigner).toMatchObject({ textHash: after.textHash });
          expect(after.textVersion).toBe(before.textVersion + 1);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('never takes a number back, and never leaves an end state', () => {
    fc.assert(
      fc.property(courses, (steps) => {
        walk(steps, (before, after) => {
          if (numberedOf(before).given) expect(numberedOf(after)).toEqual(numberedOf(before));
          if (before.status === 'withdrawn' || before.status === 'declined')
            expect(after.status).toBe(before.status);
        });
      }),
      { numRuns: 500 },
    );
  });
});
