import { ACTS } from '@huiyin/scripts/rehearsal/acts';
import { yearPlan } from '@huiyin/scripts/rehearsal/year-plan';
import { describe, expect, inject, it } from 'vitest';
import { seen } from '../mechanisms/support/seen.ts';
import { gapsAndReorders, lostOrDoubledEvents } from '../road/invariants.ts';
import { readLedgers } from '../road/ledger.ts';
import { casesOf, castOf, deskOf, TENANTS } from './support/city.ts';
import { CALENDAR, PLANS, SIZE } from './support/plans.ts';

const acted = new Set(PLANS.flatMap(({ acts }) => acts.map(({ act }) => act)));

describe('M29 a year of the demo city', () => {
  it('has nearly every fate in it', (context) => {
    expect(Object.keys(ACTS).filter((act) => !acted.has(act as never))).toEqual([]);
    expect(PLANS.some(({ isKey }) => isKey) && PLANS.some(({ isComplex }) => isComplex)).toBe(true);
    seen(context, `${PLANS.length} 件建议、${acted.size} 种办法`);
  });

  it('was lived through the gateway alone: what the services accepted from people is what people sent', async (context) => {
    const rehearsed = inject('rehearsed');
    const ledgers = await readLedgers(inject('postgresAdmin'));
    const kept = new Map<string, number>();
    for (const key of ledgers.flatMap(({ idempotencyKeys }) => idempotencyKeys))
      kept.set(key, (kept.get(key) ?? 0) + 1);
    const wrong = rehearsed.filter(
      ({ tenant, idempotencyKey }) => kept.get(`${tenant} ${idempotencyKey}`) !== 1,
    );
    expect(wrong).toEqual([]);
    const sent = new Set([
      ...rehearsed.map(({ tenant, idempotencyKey }) => `${tenant} ${idempotencyKey}`),
      ...inject('keysBefore'),
    ]);
    const byOthers = [...kept.keys()].filter((key) => !sent.has(key) && !isClockMove(key));
    expect(byOthers).toEqual([]);
    seen(context, `${rehearsed.length} 条命令各记一次`);
  });

  it('left nothing lost, doubled, out of order or without an effect', async () => {
    const ledgers = await readLedgers(inject('postgresAdmin'));
    expect(lostOrDoubledEvents(ledgers)).toEqual([]);
    expect(gapsAndReorders(ledgers)).toEqual([]);
  });

  it('adds up: every suggestion is one case of its tenant, and each number stands once, in the order of the plans', async (context) => {
    let numbered = 0;
    for (const tenant of TENANTS) {
      const planned = PLANS.filter(({ place }) => place.tenant === tenant);
      const cases = await casesOf(tenant);
      expect(cases.map(({ title }) => title).toSorted()).toEqual(
        planned.map(({ suggestion }) => suggestion.title).toSorted(),
      );
      const declined = planned.filter(({ acts }) => acts.some(({ act }) => act === 'decline'));
      const numbers = cases.map(({ number }) => number).filter((number) => number !== '');
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(numbers).toHaveLength(planned.length - declined.length);
      const running = numbers
        .filter((number) => !number.includes('-B'))
        .map((number) => Number(number.split('-').at(-1)))
        .toSorted((a, b) => a - b);
      expect(running).toEqual(running.map((_, index) => index + 1));
      numbered += numbers.length;
    }
    seen(context, `${numbered} 个编号不重不漏`);
  });

  it('finds nothing at its end that does not hold: cases, numbers, tables, chains', () => {
    expect(inject('differences')).toEqual([]);
  });

  it('ends with nobody left without an owner, and nothing red without a next action', async () => {
    for (const tenant of TENANTS) {
      const desk = await deskOf(tenant);
      const board = await desk.get<{
        redWithoutOwner: number;
        red: readonly { owner: string; nextAction: string }[];
      }>('/board');
      expect(board.redWithoutOwner).toBe(0);
      for (const { owner, nextAction } of board.red) expect([owner, nextAction]).not.toContain('');
      for (const { stage, caseId } of await casesOf(tenant)) {
        if (['withdrawn', 'not-admitted', 'merged', 'archived'].includes(stage)) continue;
        const { summary } = await desk.get<{ summary: { next?: { party?: object; act: string } } }>(
          `/cases/${caseId}`,
        );
        expect([caseId, summary.next?.party === undefined, summary.next?.act ?? '']).toEqual([
          caseId,
          false,
          expect.stringMatching(/\S/),
        ]);
      }
    }
    const health = await (
      await castOf(TENANTS[0] ?? '').person('operator')
    ).get<{ quiet: boolean }>('/operations/health');
    expect(health.quiet).toBe(true);
  });

  it('another seed makes another city: its people raise other matters', async () => {
    const other = yearPlan({ ...SIZE, seed: 'another' }, CALENDAR);
    const titlesOf = (tenant: string): readonly string[] =>
      other.filter(({ place }) => place.tenant === tenant).map(({ suggestion }) => suggestion.title);
    // Every plan became a case of its title, so that other plans are another city.
    const here = await Promise.all(
      TENANTS.map(async (tenant) => (await casesOf(tenant)).map(({ title }) => title).toSorted()),
    );
    expect(TENANTS.map((tenant) => titlesOf(tenant).toSorted())).not.toEqual(here);
  });
});

/** Moving the clock is the operator's command in every tenant, one of the rehearsal itself. */
function isClockMove(key: string): boolean {
  return inject('rehearsed').some(
    ({ request, idempotencyKey }) => request.includes('clock:advance') && key.endsWith(idempotencyKey),
  );
}
