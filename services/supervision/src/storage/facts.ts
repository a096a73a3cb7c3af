import type { Tx } from '@huiyin/kernel/tx';
import { execute, rows } from '@huiyin/postgres/query';
import type { KeptFact } from '../app/ports.ts';
import type { CaseFact, FactSource, RecordedFact } from '../domain/fact.ts';
import { momentOf, type Instant } from '../domain/moment.ts';

/** The facts of cases, decided upon or waiting, each case's in the order of business time. */
export async function readFacts(
  tx: Tx,
  tenant: string,
  caseIds: readonly string[],
): Promise<readonly KeptFact[]> {
  const found = await rows<{
    caseId: string;
    source: FactSource;
    version: number;
    index: number;
    at: Date;
    settled: boolean;
    body: CaseFact;
  }>(
    tx,
    `select case_id as "caseId", source, version, index, at, settled, body from fact
     where tenant = $1 and case_id = any($2) order by case_id, at, source, version, index`,
    [tenant, caseIds],
  );
  return found.map(({ at, ...fact }) => ({ ...fact, ...momentOf(at) }));
}

/** A fact as deciders know it. */
export function recorded({ source, version, index, at, day, body }: KeptFact): RecordedFact {
  return { source, version, index, at, day, body };
}

/** Keeps facts; one that is here already stays as it is. */
export async function keepFacts(tx: Tx, tenant: string, facts: readonly KeptFact[]): Promise<void> {
  if (facts.length === 0) return;
  await execute(
    tx,
    `insert into fact (tenant, case_id, source, version, index, at, settled, body)
     select $1, "caseId", source, version, index, at, settled, body
     from jsonb_to_recordset($2::jsonb) as f("caseId" text, source text, version bigint, index integer,
       at timestamptz, settled boolean, body jsonb)
     on conflict do nothing`,
    [tenant, JSON.stringify(facts)],
  );
}

/** Facts that waited are settled, each case's up to its instant. */
export async function settleFacts(
  tx: Tx,
  tenant: string,
  cases: readonly { caseId: string; until: Instant }[],
): Promise<void> {
  if (cases.length === 0) return;
  await execute(
    tx,
    `update fact set settled = true
     from jsonb_to_recordset($2::jsonb) as c("caseId" text, until timestamptz)
     where fact.tenant = $1 and fact.case_id = c."caseId" and not fact.settled and fact.at <= c.until`,
    [tenant, JSON.stringify(cases)],
  );
}
