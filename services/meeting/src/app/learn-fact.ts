import { localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import { emptyFile, learn, type CaseFile } from '../domain/case-file.ts';
import type { RulesInForce } from '../domain/clock-fact.ts';
import type { MeetingEvent } from '../domain/events.ts';
import type { Fact } from '../domain/facts.ts';
import { decideLookBack, undrawnReplies } from '../domain/follow-up.ts';
import { record } from './change-file.ts';
import type { MeetingPorts } from './ports.ts';
import { rulesKept } from './rules-kept.ts';

/** Where and when another service's fact about one case arrives. */
export interface ForeignFact {
  readonly tx: Tx;
  readonly open: OpenAnother;
  readonly tenant: string;
  readonly suggestionId: string;
  /** When it happened, in business time. */
  readonly at: Date;
}

/** Keeps a fact, whatever else is known yet, and decides what follows: the draw of a look-back, meetings without reason. */
export function learnFact(ports: MeetingPorts) {
  return async (where: ForeignFact, fact: Fact): Promise<void> => {
    const { tx, tenant, suggestionId } = where;
    const stream = await where.open(suggestionId);
    const stored = await ports.files.load(tx, tenant, suggestionId);
    const today = localDateOf(where.at);
    const file = learn(stored?.file ?? emptyFile(suggestionId, suggestionId), fact);
    const rules = await rulesKept(ports.reference, tx, { file, today });
    // Redelivered until directory's fact is here.
    if (rules === undefined)
      throw new Error(`the rules of case ${suggestionId} of ${tenant} are not known yet`);
    const events = await drawLookBacks(ports, where, file, rules);
    await record(ports, { tx, stream, tenant }, { before: stored?.file, file, events, today, rules });
  };
}

/** One draw a reply, counted in the year in which it was issued. */
async function drawLookBacks(
  ports: MeetingPorts,
  { tx, tenant }: ForeignFact,
  file: CaseFile,
  rules: RulesInForce,
): Promise<readonly MeetingEvent[]> {
  const events: MeetingEvent[] = [];
  for (const issued of undrawnReplies(file)) {
    const reply = { ...issued, seed: ports.seedOf(tenant, file, issued) };
    const year = yearOf(reply.issuedOn);
    const outcome = decideLookBack(reply, await ports.quotas.lock(tx, tenant, year), rules);
    await ports.quotas.save(tx, tenant, year, outcome.quota);
    events.push(outcome.event);
  }
  return events;
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
