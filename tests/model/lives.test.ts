import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASE_KINDS, INTAKE_KINDS } from './command.ts';
import { brokenInAnswers } from './answers.ts';
import { broken, type Looked } from './invariants.ts';
import type { Chance } from './chance.ts';
import { brokenInColours } from './colours.ts';
import { brokenInHistory } from './history.ts';
import { Life } from './life.ts';

/** Enough for every kind of command to be accepted and refused, in many orders. */
const LEAST_STEPS = 100_000;
/** Parts, so that each stays far below the limit of one test on a busy machine. */
const PARTS = [1, 2, 3, 4, 5, 6];
const LIVES_A_PART = 220;
const STEPS = { minLength: 80, maxLength: 80 } as const;

const chance: fc.Arbitrary<Chance> = fc.record({
  what: fc.nat({ max: 23 }),
  which: fc.nat({ max: 9_999 }),
  who: fc.nat({ max: 63 }),
  days: fc.nat({ max: 7 }),
});

/** Whose answers are read in turn; the first one lives longest. */
const ABOUT = ['s-1', 's-1', 's-2', 's-1', 's-3'];

/** Colours take longer than a life: those of one life in so many are looked at. */
const LIVES_A_COLOURED_ONE = 15;

/** All that a life depends on, so that seed and path alone replay it. */
interface Lot {
  readonly chances: readonly Chance[];
  /** How far down the road it begins. */
  readonly far: number;
  /** Whose answers are read first. */
  readonly reader: number;
  readonly coloured: number;
}

const lot: fc.Arbitrary<Lot> = fc.record({
  chances: fc.array(chance, STEPS),
  far: fc.nat({ max: 7 }),
  reader: fc.noBias(fc.nat({ max: 9_999 })),
  coloured: fc.noBias(fc.nat({ max: LIVES_A_COLOURED_ONE - 1 })),
});

let coloured = 0;
let steps = 0;
const seen = new Set<string>();
const refused = new Set<string>();
const kindsRefused = new Set<string>();

async function live({ chances, far, reader, coloured: colours }: Lot): Promise<void> {
  const life = new Life();
  const looked: Looked = new Map();
  const tale = (): string => `after ${life.seen.slice(-20).join(', ')}`;
  let told = 0;
  try {
    life.lead(far);
    for (const [index, one] of chances.entries()) {
      life.step(one);
      steps += 1;
      const found =
        broken(life, { looked }) ??
        brokenInHistory(life.world.history, told) ??
        (await brokenInAnswers(life.world, life.model, {
          about: ABOUT[(reader + index) % ABOUT.length] ?? '',
          step: reader + index,
        }));
      if (found !== undefined) throw new Error(found);
      told = life.world.history.length;
    }
  } catch (error) {
    throw new Error(tale(), { cause: error });
  }
  if (colours === 0) {
    coloured += 1;
    const pale = brokenInColours(life.world, 's-1');
    if (pale !== undefined) throw new Error(`${pale} ${tale()}`);
  }
  for (const kind of life.seen) seen.add(kind);
  for (const code of life.refusals) refused.add(code);
  for (const kind of life.refused) kindsRefused.add(kind);
}

/** domain.md §2.10 nos. 1–4, 9 and 10, decisions 2, and: a refusal has a known code and changes nothing. */
describe('random commands of random roles at random times', () => {
  it.each(PARTS)('break no invariant of suggestion and case (part %i)', async () => {
    await fc.assert(fc.asyncProperty(lot, live), {
      numRuns: LIVES_A_PART,
      endOnFailure: true,
    });
  });

  it(`are at least ${LEAST_STEPS} steps, and reach every command and what others tell`, () => {
    const kinds = [...seen].filter((kind) => !kind.startsWith('hears '));
    console.log(
      `model: ${steps} steps; ${kinds.length} kinds of command accepted, ` +
        `${kindsRefused.size} refused, ${seen.size - kinds.length} kinds of fact heard, ${refused.size} codes of refusal met`,
    );
    expect(steps).toBeGreaterThanOrEqual(LEAST_STEPS);
    expect(coloured).toBeGreaterThan(PARTS.length);
    const every = [...INTAKE_KINDS, ...CASE_KINDS].toSorted();
    expect(kinds.toSorted()).toEqual(every);
    expect([...kindsRefused].toSorted()).toEqual(every);
    const told = ['closed', 'reopened', 'next-round', 'unit-succeeded', 'mandate-ended', 'force-met'];
    expect(told.filter((kind) => !seen.has(`hears ${kind}`))).toEqual([]);
  });
});
