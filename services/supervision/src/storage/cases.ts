import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { CaseCircle, CaseStore, DueCase, LoadedCase, ReviewedCase } from '../app/ports.ts';
import { momentOf } from '../domain/moment.ts';
import type { Watch } from '../domain/watch.ts';
import { circleOf, type CircleState } from './listed-circle.ts';
import { IS_SUBMITTED } from './is-submitted.ts';
import { OF_GOVERNMENT } from './of-government.ts';
import { keepFacts, readFacts, recorded, settleFacts } from './facts.ts';
import { letters } from './letters.ts';
import { talks } from './talks.ts';
import { urges } from './urges.ts';

/** Tables `case_file`, `fact`, `clock`, `firing`: cases, written under the locks of their streams. */
export const cases: CaseStore = { load, loadAll, keepFacts, save, open, due, circle };

interface CaseState extends CircleState {
  readonly reds: Readonly<Record<string, number>>;
}

interface FileRow {
  readonly id: string;
  readonly settled_until: Date | null;
  readonly state: CaseState;
  readonly calendar_version: number;
  readonly later: readonly { readonly version: number; readonly since: string }[] | null;
}

const SELECT_FILES = `select id, settled_until, state, calendar_version,
  case when open_clocks > 0 then
    (select jsonb_agg(jsonb_build_object('version', v.version, 'since', v.imported_at) order by v.version)
     from calendar_version v where v.tenant = f.tenant and v.version > f.calendar_version)
  end as later
  from case_file f where tenant = $1 and id = any($2)`;

async function load(tx: Tx, tenant: string, caseId: string): Promise<LoadedCase> {
  const loaded = (await loadAll(tx, tenant, [caseId])).get(caseId);
  if (loaded === undefined) throw new Error(`case ${caseId} was asked for and not read`);
  return loaded;
}

async function loadAll(
  tx: Tx,
  tenant: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, LoadedCase>> {
  const which = [tenant, caseIds];
  const files = await rows<FileRow>(tx, SELECT_FILES, which);
  const watches = await rows<{ id: string; case_id: string; state: Watch }>(
    tx,
    'select id, case_id, state from clock where tenant = $1 and case_id = any($2)',
    which,
  );
  const talking = await rows<{ case_id: string; unit_id: string }>(
    tx,
    `select case_id, unit_id from talk where tenant = $1 and case_id = any($2) and status = 'called'`,
    which,
  );
  const facts = Map.groupBy(await readFacts(tx, tenant, caseIds), ({ caseId }) => caseId);
  const fileOf = new Map(files.map((file) => [file.id, file]));
  const watchesOf = Map.groupBy(watches, ({ case_id }) => case_id);
  const talkingOf = Map.groupBy(talking, ({ case_id }) => case_id);
  return new Map(
    caseIds.map((caseId) => {
      const file = fileOf.get(caseId);
      const own = facts.get(caseId) ?? [];
      const loaded: LoadedCase = {
        file: {
          caseId,
          facts: own.filter(({ settled }) => settled).map(recorded),
          watches: new Map((watchesOf.get(caseId) ?? []).map(({ id, state }) => [id, state])),
          reds: file?.state.reds ?? {},
          openTalks: new Set((talkingOf.get(caseId) ?? []).map((talk) => talk.unit_id)),
          calendarVersion: file?.calendar_version ?? 0,
        },
        unsettled: own.filter(({ settled }) => !settled).map(recorded),
        settledUntil: file?.settled_until ? momentOf(file.settled_until).at : undefined,
        laterCalendars: (file?.later ?? []).map(({ version, since }) => ({
          version,
          since: momentOf(new Date(since)).at,
        })),
      };
      return [caseId, loaded];
    }),
  );
}

async function save(tx: Tx, tenant: string, reviewed: readonly ReviewedCase[]): Promise<void> {
  if (reviewed.length === 0) return;
  await saveCases(tx, tenant, reviewed);
  await saveWatches(tx, tenant, reviewed);
  await saveFirings(tx, tenant, reviewed);
  const waited = reviewed.flatMap(({ caseId, settlesUntil: until }) =>
    until === undefined ? [] : [{ caseId, until }],
  );
  await settleFacts(tx, tenant, waited);
  const ownFacts = reviewed.flatMap(({ caseId, review }) =>
    review.ownFacts.map((fact) => ({ ...fact, caseId, settled: true })),
  );
  await keepFacts(tx, tenant, ownFacts);
  const all = <Item>(of: (review: ReviewedCase['review']) => readonly Item[]): Item[] =>
    reviewed.flatMap(({ review }) => of(review));
  await urges.save(
    tx,
    tenant,
    all((review) => review.urges),
  );
  await letters.save(
    tx,
    tenant,
    all((review) => review.letters),
  );
  await talks.save(
    tx,
    tenant,
    all((review) => review.talks),
  );
  const dropped = all((review) => review.dropped);
  if (dropped.length === 0) return;
  await letters.drop(tx, tenant, dropped);
  await talks.drop(tx, tenant, dropped);
}

async function saveCases(tx: Tx, tenant: string, reviewed: readonly ReviewedCase[]): Promise<void> {
  const list = reviewed.map(({ caseId, review, moment }) => ({
    ...{ id: caseId, number: review.history.number, title: review.history.title },
    ...{ colour: review.caseColour, open_clocks: review.openClocks, settled_until: moment.at },
    calendar_version: review.calendarVersion,
    state: { reds: review.reds, ...circleStateOf(review.history) },
  }));
  await execute(
    tx,
    `insert into case_file (tenant, id, number, title, colour, open_clocks, settled_until, calendar_version, state)
     select $1, id, number, title, colour, open_clocks, settled_until, calendar_version, state
     from jsonb_to_recordset($2::jsonb) as c(id text, number text, title text, colour text,
       open_clocks integer, settled_until timestamptz, calendar_version integer, state jsonb)
     on conflict (tenant, id) do update set number = excluded.number, title = excluded.title,
       colour = excluded.colour, open_clocks = excluded.open_clocks,
       settled_until = greatest(case_file.settled_until, excluded.settled_until),
       calendar_version = excluded.calendar_version, state = excluded.state`,
    [tenant, JSON.stringify(list)],
  );
}

/** Who may look at a case, by its history. */
function circleStateOf({
  shares,
  deputies,
  confidential,
  overseerIds,
}: ReviewedCase['review']['history']): CircleState {
  const units = [...shares.values()].map(({ unitId, role, left }) => ({ unitId, role, left }));
  const confidants = [...shares.values()].flatMap(({ confidant, unitId }) =>
    confidant?.unitId === unitId ? [confidant] : [],
  );
  return { deputies, units, confidential, confidants, overseerIds };
}

async function saveWatches(tx: Tx, tenant: string, reviewed: readonly ReviewedCase[]): Promise<void> {
  const list = reviewed.flatMap(({ caseId, review }) =>
    review.changed.map((watch) => ({ case_id: caseId, ...clockRow(watch) })),
  );
  if (list.length === 0) return;
  await execute(
    tx,
    `insert into clock (tenant, id, case_id, kind, status, owner, unit_id, due_date, due_version, colour,
       colour_since, next_change_at, turns_red_at, state)
     select $1, id, case_id, kind, status, owner, unit_id, due_date, due_version, colour, colour_since,
       next_change_at, turns_red_at, state
     from jsonb_to_recordset($2::jsonb) as w(id text, case_id text, kind text, status text, owner text,
       unit_id text, due_date date, due_version integer, colour text, colour_since timestamptz,
       next_change_at timestamptz, turns_red_at timestamptz, state jsonb)
     on conflict (tenant, id) do update set status = excluded.status, owner = excluded.owner,
       unit_id = excluded.unit_id, due_date = excluded.due_date, due_version = excluded.due_version,
       colour = excluded.colour, colour_since = excluded.colour_since,
       next_change_at = excluded.next_change_at, turns_red_at = excluded.turns_red_at, state = excluded.state`,
    [tenant, JSON.stringify(list)],
  );
}

function clockRow(watch: Watch) {
  return {
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
  };
}

/** A plain insert: a second firing of the same key would break here and roll everything back. */
async function saveFirings(tx: Tx, tenant: string, reviewed: readonly ReviewedCase[]): Promise<void> {
  const list = reviewed.flatMap(({ caseId, review, moment }) =>
    review.firings.map((firing) => ({ ...firing, caseId, at: moment.at })),
  );
  if (list.length === 0) return;
  await execute(
    tx,
    `insert into firing (tenant, clock_id, rule, colour, due_version, episode, case_id, at)
     select $1, "clockId", rule, colour, "dueVersion", episode, "caseId", at
     from jsonb_to_recordset($2::jsonb) as f("clockId" text, rule text, colour text, "dueVersion" integer,
       episode integer, "caseId" text, at timestamptz)`,
    [tenant, JSON.stringify(list)],
  );
}

/**
 * Due transitions and dates of an earlier calendar through their partial indexes, and facts that wait; a case appears
 * once, at its earliest instant. The limit stands in the text: of one that is a parameter the planner believes that a
 * tenth of all rows are wanted, and plans anew for each look. The case's own row is looked up by its key, for the few.
 */
async function due(
  tx: Tx,
  which: { tenant: string; now: Date; limit: number; except: readonly string[] },
): Promise<readonly DueCase[]> {
  const limit = Math.trunc(which.limit);
  const found = await rows<{ case_id: string; at: Date }>(
    tx,
    `select case_id,
       greatest(min(at), (select settled_until from case_file f where f.tenant = $1 and f.id = case_id)) as at
     from (
       (select case_id, next_change_at as at from clock
        where tenant = $1 and next_change_at <= $2 and case_id <> all($3::text[])
        order by next_change_at, id limit ${limit})
       union all
       (select case_id, at from fact
        where tenant = $1 and not settled and at <= $2 and case_id <> all($3::text[])
        order by at, case_id limit ${limit})
       union all
       (select b.id,
          (select min(v.imported_at) from calendar_version v where v.tenant = $1 and v.version > b.calendar_version)
        from case_file b
        where b.tenant = $1 and b.open_clocks > 0 and b.id <> all($3::text[]) and b.settled_until <= $2
          and b.calendar_version <
            (select max(version) from calendar_version where tenant = $1 and imported_at <= $2)
        order by b.calendar_version, b.id limit ${limit})
     ) as d
     group by case_id order by 2, case_id limit ${limit}`,
    [which.tenant, which.now, which.except],
  );
  return found.map(({ case_id, at }) => ({ caseId: case_id, at: momentOf(at).at }));
}

async function open(
  tx: Tx,
  { tenant, after, limit }: { tenant: string; after: string; limit: number },
): Promise<{ caseIds: readonly string[]; total: number }> {
  const found = await rows<{ id: string }>(
    tx,
    'select id from case_file where tenant = $1 and open_clocks > 0 and id > $2 order by id limit $3',
    [tenant, after, limit],
  );
  const counted = await maybeRow<{ total: number }>(
    tx,
    'select count(*)::integer as total from case_file where tenant = $1 and open_clocks > 0',
    [tenant],
  );
  return { caseIds: found.map(({ id }) => id), total: counted?.total ?? 0 };
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
