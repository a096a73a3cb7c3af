import { describe, expect, it } from 'vitest';
import { problem } from './proof.ts';
import { STATES } from './states.ts';
import { TRANSITIONS_AFTER_REPLY } from './transitions-after-reply.ts';
import { TRANSITIONS_BESIDE } from './transitions-beside.ts';
import { TRANSITIONS_OF_HANDLING } from './transitions-of-handling.ts';
import { TRANSITIONS_TO_RECEIPT } from './transitions-to-receipt.ts';

const TRANSITIONS = [
  ...TRANSITIONS_TO_RECEIPT,
  ...TRANSITIONS_OF_HANDLING,
  ...TRANSITIONS_AFTER_REPLY,
  ...TRANSITIONS_BESIDE,
];

/** T28, publication, is nobody's yet. */
const rows = [...numbered('T', 1, 27), ...numbered('T', 29, 32)];
const states = [...numbered('S', 0, 14), ...numbered('S', 90, 94)];

function numbered(letter: string, first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `${letter}${first + index}`);
}

describe('the transitions of domain.md §2.2', () => {
  it('are all here', () => {
    expect(TRANSITIONS.map(({ id }) => id)).toEqual(rows);
  });

  it.each(TRANSITIONS.map((one) => [one.id, one] as const))(
    '%s: one test accepts, and one refuses each guard',
    (_id, row) => {
      expect(row.accepted.length).toBeGreaterThan(0);
      expect(Object.keys(row.guards).length).toBeGreaterThan(0);
      const refusing = Object.values(row.guards).map((proofs) => ('see' in proofs ? [proofs.see] : proofs));
      expect(refusing.filter((proofs) => proofs.length === 0)).toEqual([]);
      const blocking = Object.values(row.guards).flatMap((proofs) => ('see' in proofs ? [] : [proofs]));
      expect(blocking.filter((proofs) => proofs.every(({ code }) => code === undefined))).toEqual([]);
      const proofs = [...row.accepted, ...refusing.flat()];
      expect(proofs.flatMap((proof) => problem(proof) ?? [])).toEqual([]);
    },
  );
});

describe('the states of domain.md §2.1', () => {
  it('are all here', () => {
    expect(STATES.map(({ id }) => id)).toEqual(states);
  });

  it.each(STATES.map((one) => [one.id, one] as const))(
    '%s: one test enters it, and one refuses what does not belong there',
    (_id, { entered, refused }) => {
      expect(entered.length).toBeGreaterThan(0);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.filter(({ code }) => code === undefined)).toEqual([]);
      expect([...entered, ...refused].flatMap((proof) => problem(proof) ?? [])).toEqual([]);
    },
  );
});
