import { systemActor } from '@huiyin/kernel/actor';
import { MAX_ATTACHMENT_BYTES } from '../domain/attachment-content.ts';
import { CHUNK_BYTES } from './attachment-chunks.ts';
import type { ArchivePorts } from './ports.ts';

type Ports = Pick<ArchivePorts, 'uow' | 'attachments' | 'scanner' | 'clock'>;

/** Files scanned in one round, one after the other. */
const ROUND_FILES = 20;
/** How long a file waits after a scan that gave no verdict. */
const RETRY_MS = 30_000;

/** Has waiting files scanned. One without a verdict keeps waiting; nobody can download it meanwhile. */
export function scanAttachments(ports: Ports) {
  return async (tenant: string, at: Date): Promise<void> => {
    const { scanner } = ports;
    if (scanner === undefined) return;
    const now = ports.clock.now();
    const ids = await ports.uow.read(tenant, (tx) => ports.attachments.toScan(tx, tenant, now, ROUND_FILES));
    const failures: unknown[] = [];
    for (const attachmentId of ids) {
      const bytes = await bytesOf(ports, { tenant, attachmentId });
      const verdict = await scanner.scan(bytes).catch((error: unknown) => {
        failures.push(error);
        return undefined;
      });
      // The bytes were read and scanned outside of any transaction; only the verdict is written in one.
      await ports.uow.act({ tenant, at, actor: systemActor('archive') }, attachmentId, (tx) =>
        verdict === undefined
          ? ports.attachments.putOff(tx, tenant, attachmentId, new Date(now.getTime() + RETRY_MS))
          : ports.attachments.judge(tx, tenant, attachmentId, { scan: verdict, scannedBy: scanner.name }),
      );
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} files were not scanned`);
  };
}

async function bytesOf(
  ports: Ports,
  { tenant, attachmentId }: { tenant: string; attachmentId: string },
): Promise<Buffer> {
  const limit = Math.ceil(MAX_ATTACHMENT_BYTES / CHUNK_BYTES);
  const chunks = await ports.uow.read(tenant, (tx) =>
    ports.attachments.chunks(tx, tenant, { attachmentId, from: 0, limit }),
  );
  return Buffer.concat(chunks);
}
