import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { LadderFilter, ListedUrge, PageOf, UrgeStore } from '../app/ports.ts';
import type { Instant } from '../domain/moment.ts';
import type { Urge } from '../domain/urge.ts';
import { circleOf, type CircleState } from './listed-circle.ts';
import { OF_GOVERNMENT } from './of-government.ts';
import { cursorParts, pageOf } from './page.ts';

/** Table `urge`: 催办. */
export const urges: UrgeStore = { save, urgedByHandSince, list };

async function save(tx: Tx, tenant: string, saved: readonly Urge[]): Promise<void> {
  if (saved.length === 0) return;
  await execute(
    tx,
    `insert into urge (tenant, id, case_id, clock_id, unit_id, urged_at, state)
     select $1, state ->> 'id', state ->> 'caseId', state ->> 'clockId', state ->> 'unitId',
       (state ->> 'urgedAt')::timestamptz, state
     from jsonb_array_elements($2::jsonb) as u(state)`,
    [tenant, JSON.stringify(saved)],
  );
}

async function urgedByHandSince(
  tx: Tx,
  which: { tenant: string; clockId: string; since: Instant },
): Promise<boolean> {
  const row = await maybeRow(
    tx,
    `select 1 from urge where tenant = $1 and clock_id = $2 and urged_at >= $3
       and not (state ->> 'automatic')::boolean limit 1`,
    [which.tenant, which.clockId, which.since],
  );
  return row !== undefined;
}

/** Newest first; the cursor is `instant~id`. */
async function list(
  tx: Tx,
  tenant: string,
  filter: Omit<LadderFilter, 'status'>,
): Promise<PageOf<ListedUrge>> {
  const [at, id] = cursorParts(filter.cursor);
  const found = await rows<{ state: Urge; number: string; title: string; circle: CircleState }>(
    tx,
    `select u.state, f.number, f.title, f.state as circle
     from urge u join case_file f on f.tenant = u.tenant and f.id = u.case_id
     where u.tenant = $1 and ($2 = '' or u.case_id = $2) and ($3 = '' or u.unit_id = $3)
       and (not $7 or ${OF_GOVERNMENT})
       and ($4::timestamptz is null or (u.urged_at, u.id) < ($4, $5))
     order by u.urged_at desc, u.id desc limit $6`,
    [tenant, filter.caseId, filter.unitId, at === '' ? null : at, id, filter.limit + 1, filter.government],
  );
  return pageOf(found, filter.limit, {
    item: ({ state, number, title, circle }) => ({
      ...{ urge: state, caseId: state.caseId, number, title },
      circle: circleOf(circle),
    }),
    cursor: ({ state }) => `${state.urgedAt}~${state.id}`,
  });
}
