import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import {
  CROSSING,
  expectRefusal,
  factsOf,
  FIFTH_SESSION,
  IN_OFFICE,
  LEFT_OFFICE,
  LI,
  MONDAY,
  RULES,
  TUESDAY,
  WANG,
  ZHANG,
} from '../../test/given.ts';
import { evolveAll } from './evolve.ts';
import { takeInPaper, type TakeInCommand } from './taking-in.ts';

const form: TakeInCommand = {
  suggestionId: 's-1',
  formNumber: '东湖纸-001',
  leadDeputyId: WANG,
  cosignerIds: [],
  signedOn: MONDAY,
  text: CROSSING,
  enteredBy: 'desk',
  receivedAt: new Date('2026-01-06T09:30:00+08:00'),
  at: new Date('2026-01-08T22:00:00+08:00'),
  period: FIFTH_SESSION,
  memberships: new Map([WANG, LI, ZHANG].map((personId) => [personId, IN_OFFICE])),
  rules: RULES,
};

describe('a signed paper form that an office enters', () => {
  it('is submitted the day it was received, whenever it is entered, with its paper and who typed it', () => {
    const facts = factsOf(takeInPaper(form));
    expect(facts.map(({ type }) => type)).toEqual(['suggestion-drafted', 'suggestion-submitted']);
    expect(facts[1]).toMatchObject({
      leadDeputyId: WANG,
      submittedOn: TUESDAY,
      paper: { formNumber: '东湖纸-001', signedOn: MONDAY },
      clocks: [{ op: 'start', kind: 'register' }],
    });
    expect(evolveAll(undefined, facts)).toMatchObject({ status: 'submitted', enteredBy: 'desk' });
  });

  it('carries the co-signers who signed on it, each once and on the day of the form', () => {
    const facts = factsOf(takeInPaper({ ...form, cosignerIds: [LI, ZHANG, LI] }));
    expect(evolveAll(undefined, facts)).toMatchObject({ cosignerIds: [LI, ZHANG] });
    expect(facts.filter(({ type }) => type === 'cosignature-confirmed')).toMatchObject([
      { deputyId: LI, on: MONDAY },
      { deputyId: ZHANG, on: MONDAY },
    ]);
  });

  it('obeys the rules of a submission', () => {
    const left = new Map([...form.memberships, [WANG, LEFT_OFFICE] as const]);
    expectRefusal(takeInPaper({ ...form, memberships: left }), 'deputy-not-in-office');
    const cosigned = { ...form, cosignerIds: [LI] };
    const liLeft = new Map([...form.memberships, [LI, LEFT_OFFICE] as const]);
    expectRefusal(takeInPaper({ ...cosigned, memberships: liLeft }), 'deputy-not-in-office');
    expectRefusal(takeInPaper({ ...form, memberships: new Map() }), 'fact-not-yet-known');
    expectRefusal(takeInPaper({ ...form, cosignerIds: [WANG] }), 'cosigner-is-lead');
    expectRefusal(takeInPaper({ ...form, text: { ...CROSSING, demands: [] } }), 'text-incomplete');
    expectRefusal(takeInPaper({ ...form, text: { ...CROSSING, title: '长'.repeat(101) } }), 'text-too-long');
  });

  it('was not received in the future', () => {
    const receivedAt = new Date(form.at.getTime() + 60_000);
    expectRefusal(takeInPaper({ ...form, receivedAt }), 'date-in-the-future');
  });

  it('was not signed after it was received', () => {
    expectRefusal(takeInPaper({ ...form, signedOn: localDate('2026-01-07') }), 'date-in-the-future');
  });
});
