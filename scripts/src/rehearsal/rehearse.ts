import { startOfDay, type LocalDate } from '@huiyin/kernel/local-date';
import { advanceTo, untilQuiet } from '../api/quiet.ts';
import type { ApiSession, SentCommand } from '../api/session.ts';
import { Cast } from '../road/cast.ts';
import { ACTS } from './acts.ts';
import type { ActName, CasePlan, PlannedAct } from './case-plan.ts';
import { newRun, type CaseRun } from './case-run.ts';
import { Turns, type Turn } from './turns.ts';
import { untilDrawn } from './until-drawn.ts';

/** How many cases are acted on at the same time. */
const BESIDE = 8;
const WORK_BEGINS_MS = 9 * 3_600_000;

const REPLIES: ReadonlySet<ActName> = new Set(['reply', 'reply-again']);

/** One act that is due on a day. */
interface Due {
  readonly run: CaseRun;
  readonly planned: PlannedAct;
}

/** What a rehearsal tells while it goes on. */
export interface Listener {
  /** A day has come to its end; `acts` were done on it. */
  readonly onDay?: (day: LocalDate, acts: number) => void;
  readonly onCommand?: (command: SentCommand) => void;
}

/**
 * Lets the people of the demo city live the plans through the gateway, day by day; the rehearsal clock moves on to each
 * day on which somebody acts, once everything before has come to rest. Throws on the first refusal, which names the
 * act, and in production before any. Needs a demo city whose clock stands before the first act.
 */
export async function rehearse(
  gatewayUrl: string,
  plans: readonly CasePlan[],
  listener: Listener = {},
): Promise<readonly CaseRun[]> {
  const casts = new Map<string, Cast>();
  const castOf = (tenant: string): Cast => {
    const cast = casts.get(tenant) ?? new Cast(gatewayUrl, tenant, listener.onCommand);
    casts.set(tenant, cast);
    return cast;
  };
  const runs = plans.map((plan) => newRun(plan, castOf(plan.place.tenant)));
  const first = plans[0];
  if (first === undefined) return runs;
  const operator = await castOf(first.place.tenant).person('operator');
  await refuseProduction(operator);
  for (const [day, due] of byDay(runs)) {
    // What is still on its way belongs to the day on which it was done, not to the one that begins.
    await untilQuiet(operator);
    await advanceTo(operator, new Date(startOfDay(day).getTime() + WORK_BEGINS_MS).toISOString());
    await live(due, day, runs);
    listener.onDay?.(day, due.length);
  }
  await untilQuiet(operator);
  return runs;
}

/** People who do not exist must not act where the time is real, whatever day the clock shows. */
async function refuseProduction(operator: ApiSession): Promise<void> {
  const { rehearsal } = await operator.get<{ readonly rehearsal: boolean }>('/operations/clock');
  if (!rehearsal) throw new Error('this system is in production: a rehearsal is impossible there');
}

/** Everything due, day by day in the order of the calendar. */
function byDay(runs: readonly CaseRun[]): readonly (readonly [LocalDate, readonly Due[]])[] {
  const all = runs.flatMap((run) => run.plan.acts.map((planned): Due => ({ run, planned })));
  const days = Map.groupBy(all, ({ planned }) => planned.day);
  return [...days].toSorted(([a], [b]) => a.localeCompare(b));
}

/**
 * One day: numbers are given and replies signed in the order of the plans, so that the same seed gives the same numbers
 * and the same draws; the rest of each case goes in its own order, several cases beside each other, and mergers when
 * their parents have a number.
 */
async function live(due: readonly Due[], day: LocalDate, runs: readonly CaseRun[]): Promise<void> {
  const order = (one: Due, other: Due): number => one.run.plan.index - other.run.plan.index;
  const turns = new Turns();
  for (const { run } of due.filter(({ planned }) => REPLIES.has(planned.act)).toSorted(order))
    run.signInTurn = signing(run, turns.next(run.cast.tenant));
  const isNumbering = ({ planned }: Due): boolean => planned.act === 'register';
  const isSubmitting = ({ planned }: Due): boolean => planned.act === 'submit';
  await beside(byCase(due.filter(isSubmitting)), day, runs);
  await beside(byTenant(due.filter(isNumbering).toSorted(order)), day, runs);
  await beside(byCase(due.filter((each) => !isNumbering(each) && !isSubmitting(each))), day, runs);
}

/** Whether a reply is looked back at depends on the draws before it: the next is signed when this one is drawn. */
function signing(run: CaseRun, turn: Turn): Turn {
  return (sign) =>
    turn(async () => {
      const signed = await sign();
      await untilDrawn(run);
      return signed;
    });
}

function byCase(due: readonly Due[]): readonly (readonly Due[])[] {
  return [...Map.groupBy(due, ({ run }) => run.plan.index).values()];
}

function byTenant(due: readonly Due[]): readonly (readonly Due[])[] {
  return [...Map.groupBy(due, ({ run }) => run.cast.tenant).values()];
}

/** Rows of acts beside each other, the acts of one row one after the other. */
async function beside(
  rows: readonly (readonly Due[])[],
  day: LocalDate,
  runs: readonly CaseRun[],
): Promise<void> {
  const waiting = [...rows];
  const worker = async (): Promise<void> => {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
      for (const { run, planned } of row) await act(run, planned, day, runs);
    }
  };
  await Promise.all(Array.from({ length: BESIDE }, worker));
}

async function act(
  run: CaseRun,
  { act: name }: PlannedAct,
  day: LocalDate,
  runs: readonly CaseRun[],
): Promise<void> {
  try {
    await ACTS[name](run, day, runs);
  } catch (error) {
    const { tenant } = run.cast;
    throw new Error(`${day} ${tenant} ${name} of “${run.plan.suggestion.title}” (plan ${run.plan.index})`, {
      cause: error,
    });
  }
}
