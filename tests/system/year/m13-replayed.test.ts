import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { databaseOf } from '@huiyin/deploy/topology';
import pg from 'pg';
import { expect, inject, it } from 'vitest';
import type { CaseFile } from '../../../services/supervision/src/domain/case-file.ts';
import type { CaseFact, FactSource, RecordedFact } from '../../../services/supervision/src/domain/fact.ts';
import { momentOf, type Moment } from '../../../services/supervision/src/domain/moment.ts';
import { reviewCase } from '../../../services/supervision/src/domain/review-case.ts';
import type { Watch } from '../../../services/supervision/src/domain/watch.ts';
import { REFERENCES } from '../../../services/supervision/test/given.ts';
import { seen } from '../mechanisms/support/seen.ts';
import { castOf, TENANTS } from './support/city.ts';

interface FactRow {
  readonly caseId: string;
  readonly source: FactSource;
  readonly version: number;
  readonly index: number;
  readonly at: Date;
  readonly body: CaseFact;
}

interface ClockRow {
  readonly caseId: string;
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly due: string;
  readonly colour: string;
}

/** Letters and talks begin these themselves, at the moment of a review; a replay would write further letters. */
const OWN_KINDS: ReadonlySet<string> = new Set(['letter_answer', 'talk_hold']);

it('M13 the colours of every case are those that its facts alone give, looked at now', async (context) => {
  const { facts, clocks } = await stored();
  const operator = await castOf(TENANTS[0] ?? '').person('operator');
  const { now } = await operator.get<{ now: string }>('/operations/clock');
  const clocksOf = Map.groupBy(clocks, ({ caseId }) => caseId);
  let compared = 0;
  for (const [caseId, own] of Map.groupBy(facts, (fact) => fact.caseId)) {
    const shown = new Map((clocksOf.get(caseId) ?? []).map((clock) => [clock.id, told(clock)]));
    const replayed = replay(caseId, own.map(recorded), momentOf(new Date(now))).filter(
      ({ id, kind }) => !OWN_KINDS.has(kind) || shown.has(id),
    );
    expect([caseId, replayed.map(({ id }) => id)]).toEqual([caseId, [...shown.keys()].toSorted()]);
    for (const clock of replayed) expect([caseId, told(clock)]).toEqual([caseId, shown.get(clock.id)]);
    compared += replayed.length;
  }
  expect(compared).toBeGreaterThan(facts.length / 10);
  seen(context, `${clocksOf.size} 件的 ${facts.length} 个事实重放，${compared} 个时限的颜色、期限一致`);
});

/** How and when a clock ended was told once, by what was known then; of one that runs everything counts. */
function told({ id, kind, status, due, colour }: Omit<ClockRow, 'caseId'>) {
  return { id, kind, colour, due: status === 'open' ? due : 'stopped' };
}

/** What supervision knows of all cases, read past its own reading. */
async function stored(): Promise<{ facts: readonly FactRow[]; clocks: readonly ClockRow[] }> {
  const { database } = databaseOf('supervision');
  const client = new pg.Client({ connectionString: databaseUrl(inject('postgresAdmin'), database) });
  await client.connect();
  try {
    const facts = await client.query<FactRow>(
      `select case_id as "caseId", source, version::int, index, at, body from fact
       order by case_id, source, version, index`,
    );
    const clocks = await client.query<ClockRow>(
      `select case_id as "caseId", id, kind, status, coalesce(due_date::text, '') as due, colour from clock`,
    );
    return { facts: facts.rows, clocks: clocks.rows };
  } finally {
    await client.end();
  }
}

function recorded({ source, version, index, at, body }: FactRow): RecordedFact {
  return { source, version, index, ...momentOf(at), body };
}

/** All facts at once to somebody who has never heard of the case. */
function replay(caseId: string, facts: readonly RecordedFact[], now: Moment) {
  const unheard: CaseFile = {
    ...{ caseId, facts, watches: new Map<string, Watch>(), reds: {} },
    ...{ openTalks: new Set<string>(), calendarVersion: REFERENCES.calendarVersion },
  };
  return reviewCase(unheard, [], REFERENCES, now)
    .changed.map(({ id, clock, due, standing }) => ({
      ...{ id, kind: clock.key.kind, status: clock.status, due: due?.date ?? '', colour: standing.colour },
    }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
