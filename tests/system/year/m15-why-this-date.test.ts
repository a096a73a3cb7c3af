import { describe, expect, it } from 'vitest';
import { seen } from '../mechanisms/support/seen.ts';
import { deskOf, TENANTS, timelineOf } from './support/city.ts';
import { CALENDAR } from './support/plans.ts';
import { happened, startEventNamed } from './support/start-events.ts';

interface Clock {
  readonly clockId: string;
  readonly suggestionId: string;
  readonly kind: string;
  readonly dueDate: string;
}

interface Explanation {
  readonly startDate: string;
  readonly startEvent: string;
  readonly law: string;
  readonly dueDate: string;
  readonly rawDate: string;
  readonly term?: { readonly n: number; readonly unit: string };
  readonly skipped: readonly { readonly date: string }[];
  readonly extensionGrantedOn: string;
  readonly lines: readonly string[];
  readonly history: readonly {
    readonly dueVersion: number;
    readonly dueDate: string;
    readonly cause: string;
  }[];
}

/** Every clock of a year is asked for. */
const EVERY_CLOCK_MS = 180_000;

describe('M15 why this date, for every clock of a year', { timeout: EVERY_CLOCK_MS }, () => {
  it('unfolds start, rule, skipped days and extensions, and comes to the date that is shown', async (context) => {
    let explained = 0;
    let extended = 0;
    for (const tenant of TENANTS) {
      const desk = await deskOf(tenant);
      const clocks = await desk.all<Clock>('/clocks?includeClosed=true');
      for (const { clockId, kind, dueDate } of clocks.filter((clock) => clock.dueDate !== '')) {
        const why = await desk.get<Explanation>(`/clocks/${clockId}/explanation`);
        expect([kind, why.dueDate]).toEqual([kind, dueDate]);
        expect([kind, why.startEvent, why.lines.length > 0]).toEqual([
          kind,
          expect.stringMatching(/\S/),
          true,
        ]);
        expect(why.history.at(-1)?.dueDate).toBe(dueDate);
        expect(why.history.map(({ dueVersion }) => dueVersion)).toEqual(
          why.history.map((_, index) => index + 1),
        );
        for (const { date } of why.skipped)
          expect([kind, date, CALENDAR.isWorkday(date as never)]).toEqual([kind, date, false]);
        if (why.term?.unit === 'workday' && why.extensionGrantedOn === '') {
          expect([kind, dueDate]).toEqual([kind, CALENDAR.addWorkdays(why.startDate as never, why.term.n)]);
        }
        explained += 1;
        if (why.extensionGrantedOn !== '') extended += 1;
      }
    }
    expect(explained).toBeGreaterThan(100);
    expect(extended).toBeGreaterThan(0);
    seen(context, `${explained} 个时限逐一算回，含延期 ${extended} 个`);
  });

  it('names a start event that really happened, in that case and on that day', async (context) => {
    const named = new Map<string, number>();
    for (const tenant of TENANTS) {
      const desk = await deskOf(tenant);
      const sessions = await desk.all<{ readonly closesOn: string }>('/congress-sessions');
      const clocks = await desk.all<Clock>('/clocks?includeClosed=true');
      for (const [caseId, own] of Map.groupBy(clocks, ({ suggestionId }) => suggestionId)) {
        const known = {
          timeline: await timelineOf(tenant, caseId),
          sessions: sessions.map(({ closesOn }) => closesOn),
          dues: own.filter(({ kind }) => kind === 'feedback').map(({ dueDate }) => dueDate),
        };
        for (const { clockId, kind } of own.filter(({ dueDate }) => dueDate !== '')) {
          const why = await desk.get<Explanation>(`/clocks/${clockId}/explanation`);
          // A day that two sides agreed on is no event of the vocabulary.
          if (kind === 'talk_check') continue;
          const event = startEventNamed(why.startEvent);
          const is = event !== undefined && happened(event, why.startDate, known);
          expect([caseId, kind, why.startEvent, why.startDate, is]).toEqual([
            ...[caseId, kind, why.startEvent, why.startDate, true],
          ]);
          named.set(why.startEvent, (named.get(why.startEvent) ?? 0) + 1);
        }
      }
    }
    // Not only the starts that the rules name: some of the year's clocks began otherwise.
    expect([...named.keys()]).toEqual(expect.arrayContaining(['交办之日', '改办之日']));
    seen(context, `起算事项：${[...named].map(([event, count]) => `${event}${count}个`).join('、')}`);
  });
});
