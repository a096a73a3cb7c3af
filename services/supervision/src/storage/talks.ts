import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { LadderFilter, ListedTalk, PageOf, TalkStore } from '../app/ports.ts';
import { clockIdOf } from '../domain/case-history.ts';
import { holdClockKey, type Talk } from '../domain/talk.ts';
import { circleOf, type CircleState } from './listed-circle.ts';
import { OF_GOVERNMENT } from './of-government.ts';
import { cursorParts, pageOf } from './page.ts';

/** Table `talk`: 约谈. */
export const talks: TalkStore = { load, save, drop, list };

async function load(tx: Tx, tenant: string, talkId: string): Promise<Talk | undefined> {
  const row = await maybeRow<{ state: Talk }>(tx, 'select state from talk where tenant = $1 and id = $2', [
    tenant,
    talkId,
  ]);
  return row?.state;
}

async function save(tx: Tx, tenant: string, saved: readonly Talk[]): Promise<void> {
  if (saved.length === 0) return;
  const list = saved.map((talk) => ({
    state: talk,
    hold_clock_id: clockIdOf(talk.caseId, holdClockKey(talk.id)),
  }));
  await execute(
    tx,
    `insert into talk (tenant, id, case_id, clock_id, hold_clock_id, unit_id, status, called_on, state)
     select $1, state ->> 'id', state ->> 'caseId', state ->> 'clockId', hold_clock_id, state ->> 'unitId',
       state ->> 'status', (state ->> 'calledOn')::date, state
     from jsonb_to_recordset($2::jsonb) as t(state jsonb, hold_clock_id text)
     on conflict (tenant, id) do update set status = excluded.status, state = excluded.state`,
    [tenant, JSON.stringify(list)],
  );
}

async function drop(tx: Tx, tenant: string, ids: readonly string[]): Promise<void> {
  await execute(
    tx,
    `update talk set status = 'dropped', state = jsonb_set(state, '{status}', '"dropped"')
     where tenant = $1 and id = any($2) and status = 'called'`,
    [tenant, ids],
  );
}

/** Newest first; the cursor is `day~id`. */
async function list(tx: Tx, tenant: string, filter: LadderFilter): Promise<PageOf<ListedTalk>> {
  const [day, id] = cursorParts(filter.cursor);
  const found = await rows<{
    state: Talk;
    due: string | null;
    number: string;
    title: string;
    circle: CircleState;
  }>(
    tx,
    `select t.state, k.due_date as due, f.number, f.title, f.state as circle
     from talk t join case_file f on f.tenant = t.tenant and f.id = t.case_id
       left join clock k on k.tenant = t.tenant and k.id = t.hold_clock_id
     where t.tenant = $1 and ($2 = '' or t.case_id = $2) and ($3 = '' or t.unit_id = $3)
       and (not $8 or ${OF_GOVERNMENT})
       and ($4 = '' or t.status = $4) and ($5 = '' or (t.called_on::text, t.id) < ($5, $6))
     order by t.called_on desc, t.id desc limit $7`,
    [tenant, filter.caseId, filter.unitId, filter.status, day, id, filter.limit + 1, filter.government],
  );
  return pageOf(found, filter.limit, {
    item: ({ state, due, number, title, circle }) => ({
      circle: circleOf(circle),
      talk: state,
      holdBy: due ?? '',
      caseId: state.caseId,
      number,
      title,
    }),
    cursor: ({ state }) => `${state.calledOn}~${state.id}`,
  });
}
