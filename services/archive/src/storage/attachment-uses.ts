import type { Tx } from '@huiyin/kernel/tx';
import { execute, rows } from '@huiyin/postgres/query';
import type { AttachmentUses, NamedAttachment, NamingFact } from '../app/ports.ts';
import type { AttachmentPart, AttachmentUse } from '../domain/attachment.ts';

/** A case names a few dozen files, a file is named by a few cases. */
const MAX_USES = 1_000;

/** Table `attachment_use`: which part of which case names a file. */
export const attachmentUses: AttachmentUses = {
  replace,
  async casesOf(tx, tenant, attachmentId) {
    const found = await rows<{ case_id: string; part: AttachmentPart }>(
      tx,
      `select case_id, part from attachment_use where tenant = $1 and attachment_id = $2
       order by case_id, part limit $3`,
      [tenant, attachmentId, MAX_USES],
    );
    return found.map(({ case_id: caseId, part }) => ({ caseId, part }));
  },
  ofCase(tx, tenant, caseId) {
    return rows<NamedAttachment>(
      tx,
      `select id as "attachmentId", name, media_type as "mediaType", size_bytes as "sizeBytes", part
       from attachment_use join attachment on attachment.tenant = attachment_use.tenant and id = attachment_id
       where attachment_use.tenant = $1 and case_id = $2 order by part desc, stored_at, id limit $3`,
      [tenant, caseId, MAX_USES],
    );
  },
};

async function replace(
  tx: Tx,
  tenant: string,
  which: NamingFact,
  uses: readonly AttachmentUse[],
): Promise<void> {
  const before = await rows<AttachmentUse>(
    tx,
    `select attachment_id as "attachmentId", part from attachment_use where tenant = $1 and case_id = $2
     order by 1, 2 limit $3`,
    [tenant, which.caseId, MAX_USES],
  );
  const gone = without(before, uses);
  const added = without(uses, before);
  if (gone.length > 0 || added.length > 0) await change(tx, tenant, which, { gone, added });
  await settleClaims(tx, tenant, which, uses);
}

async function change(
  tx: Tx,
  tenant: string,
  which: NamingFact,
  { gone, added }: { readonly gone: readonly AttachmentUse[]; readonly added: readonly AttachmentUse[] },
): Promise<void> {
  const ids = [...new Set([...gone, ...added].map(({ attachmentId }) => attachmentId))].toSorted();
  // Locked in one order, and before the statement that asks for the uses: it must see those of a case settled meanwhile.
  await rows(tx, 'select id from attachment where tenant = $1 and id = any($2) order by id for update', [
    tenant,
    ids,
  ]);
  for (const { attachmentId, part } of gone)
    await execute(
      tx,
      'delete from attachment_use where tenant = $1 and attachment_id = $2 and case_id = $3 and part = $4',
      [tenant, attachmentId, which.caseId, part],
    );
  for (const { attachmentId, part } of added)
    await execute(
      tx,
      'insert into attachment_use (tenant, attachment_id, case_id, part) values ($1, $2, $3, $4)',
      [tenant, attachmentId, which.caseId, part],
    );
  await execute(
    tx,
    `update attachment set unnamed_since = case when exists (
         select 1 from attachment_use where attachment_use.tenant = $1 and attachment_id = attachment.id
       ) then null else coalesce(unnamed_since, $3) end
     where tenant = $1 and id = any($2)`,
    [tenant, ids, which.at],
  );
}

/** What the service was told it may name before this fact is named by now, or will not be. */
async function settleClaims(
  tx: Tx,
  tenant: string,
  { service, at }: NamingFact,
  uses: readonly AttachmentUse[],
): Promise<void> {
  if (uses.length === 0) return;
  await execute(
    tx,
    `with settled as (
       select id from attachment
       where tenant = $1 and id = any($2) and (claimed ->> $3)::timestamptz <= $4 order by id for update
     )
     update attachment set claimed = claimed - $3::text from settled
     where attachment.tenant = $1 and attachment.id = settled.id`,
    [tenant, uses.map(({ attachmentId }) => attachmentId), service, at],
  );
}

function without(uses: readonly AttachmentUse[], others: readonly AttachmentUse[]): AttachmentUse[] {
  const known = new Set(others.map(({ attachmentId, part }) => `${attachmentId} ${part}`));
  return uses.filter(({ attachmentId, part }) => !known.has(`${attachmentId} ${part}`));
}
