import type { EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import type { CaseFile } from '../domain/case-file.ts';
import { handlingShares } from '../domain/stage.ts';
import { foldCase } from '../domain/fold.ts';
import type { ArchivePorts } from './ports.ts';

type Ports = Pick<ArchivePorts, 'facts' | 'files' | 'reference' | 'uses'>;

/**
 * Files a fact and folds the case anew. Of events that belong to no case only those of a meeting are kept, a 交办会 of
 * many cases: its record names files that must stay.
 */
export function keepFact(ports: Ports) {
  return async (event: EventEnvelope, tx: Tx, open: OpenAnother): Promise<void> => {
    const caseId = event.payload['suggestionId'];
    if (typeof caseId !== 'string' || caseId === '') return keepOutsideCase(ports, event, tx, open);
    // Facts of two services arrive side by side; without the lock the later fold would not see the other's fact.
    await open(caseId);
    await ports.facts.keep(tx, caseId, event);
    const file = await refold(ports, tx, { tenant: event.tenant, caseId, at: event.occurredAt });
    await keepUses(ports, tx, event, file);
  };
}

/** Under the meeting's own id, which is its stream; no case file comes of it. */
async function keepOutsideCase(ports: Ports, event: EventEnvelope, tx: Tx, open: OpenAnother): Promise<void> {
  if (event.service !== 'meeting' || !event.type.startsWith('meeting-')) return;
  await open(event.stream);
  await ports.facts.keep(tx, event.stream, event);
  const facts = await ports.facts.ofCase(tx, event.tenant, event.stream);
  await keepUses(ports, tx, event, foldCase(event.stream, facts));
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
  const names: string[] = [];
  for (const { unitId } of handlingShares(file)) {
    names.push((await ports.reference.unit(tx, unitId))?.name ?? '');
  }
  await ports.files.save(tx, which.tenant, file, names, which.at);
  return file;
}
