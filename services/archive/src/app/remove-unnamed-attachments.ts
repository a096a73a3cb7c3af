import { systemActor } from '@huiyin/kernel/actor';
import { UNNAMED_KEPT_MS } from '../domain/attachment.ts';
import type { ArchivePorts } from './ports.ts';

/** Files removed in one round; more come in the next. */
const ROUND_FILES = 100;

/** Removes files that no case has named for a day, each under the lock that naming it would take. */
export function removeUnnamedAttachments(ports: Pick<ArchivePorts, 'uow' | 'attachments' | 'clock'>) {
  return async (tenant: string, at: Date): Promise<void> => {
    const before = new Date(ports.clock.now().getTime() - UNNAMED_KEPT_MS);
    const ids = await ports.uow.read(tenant, (tx) =>
      ports.attachments.unnamed(tx, tenant, before, ROUND_FILES),
    );
    for (const attachmentId of ids) {
      await ports.uow.act({ tenant, at, actor: systemActor('archive') }, attachmentId, async (tx, stream) => {
        const removed = await ports.attachments.remove(tx, tenant, attachmentId, before);
        if (removed === undefined) return;
        await stream.append({
          type: 'attachment-removed',
          payload: { attachmentId, sha256: removed.sha256 },
        });
      });
    }
  };
}
