import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { CaseCircle, CaseStore, DueCase, LoadedCase } from '../app/ports.ts';
import { momentOf, type Moment } from '../domain/moment.ts';
import type { Review } from '../domain/review-case.ts';
import type { Watch } from '../domain/watch.ts';
import { circleOf, type CircleState } from './listed-circle.ts';
import { IS_SUBMITTED } from './is-submitted.ts';
import { OF_GOVERNMENT } from './of-government.ts';
import { keepFacts, readFacts, settleFacts } from './facts.ts';
import { letters } from './letters.ts';
import { talks } from './talks.ts';
import { urges } from './urges.ts';

/** Tables `case_file`, `fact`, `clock`, `firing`: a case, written under the lock of its stream. */
export const cases: CaseStore = { load, keepFacts, settleFacts, save, due, circle };

interface CaseState extends CircleState {
  readonly reds: Readonly<Record<string, number>>;
}

type Which = { tenant: string; caseId: string };

async function load(tx: Tx, tenant: string, caseId: string): Promise<LoadedCase> {
  const row = await maybeRow<{ settled_until: Date | null; state: CaseState }>(
    tx,
    'select settled_until, state from case_file where tenant = $1 and id = $2',
    [tenant, caseId],
  );
  const facts = await readFacts(tx, tenant, caseId);
  const watches = await rows<{ id: string; state: Watch }>(
    tx,
    'select id, state from clock where tenant = $1 and case_id = $2',
    [tenant, caseId],
  );
  const talking = await rows<{ unit_id: string }>(
    tx,
    `select unit_id from talk where tenant = $1 and case_id = $2 and status = 'called'`,
    [tenant, caseId],
  );
  return {
    file: {
      caseId,
      facts: facts.settled,
      watches: new Map(watches.map(({ id, state }) => [id, state])),
      reds: row?.state.reds ?? {},
      openTalks: new Set(talking.map((talk) => talk.unit_id)),
    },
    unsettled: facts.unsettled,
    settledUntil: row?.settled_until ? momentOf(row.settled_until).at : undefined,
  };
}

async function save(tx: Tx, which: Which, review: Review, moment: Moment): Promise<void> {
  await saveCase(tx, which, review, moment);
  await saveWatches(tx, which, review.changed);
  await saveFirings(tx, which, review, moment);
  await keepFacts(tx, { ...which, settled: true }, review.ownFacts);
  for (const urge of review.urges) await urges.save(tx, which.tenant, urge);
  for (const letter of review.letters) await letters.save(tx, which.tenant, letter);
  for (const talk of review.talks) await talks.save(tx, which.tenant, talk);
}

async function saveCase(tx: Tx, { tenant, caseId }: Which, review: Review, moment: Moment): Promise<void> {
  const { history, reds, caseColour, openClocks } = review;
  const units = [...history.shares.values()].map(({ unitId, role }) => ({ unitId, role }));
  const confidants = [...history.shares.values()].flatMap(({ confidant, unitId }) =>
    confidant?.unitId === unitId ? [confidant] : [],
  );
  const { deputies, confidential, overseerIds } = history;
  const state: CaseState = { reds, deputies, units, confidential, confidants, overseerIds };
  await execute(
    tx,
    `insert into case_file (tenant, id, number, title, colour, open_clocks, settled_until, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant, id) do update set number = excluded.number, title = excluded.title,
       colour = excluded.colour, open_clocks = excluded.open_clocks,
       settled_until = greatest(case_file.settled_until, excluded.settled_until), state = excluded.state`,
    [tenant, caseId, history.number, history.title, caseColour, openClocks, moment.at, JSON.stringify(state)],
  );
}

async function saveWatches(tx: Tx, { tenant, caseId }: Which, watches: readonly Watch[]): Promise<void> {
  if (watches.length === 0) return;
  const list = watches.map((watch) => ({
    id: watch.id,
    kind: watch.clock.key.kind,
    status: watch.clock.status,
    owner: watch.clock.course.owner.kind,
    unit_id: watch.unitId,
    due_date: watch.due?.date ?? null,
    due_version: watch.due?.version ?? 1,
    colour: watch.standing.colour,
    colour_since: watch.colourSince.at,
    next_change_at: watch.nextChangeAt ?? null,
    turns_red_at: watch.turnsRedAt ?? null,
    state: watch,
  }));
  await execute(
    tx,
    `insert into clock (tenant, id, case_id, kind, status, owner, unit_id, due_date, due_version, colour,
       colour_since, next_change_at, turns_red_at, state)
     select $1, id, $2, kind, status, owner, unit_id, due_date, due_version, colour, colour_since,
       next_change_at, turns_red_at, state
     from jsonb_to_recordset($3::jsonb) as w(id text, kind text, status text, owner text, unit_id text,
       due_date date, due_version integer, colour text, colour_since timestamptz, next_change_at timestamptz,
       turns_red_at timestamptz, state jsonb)
     on conflict (tenant, id) do update set status = excluded.status, owner = excluded.owner,
       unit_id = excluded.unit_id, due_date = excluded.due_date, due_version = excluded.due_version,
       colour = excluded.colour, colour_since = excluded.colour_since,
       next_change_at = excluded.next_change_at, turns_red_at = excluded.turns_red_at, state = excluded.state`,
    [tenant, caseId, JSON.stringify(list)],
  );
}

/** A plain insert: a second firing of the same key would break here and roll everything back. */
async function saveFirings(tx: Tx, { tenant, caseId }: Which, review: Review, moment: Moment): Promise<void> {
  if (review.firings.length === 0) return;
  await execute(
    tx,
    `insert into firing (tenant, clock_id, rule, colour, due_version, episode, case_id, at)
     select $1, "clockId", rule, colour, "dueVersion", episode, $2, $3
     from jsonb_to_recordset($4::jsonb) as f("clockId" text, rule text, colour text, "dueVersion" integer,
       episode integer)`,
    [tenant, caseId, moment.at, JSON.stringify(review.firings)],
  );
}

/** Due transitions through the partial index, and facts that wait; a case appears once, at its earliest instant. */
async function due(
  tx: Tx,
  which: { tenant: string; now: Date; limit: number; except: readonly string[] },
): Promise<readonly DueCase[]> {
  const found = await rows<{ case_id: string; at: Date }>(
    tx,
    `select case_id, greatest(min(d.at), max(f.settled_until)) as at
     from (
       (select case_id, next_change_at as at from clock
        where tenant = $1 and next_change_at <= $2 and case_id <> all($4::text[])
        order by next_change_at, id limit $3)
       union all
       (select case_id, at from fact
        where tenant = $1 and not settled and at <= $2 and case_id <> all($4::text[])
        order by at, case_id limit $3)
     ) as d left join case_file f on f.tenant = $1 and f.id = d.case_id
     group by case_id order by at, case_id limit $3`,
    [which.tenant, which.now, which.limit, which.except],
  );
  return found.map(({ case_id, at }) => ({ caseId: case_id, at: momentOf(at).at }));
}

async function circle(tx: Tx, tenant: string, caseId: string): Promise<CaseCircle | undefined> {
  const row = await maybeRow<{ state: CaseState; government: boolean; submitted: boolean }>(
    tx,
    `select f.state, ${OF_GOVERNMENT} as government, ${IS_SUBMITTED} as submitted
     from case_file f where f.tenant = $1 and f.id = $2`,
    [tenant, caseId],
  );
  if (row === undefined) return undefined;
  const { state, government, submitted } = row;
  return { caseId, ...circleOf(state), government, submitted };
}
