import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Transition } from './transition.ts';
import { TRANSITIONS_BESIDE } from './transitions-beside.ts';
import { TRANSITIONS_OF_HANDLING } from './transitions-of-handling.ts';
import { TRANSITIONS_TO_RECEIPT } from './transitions-to-receipt.ts';

const TRANSITIONS = [...TRANSITIONS_TO_RECEIPT, ...TRANSITIONS_OF_HANDLING, ...TRANSITIONS_BESIDE];

const services = new URL('../../services/', import.meta.url);
const rows = [...numbered(1, 19), ...numbered(29, 32)];

function numbered(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `T${first + index}`);
}

type Proof = Transition['accepted'][number];

/** The words of one test: from its name to the next test of the file. Undefined when there is none of that name. */
function bodyOf({ file, test }: Proof): string | undefined {
  const text = readFileSync(new URL(file, services), 'utf8');
  const start = text.indexOf(`'${test}'`);
  if (start < 0) return undefined;
  const next = text.slice(start).search(/\n {2}it[.(]/);
  // A table of cases stands before the name of its test.
  const table = text.lastIndexOf('\n  it', start);
  return text.slice(table, next < 0 ? undefined : start + next);
}

function problem(proof: Proof): string | undefined {
  const body = bodyOf(proof);
  if (body === undefined) return `${proof.file} has no test "${proof.test}"`;
  const { code } = proof;
  return code === undefined || body.includes(`'${code}'`)
    ? undefined
    : `"${proof.test}" does not refuse with ${code}`;
}

describe('the transitions of domain.md §2.2 before evaluation', () => {
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
