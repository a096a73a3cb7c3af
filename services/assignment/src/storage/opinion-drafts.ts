import type { Tx } from '@huiyin/kernel/tx';
import { execute, rows } from '@huiyin/postgres/query';
import type { KeptOpinionDraft } from '../app/ports.ts';
import type { OpinionWords } from '../domain/opinion-words.ts';

export async function saveOpinionDraft(tx: Tx, tenant: string, draft: KeptOpinionDraft): Promise<void> {
  await execute(
    tx,
    `insert into co_opinion_draft (tenant, assignment_id, opinion, facts, commitments, result_class)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant, assignment_id) do update
     set opinion = excluded.opinion, facts = excluded.facts, commitments = excluded.commitments,
       result_class = excluded.result_class`,
    [
      ...[tenant, draft.assignmentId, draft.opinion, draft.facts],
      ...[JSON.stringify(draft.commitments), draft.resultClass],
    ],
  );
}

/** Once it is signed: the opinion itself stands in the case. */
export async function dropOpinionDraft(tx: Tx, tenant: string, shareId: string): Promise<void> {
  await execute(tx, 'delete from co_opinion_draft where tenant = $1 and assignment_id = $2', [
    tenant,
    shareId,
  ]);
}

export async function opinionDraft(
  tx: Tx,
  tenant: string,
  shareId: string,
): Promise<OpinionWords | undefined> {
  const [row] = await rows<OpinionWords>(
    tx,
    `select opinion, facts, commitments, result_class as "resultClass"
     from co_opinion_draft where tenant = $1 and assignment_id = $2`,
    [tenant, shareId],
  );
  return row;
}
