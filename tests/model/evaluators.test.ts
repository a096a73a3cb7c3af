import { ROLES, type Actor } from '@huiyin/kernel/actor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  giveCosignerOpinion,
  submitEvaluation,
} from '../../services/evaluation/src/domain/submit-evaluation.ts';
import { refuseAct } from '../../services/evaluation/src/domain/rights.ts';
import {
  Case,
  CASE,
  delivered,
  evaluation,
  LI,
  lookBackWaived,
  made,
  otherMade,
  replied,
  SHARE,
  TRANSPORT,
  WANG,
  ZHAO,
} from '../../services/evaluation/test/given.ts';
import { TENANT } from './rights.ts';

/** Two units handle it side by side; both replies are with the deputies. */
const file = new Case()
  .hears('03-02', made, otherMade, { ...made, assignmentId: 'share-co', unitId: 'unit-co', role: 'co' })
  .hears('05-22', replied(1), replied(1, { assignmentId: 'share-2' }), delivered(1), delivered(1, LI))
  .hears('05-22', delivered(1, WANG, 'share-2'), lookBackWaived()).file;

/** In office, or asked still for what was signed in office (domain.md §2.9). */
const DEPUTIES: ReadonlySet<string> = new Set(['deputy', 'former-deputy']);

const handling = new Set(file.shares.map(({ unitId }) => unitId));

/** Any person in any roles, of any unit or none; also deputies who work in a unit that handles it. */
const anybody: fc.Arbitrary<Actor> = fc
  .record({
    personId: fc.constantFrom(WANG, LI, ZHAO, 'clerk'),
    roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 3 }),
    unitId: fc.constantFrom(TRANSPORT, otherMade.unitId, 'unit-co', 'unit-else', undefined),
  })
  .map(({ unitId, ...who }) => ({
    ...{ accountId: `account-${who.personId}`, ...who },
    ...(unitId !== undefined && { unitId }),
  }));

/** domain.md §2.10 no. 5: whoever tries, in whatever roles, for whatever share. */
describe('an evaluation', () => {
  it('is created by no principal of a handling unit, and by nobody but its lead deputy', () => {
    let created = 0;
    let kept = 0;
    const tries = fc.record({ by: anybody, assignmentId: fc.constantFrom(SHARE, 'share-2') });
    fc.assert(
      fc.property(tries, ({ by, assignmentId }) => {
        const concern = { signedSuggestionId: CASE };
        const asker = { tenant: TENANT, actor: by };
        const refused = refuseAct(asker, 'evaluation.evaluate', file, concern);
        const decision =
          refused ?? submitEvaluation(file, evaluation({ personId: by.personId, assignmentId }));
        if ('rejected' in decision) {
          kept += 1;
          return;
        }
        created += 1;
        expect([by.personId, by.roles.some((role) => DEPUTIES.has(role))]).toEqual([WANG, true]);
        expect(handling.has(by.unitId ?? '')).toBe(false);
      }),
      { numRuns: 5_000 },
    );
    expect(created).toBeGreaterThan(10);
    expect(kept).toBeGreaterThan(1_000);
  });

  it('has no co-signer’s opinion from a handling unit either', () => {
    let given = 0;
    fc.assert(
      fc.property(anybody, (by) => {
        const asker = { tenant: TENANT, actor: by };
        const opinion = { assignmentId: SHARE, signedSuggestionId: CASE, round: 0 };
        const refused = refuseAct(asker, 'evaluation.give-cosigner-opinion', file, {
          signedSuggestionId: CASE,
        });
        const decision =
          refused ??
          giveCosignerOpinion(file, { ...opinion, personId: by.personId, satisfaction: 'satisfied' });
        if ('rejected' in decision) return;
        given += 1;
        expect([by.personId, by.roles.some((role) => DEPUTIES.has(role))]).toEqual([LI, true]);
        expect(handling.has(by.unitId ?? '')).toBe(false);
      }),
      { numRuns: 5_000 },
    );
    expect(given).toBeGreaterThan(10);
  });
});
