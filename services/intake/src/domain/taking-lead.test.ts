import { isRejection } from '@huiyin/kernel/rejection';
import { describe, expect, it } from 'vitest';
import {
  drafted,
  expectRefusal,
  factsOf,
  given,
  IN_OFFICE,
  LEFT_OFFICE,
  LI,
  registeredAs,
  submittedWith,
  TUESDAY,
  WANG,
  ZHANG,
} from '../../test/given.ts';
import { evolveAll } from './evolve.ts';
import { noteClosing } from './foreign-facts.ts';
import { takeLead, type TakeLeadCommand } from './taking-lead.ts';

const cosignerIds = [LI, ZHANG];
const registered = given(drafted, submittedWith({ cosignerIds }), registeredAs(30, { cosignerIds }));

const by = (deputyId: string, more: Partial<TakeLeadCommand> = {}): TakeLeadCommand => ({
  ...{ deputyId, reason: '', byDesk: false, on: TUESDAY },
  ...{ leadMemberships: LEFT_OFFICE, takerMemberships: IN_OFFICE },
  ...more,
});

describe('taking the lead of a registered suggestion', () => {
  it('makes the co-signer lead, and the former lead one of those who signed', () => {
    const facts = factsOf(takeLead(registered, by(ZHANG)));
    expect(facts).toMatchObject([{ type: 'lead-passed', fromDeputyId: WANG, takenOn: TUESDAY }]);
    expect(evolveAll(registered, facts)).toMatchObject({
      ...{ status: 'registered', leadDeputyId: ZHANG, cosignerIds: [LI, WANG] },
    });
  });

  it('by the desk says how the co-signer agreed', () => {
    expectRefusal(takeLead(registered, by(LI, { byDesk: true })), 'reason-missing');
    const named = takeLead(registered, by(LI, { byDesk: true, reason: '李敏代表1月6日来电同意' }));
    expect(factsOf(named)).toMatchObject([{ leadDeputyId: LI, reason: '李敏代表1月6日来电同意' }]);
  });

  it('waits until the mandate of the lead has ended, and is for co-signers in office', () => {
    expectRefusal(takeLead(registered, by(LI, { leadMemberships: IN_OFFICE })), 'lead-in-office');
    expectRefusal(takeLead(registered, by(LI, { leadMemberships: [] })), 'fact-not-yet-known');
    expectRefusal(takeLead(registered, by(LI, { takerMemberships: LEFT_OFFICE })), 'deputy-not-in-office');
    expectRefusal(takeLead(registered, by(LI, { takerMemberships: [] })), 'fact-not-yet-known');
    expectRefusal(takeLead(registered, by('nobody')), 'not-a-cosigner');
    expectRefusal(takeLead(registered, by(WANG)), 'not-a-cosigner');
  });

  it('is for what is registered and not over, and possible again once it is reopened', () => {
    const submitted = given(drafted, submittedWith({ cosignerIds }));
    expectRefusal(takeLead(submitted, by(LI)), 'wrong-status');
    const closed = noteClosing(registered, true);
    expectRefusal(takeLead(closed, by(LI)), 'wrong-status');
    expect(isRejection(takeLead(noteClosing(closed, false), by(LI)))).toBe(false);
  });

  it('can pass on again, and back to a former lead who was elected anew', () => {
    const once = evolveAll(registered, factsOf(takeLead(registered, by(ZHANG))));
    const twice = evolveAll(once, factsOf(takeLead(once, by(WANG))));
    expect(twice).toMatchObject({ leadDeputyId: WANG, cosignerIds: [LI, ZHANG] });
  });
});
