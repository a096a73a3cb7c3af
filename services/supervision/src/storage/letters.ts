import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { LadderFilter, LetterStore, ListedLetter, PageOf } from '../app/ports.ts';
import { clockIdOf } from '../domain/case-history.ts';
import { answerClockKey, type Letter } from '../domain/letter.ts';
import { circleOf, type CircleState } from './listed-circle.ts';
import { OF_GOVERNMENT } from './of-government.ts';
import { cursorParts, pageOf } from './page.ts';

/** Table `letter`: 督办函. */
export const letters: LetterStore = { load, save, drop, openFor, list };

async function load(tx: Tx, tenant: string, letterId: string): Promise<Letter | undefined> {
  const row = await maybeRow<{ state: Letter }>(
    tx,
    'select state from letter where tenant = $1 and id = $2',
    [tenant, letterId],
  );
  return row?.state;
}

async function save(tx: Tx, tenant: string, saved: readonly Letter[]): Promise<void> {
  if (saved.length === 0) return;
  const list = saved.map((letter) => ({
    state: letter,
    answer_clock_id: clockIdOf(letter.caseId, answerClockKey(letter.id)),
  }));
  await execute(
    tx,
    `insert into letter (tenant, id, case_id, clock_id, answer_clock_id, unit_id, status, sent_on, state)
     select $1, state ->> 'id', state ->> 'caseId', state ->> 'clockId', answer_clock_id, state ->> 'unitId',
       state ->> 'status', (state ->> 'sentOn')::date, state
     from jsonb_to_recordset($2::jsonb) as l(state jsonb, answer_clock_id text)
     on conflict (tenant, id) do update set status = excluded.status, state = excluded.state`,
    [tenant, JSON.stringify(list)],
  );
}

async function drop(tx: Tx, tenant: string, ids: readonly string[]): Promise<void> {
  await execute(
    tx,
    `update letter set status = 'dropped', state = jsonb_set(state, '{status}', '"dropped"')
     where tenant = $1 and id = any($2) and status = 'sent'`,
    [tenant, ids],
  );
}

async function openFor(tx: Tx, tenant: string, clockId: string): Promise<boolean> {
  const row = await maybeRow(
    tx,
    `select 1 from letter where tenant = $1 and clock_id = $2 and status = 'sent' limit 1`,
    [tenant, clockId],
  );
  return row !== undefined;
}

/** Newest first; the cursor is `day~id`. */
async function list(tx: Tx, tenant: string, filter: LadderFilter): Promise<PageOf<ListedLetter>> {
  const [day, id] = cursorParts(filter.cursor);
  const found = await rows<{
    state: Letter;
    due: string | null;
    number: string;
    title: string;
    circle: CircleState;
  }>(
    tx,
    `select l.state, k.due_date as due, f.number, f.title, f.state as circle
     from letter l join case_file f on f.tenant = l.tenant and f.id = l.case_id
       left join clock k on k.tenant = l.tenant and k.id = l.answer_clock_id
     where l.tenant = $1 and ($2 = '' or l.case_id = $2) and ($3 = '' or l.unit_id = $3)
       and (not $8 or ${OF_GOVERNMENT})
       and ($4 = '' or l.status = $4) and ($5 = '' or (l.sent_on::text, l.id) < ($5, $6))
     order by l.sent_on desc, l.id desc limit $7`,
    [tenant, filter.caseId, filter.unitId, filter.status, day, id, filter.limit + 1, filter.government],
  );
  return pageOf(found, filter.limit, {
    item: ({ state, due, number, title, circle }) => ({
      circle: circleOf(circle),
      letter: state,
      answerDue: due ?? '',
      caseId: state.caseId,
      number,
      title,
    }),
    cursor: ({ state }) => `${state.sentOn}~${state.id}`,
  });
}
