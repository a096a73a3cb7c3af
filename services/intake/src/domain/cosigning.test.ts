import { describe, expect, it } from 'vitest';
import {
  confirmed,
  CROSSING,
  CROSSING_HASH,
  drafted,
  expectRefusal,
  factsOf,
  given,
  invited,
  LI,
  MONDAY,
  submittedWith,
  typesOf,
  WANG,
  ZHANG,
} from '../../test/given.ts';
import { confirmCosignature, inviteCosigners, MAX_COSIGNERS, removeCosigner } from './cosigning.ts';
import { evolveAll } from './evolve.ts';

describe('inviting co-signers', () => {
  it('asks deputies to sign a complete text', () => {
    const decision = inviteCosigners(given(drafted), { deputyIds: [LI, ZHANG] });
    expect(factsOf(decision)).toEqual([{ type: 'cosignature-requested', deputyIds: [LI, ZHANG] }]);
  });

  it('asks nobody twice', () => {
    const state = given(drafted, invited(LI));
    expect(factsOf(inviteCosigners(state, { deputyIds: [LI, LI] }))).toEqual([]);
    expect(factsOf(inviteCosigners(state, { deputyIds: [LI, ZHANG, ZHANG] }))).toEqual([
      { type: 'cosignature-requested', deputyIds: [ZHANG] },
    ]);
  });

  it.each([
    ['title', { title: '' }],
    ['facts', { facts: '' }],
    ['demands', { demands: [] }],
  ] as const)('is refused for a text without %s', (field, lacking) => {
    const state = given({ ...drafted, text: { ...CROSSING, ...lacking } } as typeof drafted);
    expect(inviteCosigners(state, { deputyIds: [LI] })).toMatchObject({ code: 'text-incomplete', field });
  });

  it('is refused for an incomplete text, for the lead, beyond the limit and after submission', () => {
    const untitled = given({ ...drafted, text: { ...CROSSING, title: '' } } as typeof drafted);
    expectRefusal(inviteCosigners(untitled, { deputyIds: [LI] }), 'text-incomplete');
    expectRefusal(inviteCosigners(given(drafted), { deputyIds: [WANG] }), 'cosigner-is-lead');
    const crowd = Array.from({ length: MAX_COSIGNERS + 1 }, (_, index) => `deputy-${index}`);
    expectRefusal(inviteCosigners(given(drafted), { deputyIds: crowd }), 'cosigners-too-many');
    expectRefusal(inviteCosigners(given(drafted, submittedWith()), { deputyIds: [LI] }), 'wrong-status');
  });
});

describe('confirming a co-signature', () => {
  const sign = { deputyId: LI, textHash: CROSSING_HASH, on: MONDAY };

  it('signs the text that was read', () => {
    expect(typesOf(confirmCosignature(given(drafted, invited(LI)), sign))).toEqual(['cosignature-confirmed']);
  });

  it('is refused for another text, twice, uninvited and after submission', () => {
    const state = given(drafted, invited(LI));
    expectRefusal(confirmCosignature(state, { ...sign, textHash: 'older' }), 'text-changed-since-read');
    expectRefusal(
      confirmCosignature(given(drafted, invited(LI), confirmed(LI)), sign),
      'cosigner-already-confirmed',
    );
    expectRefusal(confirmCosignature(state, { ...sign, deputyId: ZHANG }), 'cosigner-not-invited');
    expectRefusal(confirmCosignature(given(drafted, submittedWith()), sign), 'wrong-status');
  });
});

describe('removing a co-signer', () => {
  it('makes the last one leave a plain draft', () => {
    const state = given(drafted, invited(LI));
    const decision = factsOf(removeCosigner(state, { deputyId: LI, cause: 'declined' }));
    expect(evolveAll(state, decision).status).toBe('draft');
  });

  it('is refused for somebody not invited and after submission', () => {
    const remove = { deputyId: ZHANG, cause: 'by-lead' } as const;
    expectRefusal(removeCosigner(given(drafted, invited(LI)), remove), 'cosigner-not-invited');
    expectRefusal(removeCosigner(given(drafted, submittedWith()), remove), 'wrong-status');
  });
});
