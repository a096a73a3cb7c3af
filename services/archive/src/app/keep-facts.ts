import type { EventEnvelope, EventRun } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import type { CaseFile } from '../domain/case-file.ts';
import { handlingShares } from '../domain/stage.ts';
import { foldCase } from '../domain/fold.ts';
import type { ArchivePorts } from './ports.ts';

type Ports = Pick<ArchivePorts, 'facts' | 'files' | 'reference' | 'uses'>;

/**
 * Files facts of one stream and folds the cases they belong to anew, once for all of them. Of events that belong to no
 * case only those of a meeting are kept, a 交办会 of many cases: its record names files that must stay.
 */
export function keepFacts(ports: Ports) {
  return async (run: EventRun, tx: Tx, open: OpenAnother): Promise<void> => {
    // Sorted, so that two transactions about the same cases lock them in the same order.
    const byCase = [...Map.groupBy(run, caseOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [caseId, facts] of byCase) {
      if (caseId === '') await keepOutsideCase(ports, facts, tx, open);
      else if (isRun(facts)) await keepInCase(ports, { caseId, facts }, tx, open);
    }
  };
}

/** '' when the event belongs to no case. */
function caseOf({ payload }: EventEnvelope): string {
  const caseId = payload['suggestionId'];
  return typeof caseId === 'string' ? caseId : '';
}

async function keepInCase(
  ports: Ports,
  told: { readonly caseId: string; readonly facts: EventRun },
  tx: Tx,
  open: OpenAnother,
): Promise<void> {
  const { caseId, facts } = told;
  const last = facts.at(-1) ?? facts[0];
  // Facts of two services arrive side by side; without the lock the later fold would not see the other's fact.
  await open(caseId);
  const file = foldCase(caseId, await ports.facts.keep(tx, caseId, facts));
  const unitIds = handlingShares(file).map(({ unitId }) => unitId);
  const names = await ports.reference.unitNames(tx, unitIds);
  await ports.files.save(tx, last.tenant, file, names, last.occurredAt);
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
  if (!isRun(ofMeetings)) return;
  const last = ofMeetings.at(-1) ?? ofMeetings[0];
  await open(last.stream);
  await keepUses(ports, tx, last, foldCase(last.stream, await ports.facts.keep(tx, last.stream, ofMeetings)));
}

function isRun(events: readonly EventEnvelope[]): events is EventRun {
  return events.length > 0;
}

async function keepUses(ports: Ports, tx: Tx, event: EventEnvelope, file: CaseFile): Promise<void> {
  const named = new Map(
    file.attachments.map(({ attachmentId, part }) => [`${part} ${attachmentId}`, { attachmentId, part }]),
  );
  const { service, recordedAt: at } = event;
  await ports.uses.replace(tx, event.tenant, { caseId: file.caseId, service, at }, [...named.values()]);
}
