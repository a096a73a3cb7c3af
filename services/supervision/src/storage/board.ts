import { addDays, localDate, localDateOf, startOfDay } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import { maybeRow, rows } from '@huiyin/postgres/query';
import type { Board, ColourCounts, Scope } from '../app/ports.ts';
import type { Colour } from '../domain/colour-scale.ts';
import { KNOWN_KINDS } from '../domain/clock-kind.ts';
import { momentOf } from '../domain/moment.ts';
import { IS_SUBMITTED } from './is-submitted.ts';
import { LISTED_CLOCK, listedClock, type ListedClockRow } from './listed-clock.ts';
import { OF_GOVERNMENT } from './of-government.ts';

/** Red clocks shown on the wall. */
const MAX_RED = 200;
/** How far ahead the wall says what will turn red. Days. */
const DAYS_AHEAD = 30;
/** Units shown on the wall. */
const MAX_UNITS = 500;

type Which = { tenant: string; unitId: string; now: Date } & Scope;

/** Cases that are not the government office's are left out of its wall ($3), drafts of every other wall than 代表工委's ($4). */
const CASE_IN_SIGHT = `(not $3 or ${OF_GOVERNMENT}) and (not $4 or ${IS_SUBMITTED})`;
const IN_SIGHT = `(not $3 and not $4 or exists (
  select 1 from case_file f where f.tenant = clock.tenant and f.id = clock.case_id and ${CASE_IN_SIGHT}))`;

/** The three-colour wall, of everything or of one unit. */
export async function readBoard(tx: Tx, which: Which): Promise<Board> {
  const units = await countsByUnit(tx, which);
  return {
    cases: await countCases(tx, which),
    clocks: await countClocks(tx, which),
    units,
    red: await redClocks(tx, which),
    redWithoutOwner: await redWithoutOwner(tx, which),
    turningRed: await turningRed(tx, which),
    turnedRedYesterday: await turnedRedYesterday(tx, which),
    oldestDue: await oldestDue(tx, which),
  };
}

async function countCases(
  tx: Tx,
  { tenant, unitId, government, submittedOnly }: Which,
): Promise<ColourCounts> {
  const found = await rows<{ colour: Colour; count: number }>(
    tx,
    `select f.colour, count(*) as count from case_file f
     where f.tenant = $1 and f.open_clocks > 0 and ($2 = '' or exists (
       select 1 from clock c where c.tenant = f.tenant and c.case_id = f.id and c.unit_id = $2 and c.status = 'open'))
       and ${CASE_IN_SIGHT}
     group by f.colour`,
    [tenant, unitId, government, submittedOnly],
  );
  return countsOf(found);
}

async function countClocks(
  tx: Tx,
  { tenant, unitId, government, submittedOnly }: Which,
): Promise<ColourCounts> {
  const found = await rows<{ colour: Colour; count: number }>(
    tx,
    `select colour, count(*) as count from clock
     where tenant = $1 and status = 'open' and ($2 = '' or unit_id = $2) and ${IN_SIGHT}
     group by colour`,
    [tenant, unitId, government, submittedOnly],
  );
  return countsOf(found);
}

async function countsByUnit(
  tx: Tx,
  { tenant, unitId, government, submittedOnly }: Which,
): Promise<{ unitId: string; clocks: ColourCounts }[]> {
  const found = await rows<{ unit_id: string; green: number; yellow: number; red: number }>(
    tx,
    `select unit_id, count(*) filter (where colour = 'green') as green,
       count(*) filter (where colour = 'yellow') as yellow, count(*) filter (where colour = 'red') as red
     from clock where tenant = $1 and status = 'open' and unit_id <> '' and ($2 = '' or unit_id = $2)
       and ${IN_SIGHT}
     group by unit_id order by red desc, yellow desc, unit_id limit $5`,
    [tenant, unitId, government, submittedOnly, MAX_UNITS],
  );
  return found.map(({ unit_id, ...clocks }) => ({ unitId: unit_id, clocks }));
}

/** Longest red first. */
async function redClocks(tx: Tx, { tenant, unitId, government, submittedOnly }: Which) {
  const found = await rows<ListedClockRow>(
    tx,
    `select ${LISTED_CLOCK}
     where c.tenant = $1 and c.status = 'open' and c.colour = 'red' and ($2 = '' or c.unit_id = $2)
       and ${CASE_IN_SIGHT}
     order by c.colour_since, c.id limit $5`,
    [tenant, unitId, government, submittedOnly, MAX_RED],
  );
  return found.map(listedClock);
}

/** Nothing red without an owner and a next action: a unit's clock needs its unit, a deputy's its person. */
async function redWithoutOwner(
  tx: Tx,
  { tenant, unitId, government, submittedOnly }: Which,
): Promise<number> {
  const row = await maybeRow<{ count: number }>(
    tx,
    `select count(*) as count from clock
     where tenant = $1 and status = 'open' and colour = 'red' and ($2 = '' or unit_id = $2)
       and (owner = '' or (owner in ('unit', 'committee') and unit_id = '')
         or (owner = 'deputy' and coalesce(state #>> '{clock,course,owner,personId}', '') = '')
         or kind <> all($5))
       and ${IN_SIGHT}`,
    [tenant, unitId, government, submittedOnly, KNOWN_KINDS],
  );
  return row?.count ?? 0;
}

/** Cases not red yet, by the day on which the first of their clocks turns red by time alone. */
async function turningRed(
  tx: Tx,
  { tenant, unitId, now, government, submittedOnly }: Which,
): Promise<Board['turningRed']> {
  const found = await rows<{ day: string; count: number }>(
    tx,
    `select day, count(*) as count from (
       select (min(c.turns_red_at) at time zone 'Asia/Shanghai')::date::text as day
       from clock c join case_file f on f.tenant = c.tenant and f.id = c.case_id
       where c.tenant = $1 and c.status = 'open' and c.turns_red_at > $5
         and c.turns_red_at <= $5 + make_interval(days => $6) and f.colour <> 'red'
         and ($2 = '' or c.unit_id = $2) and ${CASE_IN_SIGHT}
       group by c.case_id) turning
     group by day order by day`,
    [tenant, unitId, government, submittedOnly, now, DAYS_AHEAD],
  );
  return found.map(({ day, count }) => ({ day: localDate(day), cases: count }));
}

/** Cases in which something turned red on the day before. */
async function turnedRedYesterday(
  tx: Tx,
  { tenant, unitId, now, government, submittedOnly }: Which,
): Promise<number> {
  const today = localDateOf(now);
  const row = await maybeRow<{ count: number }>(
    tx,
    `select count(distinct firing.case_id) as count from firing
     join clock on clock.tenant = firing.tenant and clock.id = firing.clock_id
     where firing.tenant = $1 and firing.colour = 'red' and firing.at >= $5 and firing.at < $6
       and ($2 = '' or clock.unit_id = $2) and ${IN_SIGHT}`,
    [tenant, unitId, government, submittedOnly, startOfDay(addDays(today, -1)), startOfDay(today)],
  );
  return row?.count ?? 0;
}

async function oldestDue(tx: Tx, { tenant, now }: Which): Promise<Board['oldestDue']> {
  const row = await maybeRow<{ next_change_at: Date }>(
    tx,
    `select next_change_at from clock where tenant = $1 and next_change_at <= $2
     order by next_change_at, id limit 1`,
    [tenant, now],
  );
  return row && momentOf(row.next_change_at).at;
}

function countsOf(found: readonly { colour: Colour; count: number }[]): ColourCounts {
  const count = (colour: Colour): number => found.find((row) => row.colour === colour)?.count ?? 0;
  return { green: count('green'), yellow: count('yellow'), red: count('red') };
}
