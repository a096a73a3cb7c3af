import type { RulePack } from '@huiyin/calendar/rule-pack';
import { systemActor } from '@huiyin/kernel/actor';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import { dateOf, momentOf } from '../domain/moment.ts';
import type { CalendarStore, LoadedCase, ReferenceFacts, ReviewedCase, SupervisionPorts } from './ports.ts';
import { referencesFor, type DatesAndRules } from './references.ts';
import { factsAt, nextInstant, stepAt, type Step } from './settle-case.ts';

/** What became of some due cases in one transaction. */
export interface Settled {
  /** Those that nobody else held: each took its step, or had nothing due any more, or failed. */
  readonly taken: readonly string[];
  /** Those that could not take it, and why; they are as they were. */
  readonly failed: ReadonlyMap<string, unknown>;
}

/**
 * Fires the next due instant of each of some cases in one transaction, leaving out those that another replica or a
 * command holds just now. Whatever the database refuses is thrown and nothing is written.
 */
export async function settleCases(
  ports: SupervisionPorts,
  tenant: string,
  caseIds: readonly string[],
  now: Date,
): Promise<Settled> {
  const by = { tenant, actor: systemActor('supervision'), at: now };
  return ports.uow.actOnFree(by, caseIds, async (tx, streams) => {
    const taken = streams.map(({ id }) => id);
    const loaded = await ports.cases.loadAll(tx, tenant, taken);
    const known = remembering(ports);
    const failed = new Map<string, unknown>();
    const reviewed: ReviewedCase[] = [];
    for (const stream of streams) {
      const step = await nextStep(known, tx, { tenant, loaded: loaded.get(stream.id), now });
      if (step === undefined) continue;
      if (step instanceof Failure) {
        failed.set(stream.id, step.cause);
        continue;
      }
      await stream.append(...step.events);
      reviewed.push({ caseId: stream.id, ...step });
    }
    await ports.cases.save(tx, tenant, reviewed);
    return { taken, failed };
  });
}

class Failure {
  readonly cause: unknown;
  constructor(cause: unknown) {
    this.cause = cause;
  }
}

/** Undefined when nothing is due any more. */
async function nextStep(
  known: DatesAndRules,
  tx: Tx,
  { tenant, loaded, now }: { tenant: string; loaded: LoadedCase | undefined; now: Date },
): Promise<Step | Failure | undefined> {
  const at = loaded && nextInstant(loaded);
  if (loaded === undefined || at === undefined || at > momentOf(now).at) return undefined;
  const moment = momentOf(dateOf(at));
  const references = await referencesFor(known, tx, { tenant, facts: factsAt(loaded, at), moment });
  if (references === undefined) return new Failure(new WaitsForReferences(loaded.file.caseId));
  try {
    return stepAt(loaded, at, references);
  } catch (error) {
    return new Failure(error);
  }
}

/** Directory has not been heard of its calendar, or of a rule pack the case runs by. */
export class WaitsForReferences extends Error {
  constructor(caseId: string) {
    super(`case ${caseId} waits for rule pack or calendar`);
  }
}

/** The same facts asked for once, for the many cases of one transaction. */
function remembering({ reference, calendars }: SupervisionPorts): DatesAndRules {
  const packs = new Map<string, Promise<RulePack | undefined>>();
  const inForce = new Map<LocalDate, ReturnType<ReferenceFacts['rulePackAt']>>();
  let versions: ReturnType<CalendarStore['versions']> | undefined;
  return {
    calendars: {
      versions: (tx, tenant) => (versions ??= calendars.versions(tx, tenant)),
      read: calendars.read,
    },
    reference: {
      rulePackAt: (tx, day) => remembered(inForce, day, () => reference.rulePackAt(tx, day)),
      rulePack: (tx, version) => remembered(packs, version, () => reference.rulePack(tx, version)),
    },
  };
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, ask: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const asked = ask();
  known.set(key, asked);
  return asked;
}
