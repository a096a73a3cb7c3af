import { describe, expect, it } from 'vitest';
import { seen } from '../mechanisms/support/seen.ts';
import { casesOf, deskOf, TENANTS, timelineOf, type Fact } from './support/city.ts';

interface Clock {
  readonly clockId: string;
  readonly suggestionId: string;
  readonly colour: string;
  readonly status: string;
}

const WORST_FIRST = ['red', 'yellow', 'green'];

/** What a case's clocks were told of their colours, by clock, in order. */
function changesOf(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const changes = facts.filter(({ type }) => type === 'colour-changed');
  return Map.groupBy(changes, ({ facts: { clockId } }) => String(clockId));
}

describe('M13 the three colours, over a year', () => {
  it('each change is an event with its evidence, from the colour before to another one', async (context) => {
    let count = 0;
    for (const tenant of TENANTS) {
      for (const { caseId } of await casesOf(tenant)) {
        for (const changes of changesOf(await timelineOf(tenant, caseId)).values()) {
          let before = 'green';
          for (const { facts } of changes) {
            const course = changes
              .map((each) => `${each.occurredAt} v${each.version} ${each.facts['toColour']}`)
              .join(', ');
            expect([course, facts['fromColour']]).toEqual([course, before]);
            expect(facts['toColour']).not.toBe(before);
            if (facts['toColour'] !== 'green') expect(String(facts['evidence'])).toMatch(/\S/);
            before = String(facts['toColour']);
            count += 1;
          }
        }
      }
    }
    expect(count).toBeGreaterThan(10);
    seen(context, `一年 ${count} 次变色各有依据`);
  });

  it('never comes twice: a rule warns once in each stay in a colour', async () => {
    for (const tenant of TENANTS) {
      for (const { caseId } of await casesOf(tenant)) {
        const keys = [...changesOf(await timelineOf(tenant, caseId)).values()]
          .flat()
          .map(({ facts: { clockId, rule, toColour, dueVersion, episode } }) =>
            JSON.stringify([clockId, rule, toColour, dueVersion, episode]),
          );
        expect(new Set(keys).size).toBe(keys.length);
      }
    }
  });

  it('a case has the worst colour of its running clocks', async (context) => {
    let shown = 0;
    for (const tenant of TENANTS) {
      const clocks = Map.groupBy(
        await (await deskOf(tenant)).all<Clock>('/clocks'),
        ({ suggestionId }) => suggestionId,
      );
      for (const { caseId, colour } of await casesOf(tenant)) {
        const own = clocks.get(caseId) ?? [];
        const worst = WORST_FIRST.find((each) => own.some((clock) => clock.colour === each)) ?? 'none';
        expect([caseId, colour]).toEqual([caseId, worst]);
        shown += own.length;
      }
    }
    seen(context, `年末在走的时限 ${shown} 个，全件取最差`);
  });
});
