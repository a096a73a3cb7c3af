import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '@huiyin/kernel/actor';
import { availableActs } from '../../services/archive/src/domain/available-acts.ts';
import type { Fact } from '../../services/archive/src/domain/fact.ts';
import { foldCase } from '../../services/archive/src/domain/fold.ts';
import { nextAct, type NextAct } from '../../services/archive/src/domain/next-act.ts';
import { CASE } from '../../services/evaluation/test/given.ts';
import { EvaluatedLife, type How } from './evaluated-life.ts';

/** By which operations, of a role of the party, the named act is taken. */
const TAKEN_BY: Readonly<Record<string, readonly string[]>> = {
  reply: ['issueReply', 'draftReply', 'recordContact'],
  'deliver-reply': ['deliverReply'],
  evaluate: ['submitEvaluation'],
  'order-rehandling': ['orderRehandling'],
  'joint-study': ['scheduleMeeting'],
  'decide-escalation': ['decideEscalation'],
  'look-back': ['scheduleMeeting', 'judgeLookBack'],
  seal: ['sealCase'],
};
const ROLES: Readonly<Record<NextAct['kind'], readonly Role[]>> = {
  deputy: ['deputy'],
  desk: ['congress-desk'],
  office: ['government-office'],
  unit: ['unit-head', 'unit-liaison', 'unit-clerk'],
  committee: ['committee'],
  council: ['council'],
  none: [],
};
/** How a life is led, one way or the other. */
const HOW: fc.Arbitrary<How> = fc.record({
  byHand: fc.boolean(),
  merged: fc.boolean(),
  parallel: fc.boolean(),
  neverSatisfied: fc.boolean(),
});

/** What is wrong with whose turn it is; undefined when nothing is. */
function wrong(life: EvaluatedLife, facts: readonly Fact[]): string | undefined {
  const file = foldCase(CASE, facts);
  const next = nextAct(file);
  const said = `${next.kind} ${next.id} ${next.act}`;
  if (next.kind === 'none') return 'nobody’s turn in a case that goes on';
  if ((next.kind === 'unit' || next.kind === 'deputy') && next.id === '')
    return `${said}: nobody in particular`;
  // Closing follows by itself once meeting has said whether the replies are looked at.
  if (next.act === 'close') return life.lookBackUnknown ? undefined : `${said}: what does it wait for?`;
  const who = next.kind === 'unit' ? { personId: 'somebody', unitId: next.id } : { personId: next.id };
  const offered = ROLES[next.kind].flatMap((role) =>
    availableActs(file, { tenant: 'donghu', roles: [role], ...who }, { leadInOffice: true }).map(
      ({ act }) => act,
    ),
  );
  return TAKEN_BY[next.act]?.some((act) => offered.includes(act)) === true
    ? undefined
    : `${said} is not offered`;
}

describe('whose turn it is', () => {
  it('is said of exactly one party, to whom that act is offered, wherever evaluation has come', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        HOW,
        fc.array(fc.noBias(fc.nat(5_039)), { minLength: 60, maxLength: 60 }),
        (how, choices) => {
          const life = new EvaluatedLife(how);
          for (const choice of choices) {
            const steps = life.steps();
            steps[choice % steps.length]?.();
            const facts = life.facts;
            expect(wrong(life, facts), JSON.stringify(facts.map(({ type }) => type))).toBeUndefined();
            const next = nextAct(foldCase(CASE, facts));
            seen.add(next.act);
            expect(nextAct(foldCase(CASE, facts.toReversed()))).toEqual(next);
          }
        },
      ),
      { numRuns: 100 },
    );
    for (const act of Object.keys(TAKEN_BY)) expect([...seen]).toContain(act);
  });
});
