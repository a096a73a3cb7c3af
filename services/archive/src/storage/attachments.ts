import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { AttachmentStore, NewAttachment } from '../app/ports.ts';
import type { Attachment } from '../domain/attachment.ts';

interface AttachmentRow {
  id: string;
  sha256: string;
  name: string;
  media_type: string;
  size_bytes: number;
  uploader_id: string;
  uploader_unit_id: string;
  scan: Attachment['scan'];
  scanned_by: string;
  stored_at: Date;
  unnamed_since: Date | null;
}

/** Asked again within this time, a service makes the same claim. */
const SAME_CLAIM = '1 minute';

const COLUMNS = `id, sha256, name, media_type, size_bytes, uploader_id, uploader_unit_id, scan, scanned_by, stored_at,
  unnamed_since`;

/** Tables `attachment` and `attachment_chunk`: files and their bytes. */
export const attachments: AttachmentStore = {
  add,
  async load(tx, tenant, attachmentId) {
    const row = await maybeRow<AttachmentRow>(
      tx,
      `select ${COLUMNS} from attachment where tenant = $1 and id = $2`,
      [tenant, attachmentId],
    );
    return row && attachmentOf(row);
  },
  async chunks(tx, tenant, which) {
    const found = await rows<{ bytes: Buffer }>(
      tx,
      `select bytes from attachment_chunk where tenant = $1 and attachment_id = $2 and position >= $3
       order by position limit $4`,
      [tenant, which.attachmentId, which.from, which.limit],
    );
    return found.map(({ bytes }) => bytes);
  },
  async toScan(tx, tenant, now, limit) {
    const found = await rows<{ id: string }>(
      tx,
      `select id from attachment where tenant = $1 and scan = 'pending' and scan_after <= $2
       order by scan_after, id limit $3`,
      [tenant, now, limit],
    );
    return found.map(({ id }) => id);
  },
  async judge(tx, tenant, attachmentId, verdict) {
    await execute(
      tx,
      `update attachment set scan = $3, scanned_by = $4 where tenant = $1 and id = $2 and scan = 'pending'`,
      [tenant, attachmentId, verdict.scan, verdict.scannedBy],
    );
  },
  async putOff(tx, tenant, attachmentId, until) {
    await execute(
      tx,
      `update attachment set scan_after = $3 where tenant = $1 and id = $2 and scan = 'pending'`,
      [tenant, attachmentId, until],
    );
  },
  async unnamed(tx, tenant, before, limit) {
    const found = await rows<{ id: string }>(
      tx,
      `select id from attachment where tenant = $1 and unnamed_since <= $2 and claimed = '{}'
       order by unnamed_since, id limit $3`,
      [tenant, before, limit],
    );
    return found.map(({ id }) => id);
  },
  remove,
  async claim(tx, tenant, attachmentId, { service, at }) {
    await execute(
      tx,
      `update attachment set claimed = claimed || jsonb_build_object($3::text, $4::text)
       where tenant = $1 and id = $2
         and coalesce((claimed ->> $3)::timestamptz + $5::interval < $4::timestamptz, true)`,
      [tenant, attachmentId, service, at.toISOString(), SAME_CLAIM],
    );
  },
};

async function add(tx: Tx, tenant: string, file: NewAttachment): Promise<void> {
  await execute(
    tx,
    `insert into attachment (tenant, id, sha256, name, media_type, size_bytes, uploader_id, uploader_unit_id, scan,
       scanned_by, scan_after, stored_at, unnamed_since)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $11)`,
    [
      tenant,
      file.attachmentId,
      file.sha256,
      file.name,
      file.mediaType,
      file.sizeBytes,
      file.uploaderId,
      file.uploaderUnitId,
      file.scan,
      file.scannedBy,
      file.storedAt,
    ],
  );
  for (const [position, bytes] of file.chunks.entries()) {
    await execute(
      tx,
      'insert into attachment_chunk (tenant, attachment_id, position, bytes) values ($1, $2, $3, $4)',
      [tenant, file.attachmentId, position, bytes],
    );
  }
}

/** Naming or claiming a file changes its row, so a removal that waited for it asks its condition again and finds it kept. */
async function remove(
  tx: Tx,
  tenant: string,
  attachmentId: string,
  before: Date,
): Promise<{ readonly sha256: string } | undefined> {
  const removed = await maybeRow<{ sha256: string }>(
    tx,
    `delete from attachment where tenant = $1 and id = $2 and unnamed_since <= $3 and claimed = '{}'
     returning sha256`,
    [tenant, attachmentId, before],
  );
  if (removed === undefined) return undefined;
  await execute(tx, 'delete from attachment_chunk where tenant = $1 and attachment_id = $2', [
    tenant,
    attachmentId,
  ]);
  return removed;
}

function attachmentOf(row: AttachmentRow): Attachment {
  return {
    attachmentId: row.id,
    sha256: row.sha256,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    uploaderId: row.uploader_id,
    uploaderUnitId: row.uploader_unit_id,
    scan: row.scan,
    scannedBy: row.scanned_by,
    storedAt: row.stored_at,
    unnamedSince: row.unnamed_since ?? undefined,
  };
}
