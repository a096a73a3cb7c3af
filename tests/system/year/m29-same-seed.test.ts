import type { CasePlan } from '@huiyin/scripts/rehearsal/case-plan';
import { rehearse } from '@huiyin/scripts/rehearsal/rehearse';
import { startRunningSystem } from '@huiyin/testkit/running-system';
import { expect, inject, it } from 'vitest';
import { seen } from '../mechanisms/support/seen.ts';
import { cityRecord, type CityRecord } from './support/city-record.ts';
import { differences } from './support/differences.ts';
import { PLANS } from './support/plans.ts';

/** A whole year again on a system of its own: about a minute, ten times as long on a machine that does much else. */
const ANOTHER_YEAR_MS = 600_000;

/** What becomes of a city that has lived nothing yet. */
async function lived(name: string, plans: readonly CasePlan[]): Promise<CityRecord> {
  const system = await startRunningSystem(name);
  try {
    await rehearse(system.gatewayUrl, plans);
    return await cityRecord(system.gatewayUrl);
  } finally {
    await system.stop();
  }
}

const numbersOf = (city: CityRecord): readonly string[] =>
  Object.values(city).flatMap(({ cases }) => Object.keys(cases));

it(
  'M29 a year of the same seed makes the same city again: numbers, states, colours, days, events and tables',
  async (context) => {
    const first = await cityRecord(inject('gatewayUrl'));
    const again = await lived('same-year', PLANS);
    expect(numbersOf(first)).toHaveLength(PLANS.length);
    expect(differences(first, again)).toEqual([]);
    seen(context, `${PLANS.length} 件建议重演一年，逐件相同`);
  },
  ANOTHER_YEAR_MS,
);
