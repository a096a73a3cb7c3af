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

/** What a case names by now, and of what it will name that which the service of the fact has claimed. */
interface Standing {
  readonly before: readonly AttachmentUse[];
  readonly claimed: readonly string[];
}

/** Where nothing is to be changed, which is so with nearly every fact, one look is all it takes. */
async function replace(
  tx: Tx,
  tenant: string,
  which: NamingFact,
  uses: readonly AttachmentUse[],
): Promise<void> {
  const named = [...new Set(uses.map(({ attachmentId }) => attachmentId))];
  const { before, claimed } = await standing(tx, tenant, which, named);
  const gone = without(before, uses);
  const added = without(uses, before);
  const touched = new Set([...[...gone, ...added].map(({ attachmentId }) => attachmentId), ...claimed]);
  if (touched.size === 0) return;
  const ids = [...touched].toSorted();
  // Locked in one order, and before the statement that asks for the uses: it must see those of a case settled meanwhile.
  await rows(tx, 'select id from attachment where tenant = $1 and id = any($2) order by id for update', [
    tenant,
    ids,
  ]);
  await change(tx, tenant, which, { gone, added, named, ids });
}

async function standing(
  tx: Tx,
  tenant: string,
  { caseId, service, at }: NamingFact,
  named: readonly string[],
): Promise<Standing> {
  const found = await rows<{ attachmentId: string; part: AttachmentPart | null }>(
    tx,
    `(select attachment_id as "attachmentId", part from attachment_use where tenant = $1 and case_id = $2 limit $6)
     union all
     select id, null from attachment
     where tenant = $1 and id = any($3) and (claimed ->> $4)::timestamptz <= $5`,
    [tenant, caseId, named, service, at, MAX_USES],
  );
  return {
    before: found.flatMap(({ attachmentId, part }) => (part === null ? [] : [{ attachmentId, part }])),
    claimed: found.flatMap(({ attachmentId, part }) => (part === null ? [attachmentId] : [])),
  };
}

interface Change {
  readonly gone: readonly AttachmentUse[];
  readonly added: readonly AttachmentUse[];
  /** Files that the case names from now on. */
  readonly named: readonly string[];
  /** Files of which something changes. */
  readonly ids: readonly string[];
}

/**
 * Uses come and go, and a file is unnamed from when neither this case nor another names it. What the service was told it
 * may name before this fact is named by now, or will not be.
 */
async function change(
  tx: Tx,
  tenant: string,
  { caseId, service, at }: NamingFact,
  { gone, added, named, ids }: Change,
): Promise<void> {
  await execute(
    tx,
    `with gone as (
       delete from attachment_use using unnest($3::text[], $4::text[]) as told(id, named_in)
       where tenant = $1 and case_id = $2 and attachment_id = told.id and part = told.named_in
     ), added as (
       insert into attachment_use (tenant, attachment_id, case_id, part)
       select $1, told.id, $2, told.named_in from unnest($5::text[], $6::text[]) as told(id, named_in)
     )
     update attachment set
       unnamed_since = case when id = any($7) or exists (
           select 1 from attachment_use
           where attachment_use.tenant = $1 and attachment_id = attachment.id and case_id <> $2
         ) then null else coalesce(unnamed_since, $9) end,
       claimed = case when id = any($7) and (claimed ->> $10)::timestamptz <= $9 then claimed - $10::text
         else claimed end
     where tenant = $1 and id = any($8)`,
    [tenant, caseId, ...columnsOf(gone), ...columnsOf(added), named, ids, at, service],
  );
}

function columnsOf(uses: readonly AttachmentUse[]): [string[], string[]] {
  return [uses.map(({ attachmentId }) => attachmentId), uses.map(({ part }) => part)];
}

function without(uses: readonly AttachmentUse[], others: readonly AttachmentUse[]): AttachmentUse[] {
  const known = new Set(others.map(({ attachmentId, part }) => `${attachmentId} ${part}`));
  return uses.filter(({ attachmentId, part }) => !known.has(`${attachmentId} ${part}`));
}
