import type { Tx } from '@huiyin/kernel/tx';
import { execute, rows } from '@huiyin/postgres/query';
import type { CaseFact, FactSource, RecordedFact } from '../domain/fact.ts';
import { momentOf, type Instant } from '../domain/moment.ts';

/** The facts of a case: those decided upon, and those that wait, each in the order of business time. */
export async function readFacts(
  tx: Tx,
  tenant: string,
  caseId: string,
): Promise<{ settled: RecordedFact[]; unsettled: RecordedFact[] }> {
  const found = await rows<{
    source: FactSource;
    version: number;
    index: number;
    at: Date;
    settled: boolean;
    body: CaseFact;
  }>(
    tx,
    `select source, version, index, at, settled, body from fact where tenant = $1 and case_id = $2
     order by at, source, version, index`,
    [tenant, caseId],
  );
  const facts = found.map(({ settled, at, ...fact }) => ({ settled, fact: { ...fact, ...momentOf(at) } }));
  return {
    settled: facts.filter(({ settled }) => settled).map(({ fact }) => fact),
    unsettled: facts.filter(({ settled }) => !settled).map(({ fact }) => fact),
  };
}

/** Keeps facts; one that is here already stays as it is. */
export async function keepFacts(
  tx: Tx,
  which: { tenant: string; caseId: string; settled: boolean },
  facts: readonly RecordedFact[],
): Promise<void> {
  if (facts.length === 0) return;
  await execute(
    tx,
    `insert into fact (tenant, case_id, source, version, index, at, settled, body)
     select $1, $2, source, version, index, at, $3, body
     from jsonb_to_recordset($4::jsonb) as f(source text, version bigint, index integer, at timestamptz, body jsonb)
     on conflict do nothing`,
    [which.tenant, which.caseId, which.settled, JSON.stringify(facts)],
  );
}

export async function settleFacts(
  tx: Tx,
  which: { tenant: string; caseId: string; until: Instant },
): Promise<void> {
  await execute(
    tx,
    'update fact set settled = true where tenant = $1 and case_id = $2 and not settled and at <= $3',
    [which.tenant, which.caseId, which.until],
  );
}
