import { describe, expect, it } from 'vitest';
import {
  confirmed,
  CROSSING,
  drafted,
  expectRefusal,
  factsOf,
  given,
  invited,
  LI,
  submittedWith,
  typesOf,
  WANG,
  ZHANG,
} from '../../test/given.ts';
import { draftSuggestion, editDraft } from './drafting.ts';
import { evolveAll } from './evolve.ts';
import { textHashOf, TEXT_LIMITS } from './text.ts';

const SHORTER = { ...CROSSING, demands: CROSSING.demands.slice(0, 1) };

describe('a draft', () => {
  it('begins with words that may still be missing', () => {
    const text = { ...CROSSING, title: '', facts: '', demands: [] };
    const begin = {
      suggestionId: 's-1',
      kind: 'suggestion',
      leadDeputyId: WANG,
      enteredBy: WANG,
      text,
    } as const;
    expect(typesOf(draftSuggestion(begin))).toEqual(['suggestion-drafted']);
  });

  it('is refused when it does not fit the form', () => {
    const refuse = (change: object, field: string): void => {
      const text = { ...CROSSING, ...change };
      const begin = {
        suggestionId: 's-1',
        kind: 'suggestion',
        leadDeputyId: WANG,
        enteredBy: WANG,
        text,
      } as const;
      expect(draftSuggestion(begin)).toMatchObject({ code: 'text-too-long', field });
    };
    refuse({ title: '字'.repeat(TEXT_LIMITS.titleCharacters + 1) }, 'title');
    refuse({ facts: '字'.repeat(TEXT_LIMITS.factsCharacters + 1) }, 'facts');
    refuse({ demands: Array.from({ length: TEXT_LIMITS.demands + 1 }, () => '修路') }, 'demands');
    refuse({ demands: ['字'.repeat(TEXT_LIMITS.demandCharacters + 1)] }, 'demands');
    refuse({ wishedUnitIds: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'wishedUnitIds');
  });

  it('is edited by new words', () => {
    const decision = editDraft(given(drafted), { text: SHORTER });
    expect(factsOf(decision)).toEqual([
      { type: 'draft-edited', text: SHORTER, textHash: textHashOf(SHORTER) },
    ]);
  });

  it('is not edited by the same words, not even with spaces around them', () => {
    const spaced = { ...CROSSING, title: ` ${CROSSING.title} `, demands: [...CROSSING.demands, '  '] };
    const state = given(drafted, invited(LI), confirmed(LI));
    expect(factsOf(editDraft(state, { text: spaced }))).toEqual([]);
  });

  it('loses every confirmation by an edit, and keeps the invitations', () => {
    const state = given(drafted, invited(LI, ZHANG), confirmed(LI));
    const decision = factsOf(editDraft(state, { text: SHORTER }));
    expect(decision[1]).toEqual({ type: 'cosignature-voided', deputyIds: [LI] });
    expect(evolveAll(state, decision)).toMatchObject({
      status: 'cosigning',
      cosigners: [
        { deputyId: LI, answer: 'pending' },
        { deputyId: ZHANG, answer: 'pending' },
      ],
    });
  });

  it('cannot be edited once it is submitted', () => {
    expectRefusal(editDraft(given(drafted, submittedWith()), { text: SHORTER }), 'wrong-status');
  });
});
