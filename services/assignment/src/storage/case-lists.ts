import type { Tx } from '@huiyin/kernel/tx';
import { rows } from '@huiyin/postgres/query';
import type { CasePage, CaseSight, Page, ShareFilter, SharePage } from '../app/ports.ts';
import type { Share } from '../domain/share.ts';
import type { SuggestionCase } from '../domain/suggestion-case.ts';

interface CaseRow {
  readonly id: string;
  readonly day: string;
  readonly document: Omit<SuggestionCase, 'shares'>;
  readonly shares: readonly Share[];
}

const SHARES = `coalesce((select jsonb_agg(a.state order by a.ordinal) from assignment a
  where a.tenant = c.tenant and a.suggestion_id = c.id), '[]'::jsonb)`;

/** A case stored before versions of rule packs were kept has none. */
const DOCUMENT = `jsonb_build_object('rulePackVersion', '') || c.state`;

/** Oldest registration first; the cursor is `day~id`. */
export async function listCases(
  tx: Tx,
  tenant: string,
  which: { readonly status: string; readonly sight: CaseSight } & Page,
): Promise<CasePage> {
  const [day = '', id = ''] = which.cursor.split('~');
  const found = await rows<CaseRow>(
    tx,
    `select c.id, c.registered_on::text as day, ${DOCUMENT} as document, ${SHARES} as shares
     from suggestion_case c
     where c.tenant = $1 and ($2 = '' or c.status = $2)
       and ($6 = 'all' or ($6 = 'period' and c.state->>'period' = $7)
         or ($6 = 'committee' and c.state->'overseerIds' ? $7)
         or ($6 = 'office' and exists (select 1 from assignment o
           where o.tenant = c.tenant and o.suggestion_id = c.id and o.deciding_office = $7)))
       and ($3 = '' or (c.registered_on::text, c.id) > ($3, $4))
     order by c.registered_on, c.id limit $5`,
    [tenant, which.status, day, id, which.limit + 1, which.sight.of, which.sight.key],
  );
  const { shown, nextCursor } = pageOf(found, which.limit);
  return { cases: shown.map(({ document, shares }) => ({ ...document, shares })), nextCursor };
}

/** Oldest statutory clock first; the cursor is `day~id`. */
export async function listShares(tx: Tx, tenant: string, which: ShareFilter & Page): Promise<SharePage> {
  const [day = '', id = ''] = which.cursor.split('~');
  const found = await rows<CaseRow & { readonly share: Share }>(
    tx,
    `select s.id, s.clock_start_on::text as day, s.state as share, ${DOCUMENT} as document, ${SHARES} as shares
     from assignment s join suggestion_case c on c.tenant = s.tenant and c.id = s.suggestion_id
     where s.tenant = $1 and ($2 = '' or s.unit_id = $2) and ($3 = '' or s.status = $3)
       and ($4 = '' or s.role = $4) and (cardinality($5::text[]) = 0 or s.deciding_office = any ($5))
       and ($9 = '' or c.state->>'period' = $9)
       and ($6 = '' or (s.clock_start_on::text, s.id) > ($6, $7))
     order by s.clock_start_on, s.id limit $8`,
    [
      ...[tenant, which.unitId, which.status, which.role, which.offices, day, id, which.limit + 1],
      which.period,
    ],
  );
  const { shown, nextCursor } = pageOf(found, which.limit);
  return {
    shares: shown.map(({ share, document, shares }) => ({ share, suggestion: { ...document, shares } })),
    nextCursor,
  };
}

/** One row more than asked for tells that there is a next page. */
function pageOf<Row extends CaseRow>(
  found: readonly Row[],
  limit: number,
): { shown: readonly Row[]; nextCursor: string } {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return { shown, nextCursor: found.length > limit && last !== undefined ? `${last.day}~${last.id}` : '' };
}
