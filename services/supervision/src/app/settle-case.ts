import { systemActor } from '@huiyin/kernel/actor';
import type { NewEvent } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenStream } from '@huiyin/kernel/unit-of-work';
import { fileAfter, type CaseFile, type Review } from '../domain/case-file.ts';
import type { CaseFact, RecordedFact } from '../domain/fact.ts';
import { dateOf, earliest, later, momentOf, type Instant, type Moment } from '../domain/moment.ts';
import { reviewCase } from '../domain/review-case.ts';
import type { References, Watch } from '../domain/watch.ts';
import type { LoadedCase, SupervisionPorts } from './ports.ts';
import { referencesFor } from './references.ts';

/** A case under the lock of its stream. */
export interface OpenCase {
  readonly tx: Tx;
  readonly stream: OpenStream;
  readonly tenant: string;
  readonly caseId: string;
}

/** Transitions of one case in one sweep; more means a rule that never comes to rest. */
export const MAX_STEPS = 2_000;

/**
 * Fires everything due in a case up to `now`, each at its own instant and in order, as if nobody had been late: at one
 * instant first what time and a new calendar do, then the facts that happened then. Each step is a transaction of its own that reads
 * again under the lock, so replicas may do this at once. Answers false when directory's facts are still missing.
 */
export async function settleCase(
  ports: SupervisionPorts,
  which: { tenant: string; caseId: string },
  now: Date,
  first?: Instant,
): Promise<boolean> {
  const limit = momentOf(now).at;
  let at =
    first ??
    (await ports.uow.read(which.tenant, async (tx) =>
      nextInstant(await ports.cases.load(tx, which.tenant, which.caseId)),
    ));
  for (let step = 0; step < MAX_STEPS; step += 1) {
    if (at === undefined || at > limit) return true;
    const next = await settleStep(ports, which, at);
    if (next === 'waits') return false;
    at = next;
  }
  throw new Error(`case ${which.caseId} does not come to rest before ${limit}`);
}

/** One step; answers the instant of the next. A step that another replica has done already does nothing. */
async function settleStep(
  ports: SupervisionPorts,
  { tenant, caseId }: { tenant: string; caseId: string },
  at: Instant,
): Promise<Instant | undefined | 'waits'> {
  const by = { tenant, actor: systemActor('supervision'), at: dateOf(at) };
  let next: Instant | undefined | 'waits';
  await ports.uow.act(by, caseId, async (tx, stream) => {
    const loaded = await ports.cases.load(tx, tenant, caseId);
    next = nextInstant(loaded);
    if (next !== at) return;
    const facts = factsAt(loaded, at);
    const moment = momentOf(dateOf(at));
    const references = await referencesFor(ports, tx, { tenant, facts, moment });
    if (references === undefined) {
      next = 'waits';
      return;
    }
    const step = stepAt(loaded, at, references);
    await stream.append(...step.events);
    await ports.cases.save(tx, tenant, [{ caseId, ...step }]);
    next = step.next;
  });
  return next;
}

/** What the instant at which a case changes brings. */
export interface Step {
  readonly review: Review;
  readonly moment: Moment;
  readonly events: readonly NewEvent[];
  /** Facts that waited until now are decided up to here; undefined when time alone acted. */
  readonly settlesUntil: Instant | undefined;
  /** The instant of the case's next change. */
  readonly next: Instant | undefined;
}

/** Decides a case's own next instant. Pure. */
export function stepAt(loaded: LoadedCase, at: Instant, references: References): Step {
  const moment = momentOf(dateOf(at));
  const byTime = transitionDue(loaded.file.watches.values(), at);
  const file = { ...loaded.file, facts: factsAt(loaded, at) };
  const review = reviewCase(file, [], references, moment);
  const unsettled = byTime ? loaded.unsettled : loaded.unsettled.filter((fact) => fact.at > at);
  return {
    review,
    moment,
    events: review.events.map((event) => happenedAt(event, moment)),
    settlesUntil: byTime ? undefined : at,
    next: nextInstant({
      file: fileAfter(loaded.file, review),
      unsettled,
      settledUntil: at,
      laterCalendars: loaded.laterCalendars.filter(({ version }) => version > review.calendarVersion),
    }),
  };
}

/** The facts a case is decided by at its next instant: at one instant first time acts, then what happened then. */
export function factsAt(loaded: LoadedCase, at: Instant): readonly RecordedFact[] {
  const { facts, watches } = loaded.file;
  if (transitionDue(watches.values(), at)) return facts;
  return [...facts, ...loaded.unsettled.filter((fact) => fact.at <= at)];
}

/**
 * Reviews a case and writes what came of it. Undefined, with nothing written, while directory's facts are missing.
 * `moment` must not lie before what is settled; `momentFor` makes it so.
 */
export async function decide(
  ports: SupervisionPorts,
  open: OpenCase,
  change: {
    readonly file: CaseFile;
    /** Facts of others that the case did not have yet. */
    readonly arriving: readonly RecordedFact[];
    /** Facts that supervision itself decided. */
    readonly own: readonly CaseFact[];
    readonly moment: Moment;
  },
): Promise<Review | undefined> {
  const { tx, stream, tenant, caseId } = open;
  const { moment } = change;
  const file = { ...change.file, facts: [...change.file.facts, ...change.arriving] };
  const references = await referencesFor(ports, tx, { tenant, facts: file.facts, moment });
  if (references === undefined) return undefined;
  const review = reviewCase(file, change.own, references, moment);
  await stream.append(...review.events.map((event) => happenedAt(event, moment)));
  await ports.cases.save(tx, tenant, [{ caseId, review, moment, settlesUntil: undefined }]);
  return review;
}

/** A fact that came late is decided at the moment up to which the case is settled: its time never runs backward. */
export function happenedAt(event: NewEvent, { at }: Moment): NewEvent {
  return { ...event, occurredAt: dateOf(at) };
}

/** The moment of a decision: never behind what has been decided already, so that time alone lowers nothing. */
export function momentFor(loaded: LoadedCase, at: Date): Moment {
  const moment = momentOf(at);
  const { settledUntil } = loaded;
  return settledUntil === undefined || settledUntil <= moment.at ? moment : momentOf(dateOf(settledUntil));
}

/** Whether something earlier must be fired before a fact of this instant may be looked at. */
export function mustWait(loaded: LoadedCase, at: Instant): boolean {
  const imported = loaded.laterCalendars[0]?.since;
  if (loaded.unsettled.length > 0 || (imported !== undefined && imported <= at)) return true;
  return transitionDue(loaded.file.watches.values(), at);
}

/** When a case changes next by itself: never behind what is settled. */
export function nextInstant({
  file,
  unsettled,
  settledUntil,
  laterCalendars,
}: LoadedCase): Instant | undefined {
  const next = earliest([
    ...[...file.watches.values()].map((watch) => watch.nextChangeAt),
    ...unsettled.map((fact) => fact.at),
    laterCalendars[0]?.since,
  ]);
  return next === undefined || settledUntil === undefined ? next : later(next, settledUntil);
}

function transitionDue(watches: Iterable<Watch>, at: Instant): boolean {
  for (const { nextChangeAt } of watches) {
    if (nextChangeAt !== undefined && nextChangeAt <= at) return true;
  }
  return false;
}
