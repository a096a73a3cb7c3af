import type { EventBatch, EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { BatchReaction, OpenAnother } from '@huiyin/kernel/unit-of-work';
import type { CaseFile } from '../domain/case-file.ts';
import { handlingShares } from '../domain/stage.ts';
import { foldCase } from '../domain/fold.ts';
import type { ArchivePorts } from './ports.ts';

type Ports = Pick<ArchivePorts, 'facts' | 'files' | 'reference' | 'uses'>;

/**
 * Files facts and folds the cases they belong to anew, once for all of them. Of events that belong to no case only those
 * of a meeting are kept, a 交办会 of many cases: its record names files that must stay.
 */
export function keepFacts(ports: Ports): BatchReaction {
  return async (events: EventBatch, tx: Tx, because): Promise<void> => {
    // Sorted, so that two transactions about the same cases lock them in the same order.
    const filed = [...Map.groupBy(events, filedUnder)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [id, facts] of filed) {
      const last = facts.at(-1);
      if (last === undefined) continue;
      if (caseOf(last) === '') await keepOutsideCase(ports, facts, tx, because(last));
      else await keepInCase(ports, { caseId: id, facts, last }, tx, because(last));
    }
  };
}

/** The case that an event is about, or else its own stream. */
function filedUnder(event: EventEnvelope): string {
  return caseOf(event) || event.stream;
}

/** '' when the event belongs to no case. */
function caseOf({ payload }: EventEnvelope): string {
  const caseId = payload['suggestionId'];
  return typeof caseId === 'string' ? caseId : '';
}

async function keepInCase(
  ports: Ports,
  told: { readonly caseId: string; readonly facts: readonly EventEnvelope[]; readonly last: EventEnvelope },
  tx: Tx,
  open: OpenAnother,
): Promise<void> {
  const { caseId, facts, last } = told;
  // Facts of two services arrive side by side; without the lock the later fold would not see the other's fact.
  await open(caseId);
  for (const fact of facts) await ports.facts.keep(tx, caseId, fact);
  const file = await refold(ports, tx, { tenant: last.tenant, caseId, at: last.occurredAt });
  await keepUses(ports, tx, last, file);
}

/** Under the meeting's own id, which is its stream; no case file comes of it. */
async function keepOutsideCase(
  ports: Ports,
  events: readonly EventEnvelope[],
  tx: Tx,
  open: OpenAnother,
): Promise<void> {
  const ofMeetings = events.filter(
    ({ service, type }) => service === 'meeting' && type.startsWith('meeting-'),
  );
  const last = ofMeetings.at(-1);
  if (last === undefined) return;
  await open(last.stream);
  for (const event of ofMeetings) await ports.facts.keep(tx, last.stream, event);
  const facts = await ports.facts.ofCase(tx, last.tenant, last.stream);
  await keepUses(ports, tx, last, foldCase(last.stream, facts));
}

async function keepUses(ports: Ports, tx: Tx, event: EventEnvelope, file: CaseFile): Promise<void> {
  const named = new Map(
    file.attachments.map(({ attachmentId, part }) => [`${part} ${attachmentId}`, { attachmentId, part }]),
  );
  const { service, recordedAt: at } = event;
  await ports.uses.replace(tx, event.tenant, { caseId: file.caseId, service, at }, [...named.values()]);
}

/** Folds a case from all its facts and saves the file. */
async function refold(
  ports: Ports,
  tx: Tx,
  which: { readonly tenant: string; readonly caseId: string; readonly at: Date },
): Promise<CaseFile> {
  const file = foldCase(which.caseId, await ports.facts.ofCase(tx, which.tenant, which.caseId));
  const unitIds = handlingShares(file).map(({ unitId }) => unitId);
  const names = await ports.reference.unitNames(tx, unitIds);
  await ports.files.save(tx, which.tenant, file, names, which.at);
  return file;
}
