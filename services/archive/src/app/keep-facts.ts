import type { EventBatch, EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { BatchReaction } from '@huiyin/kernel/unit-of-work';
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
  return async (events: EventBatch, tx: Tx, streams): Promise<void> => {
    const filed = Map.groupBy(events.filter(isFiled), filedUnder);
    // Facts of two services arrive side by side; without the lock the later fold would not see the other's fact.
    await streams.lock([...filed.keys()]);
    for (const [id, facts] of filed) {
      const [first, ...others] = facts;
      if (first !== undefined) await keepUnder(ports, tx, id, [first, ...others]);
    }
  };
}

/** Of a meeting that belongs to no case, no case file comes. */
async function keepUnder(ports: Ports, tx: Tx, id: string, facts: EventBatch): Promise<void> {
  const last = facts.at(-1) ?? facts[0];
  const file = foldCase(id, await ports.facts.keep(tx, id, facts));
  if (caseOf(last) !== '') await saveFile(ports, tx, last, file);
  await keepUses(ports, tx, last, file);
}

function isFiled(event: EventEnvelope): boolean {
  return caseOf(event) !== '' || (event.service === 'meeting' && event.type.startsWith('meeting-'));
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

async function saveFile(
  { reference, files }: Ports,
  tx: Tx,
  { tenant, occurredAt }: EventEnvelope,
  file: CaseFile,
): Promise<void> {
  const unitIds = handlingShares(file).map(({ unitId }) => unitId);
  await files.save(tx, tenant, file, await reference.unitNames(tx, unitIds), occurredAt);
}

async function keepUses(ports: Ports, tx: Tx, event: EventEnvelope, file: CaseFile): Promise<void> {
  const named = new Map(
    file.attachments.map(({ attachmentId, part }) => [`${part} ${attachmentId}`, { attachmentId, part }]),
  );
  const { service, recordedAt: at } = event;
  await ports.uses.replace(tx, event.tenant, { caseId: file.caseId, service, at }, [...named.values()]);
}
