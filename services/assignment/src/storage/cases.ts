import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { CaseStore, Stored } from '../app/ports.ts';
import { isActive, type Share } from '../domain/share.ts';
import type { SuggestionCase } from '../domain/suggestion-case.ts';
import { listCases, listShares } from './case-lists.ts';

/** Tables `suggestion_case`, `assignment` and `case_part`, read and written under the lock of the case's stream. */
export const cases: CaseStore = {
  load,
  save,
  caseOfPart,
  withActiveShareOf,
  keepParts,
  list: listCases,
  listShares,
};

/** A case's document without its shares, which have rows of their own. */
type CaseDocument = Omit<SuggestionCase, 'shares'>;

async function load(tx: Tx, tenant: string, suggestionId: string): Promise<Stored | undefined> {
  const row = await maybeRow<{ state: CaseDocument; version: number }>(
    tx,
    // A case stored before versions were kept has none.
    `select jsonb_build_object('rulePackVersion', '') || state as state, version
     from suggestion_case where tenant = $1 and id = $2`,
    [tenant, suggestionId],
  );
  if (row === undefined) return undefined;
  const shares = await rows<{ state: Share }>(
    tx,
    'select state from assignment where tenant = $1 and suggestion_id = $2 order by ordinal',
    [tenant, suggestionId],
  );
  const suggestion = { ...row.state, shares: shares.map((share) => share.state) };
  return { suggestion, version: row.version };
}

async function save(
  tx: Tx,
  tenant: string,
  change: { readonly before: SuggestionCase | undefined; readonly after: Stored; readonly at: Date },
): Promise<void> {
  const { suggestion, version } = change.after;
  await saveCase(tx, tenant, { suggestion, version, at: change.at });
  const known = new Map(change.before?.shares.map((share) => [share.id, share]));
  const changed = suggestion.shares
    .map((share, ordinal) => ({ share, ordinal }))
    .filter(({ share }) => known.get(share.id) !== share);
  // A share leaves its unit before the next one enters, else the unique indexes would see two.
  const left = changed.filter(({ share }) => !isActive(share));
  const taking = changed.filter(({ share }) => isActive(share));
  for (const one of [...left, ...taking])
    await saveShare(tx, tenant, { ...one, suggestionId: suggestion.id });
}

async function saveCase(
  tx: Tx,
  tenant: string,
  of: { readonly suggestion: SuggestionCase; readonly version: number; readonly at: Date },
): Promise<void> {
  const { shares: _own, ...document } = of.suggestion;
  await execute(
    tx,
    `insert into suggestion_case (tenant, id, version, status, number, registered_on, state, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant, id) do update set version = excluded.version, status = excluded.status,
       number = excluded.number, registered_on = excluded.registered_on, state = excluded.state,
       changed_at = excluded.changed_at`,
    [
      tenant,
      document.id,
      of.version,
      document.phase.name,
      document.number,
      document.registeredOn,
      JSON.stringify(document),
      of.at,
    ],
  );
}

async function saveShare(
  tx: Tx,
  tenant: string,
  of: { readonly share: Share; readonly ordinal: number; readonly suggestionId: string },
): Promise<void> {
  const { share } = of;
  await execute(
    tx,
    `insert into assignment (tenant, id, suggestion_id, ordinal, unit_id, role, status, deciding_office, active,
       clock_start_on, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (tenant, id) do update set status = excluded.status, active = excluded.active,
       unit_id = excluded.unit_id, deciding_office = excluded.deciding_office, state = excluded.state`,
    [
      tenant,
      share.id,
      of.suggestionId,
      of.ordinal,
      share.unitId,
      share.role,
      share.status.name,
      share.decidingOffice,
      isActive(share),
      share.clockStartOn,
      JSON.stringify(share),
    ],
  );
}

async function caseOfPart(tx: Tx, tenant: string, partId: string): Promise<string | undefined> {
  const row = await maybeRow<{ suggestion_id: string }>(
    tx,
    'select suggestion_id from case_part where tenant = $1 and id = $2',
    [tenant, partId],
  );
  return row?.suggestion_id;
}

async function withActiveShareOf(
  tx: Tx,
  tenant: string,
  which: { readonly unitId: string; readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const found = await rows<{ suggestion_id: string }>(
    tx,
    `select distinct suggestion_id from assignment
     where tenant = $1 and unit_id = $2 and active and suggestion_id > $3 order by suggestion_id limit $4`,
    [tenant, which.unitId, which.after, which.limit],
  );
  return found.map((row) => row.suggestion_id);
}

async function keepParts(
  tx: Tx,
  tenant: string,
  suggestionId: string,
  partIds: readonly string[],
): Promise<void> {
  if (partIds.length === 0) return;
  await execute(tx, 'insert into case_part (tenant, id, suggestion_id) select $1, unnest($2::text[]), $3', [
    tenant,
    partIds,
    suggestionId,
  ]);
}
