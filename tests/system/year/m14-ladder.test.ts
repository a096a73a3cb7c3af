import { describe, expect, it } from 'vitest';
import { seen } from '../mechanisms/support/seen.ts';
import { casesOf, deskOf, TENANTS, timelineOf } from './support/city.ts';

interface Letter {
  readonly clockId: string;
  readonly suggestionId: string;
  readonly automatic: boolean;
  readonly sentOn: string;
  readonly answerDue: string;
  readonly unitId: string;
  readonly facts: string;
  readonly requiredAction: string;
}

interface Urge {
  readonly clockId: string;
  readonly automatic: boolean;
  readonly urgedAt: string;
}

const SHANGHAI_MS = 8 * 3_600_000;
const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 10);

/** Colours that clocks of units came to, with the day. */
async function warnings(colour: 'yellow' | 'red') {
  const found: { tenant: string; clockId: string; kind: string; day: string }[] = [];
  for (const tenant of TENANTS) {
    for (const { caseId } of await casesOf(tenant)) {
      for (const { type, facts, occurredAt } of await timelineOf(tenant, caseId)) {
        if (type !== 'colour-changed' || facts['toColour'] !== colour || (facts['unitId'] ?? '') === '')
          continue;
        found.push({
          ...{ tenant, clockId: String(facts['clockId']), kind: String(facts['kind']) },
          day: dayOf(occurredAt),
        });
      }
    }
  }
  return found;
}

describe('M14 the ladder, over a year', () => {
  it('whatever of a unit’s turned yellow was urged on the day', async (context) => {
    const yellow = await warnings('yellow');
    for (const { tenant, clockId, kind, day } of yellow) {
      const urges = await (await deskOf(tenant)).all<Urge>('/urges');
      const own = urges.filter((urge) => urge.clockId === clockId && urge.automatic);
      expect([kind, own.map(({ urgedAt }) => dayOf(urgedAt))]).toEqual([kind, expect.arrayContaining([day])]);
    }
    expect(yellow.length).toBeGreaterThan(0);
    seen(context, `转黄 ${yellow.length} 次当天催办`);
  });

  it('whatever of a unit’s turned red got one supervision letter on the day, with facts, a demand and an answer due', async (context) => {
    const red = await warnings('red');
    for (const { tenant, clockId, kind, day } of red) {
      const letters = await (await deskOf(tenant)).all<Letter>('/supervision-letters');
      const own = letters.filter((letter) => letter.clockId === clockId && letter.sentOn === day);
      expect([kind, own]).toEqual([
        kind,
        [
          expect.objectContaining({
            automatic: true,
            facts: expect.stringMatching(/\S/),
            requiredAction: expect.stringMatching(/\S/),
          }),
        ],
      ]);
      expect((own[0]?.answerDue ?? '') > day).toBe(true);
    }
    expect(red.length).toBeGreaterThan(0);
    seen(context, `转红 ${red.length} 次当天发督办函`);
  });
});
