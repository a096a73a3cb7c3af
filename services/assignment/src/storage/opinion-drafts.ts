import type { Tx } from '@huiyin/kernel/tx';
import { execute, rows } from '@huiyin/postgres/query';
import type { KeptOpinionDraft } from '../app/ports.ts';

export async function saveOpinionDraft(tx: Tx, tenant: string, draft: KeptOpinionDraft): Promise<void> {
  await execute(
    tx,
    `insert into co_opinion_draft (tenant, assignment_id, opinion) values ($1, $2, $3)
     on conflict (tenant, assignment_id) do update set opinion = excluded.opinion`,
    [tenant, draft.assignmentId, draft.opinion],
  );
}

/** Once it is signed: the opinion itself stands in the case. */
export async function dropOpinionDraft(tx: Tx, tenant: string, shareId: string): Promise<void> {
  await execute(tx, 'delete from co_opinion_draft where tenant = $1 and assignment_id = $2', [
    tenant,
    shareId,
  ]);
}

export async function opinionDraft(tx: Tx, tenant: string, shareId: string): Promise<string | undefined> {
  const [row] = await rows<{ readonly opinion: string }>(
    tx,
    'select opinion from co_opinion_draft where tenant = $1 and assignment_id = $2',
    [tenant, shareId],
  );
  return row?.opinion;
}
