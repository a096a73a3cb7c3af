import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import { execute, rows } from '@huiyin/postgres/query';
import type { IssuedMark, KeptDelivery, KeptDraft, KeptReply, KeptSupplement } from '../app/ports.ts';

// One reply a round; no share sees more rounds.
const MOST_REPLIES = 50;

export async function saveDraft(tx: Tx, tenant: string, draft: KeptDraft): Promise<void> {
  await execute(
    tx,
    `insert into reply (tenant, id, assignment_id, round, content, text_hash) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant, id) do update set content = excluded.content, text_hash = excluded.text_hash`,
    [tenant, draft.id, draft.assignmentId, draft.round, JSON.stringify(draft.draft), draft.textHash],
  );
}

export async function markIssued(tx: Tx, tenant: string, issued: IssuedMark): Promise<void> {
  await execute(
    tx,
    'update reply set letter_number = $3, issued_on = $4, signed_by = $5 where tenant = $1 and id = $2',
    [tenant, issued.id, issued.letterNumber, issued.issuedOn, issued.signedBy],
  );
}

export async function keepSupplement(tx: Tx, tenant: string, supplement: KeptSupplement): Promise<void> {
  const { id, replyId, resultClass, why, text, supplementedOn } = supplement;
  await execute(
    tx,
    `insert into reply_supplement (tenant, id, reply_id, result_class, why, content, supplemented_on)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tenant, id, replyId, resultClass, why, text, supplementedOn],
  );
}

export async function keepDelivery(tx: Tx, tenant: string, delivery: KeptDelivery): Promise<void> {
  const { replyId, suggestionId, deputyId, isLead, method, deliveredOn } = delivery;
  await execute(
    tx,
    `insert into reply_delivery (tenant, reply_id, suggestion_id, deputy_id, is_lead, method, delivered_on)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tenant, replyId, suggestionId, deputyId, isLead, method, deliveredOn],
  );
}

interface ReplyRow extends KeptDraft {
  readonly letterNumber: string | null;
  readonly issuedOn: LocalDate | null;
  readonly signedBy: string | null;
  readonly supplements: KeptReply['supplements'];
  readonly deliveries: KeptReply['deliveries'];
}

const REPLY = `select r.id, r.assignment_id as "assignmentId", r.round, r.content as draft,
    r.text_hash as "textHash", r.letter_number as "letterNumber", r.issued_on::text as "issuedOn",
    r.signed_by as "signedBy",
    coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'resultClass', s.result_class, 'why', s.why,
        'text', s.content, 'supplementedOn', s.supplemented_on) order by s.supplemented_on, s.id)
      from reply_supplement s where s.tenant = r.tenant and s.reply_id = r.id), '[]'::jsonb) as supplements,
    coalesce((select jsonb_agg(jsonb_build_object('deputyId', d.deputy_id, 'suggestionId', d.suggestion_id,
        'isLead', d.is_lead, 'method', d.method, 'deliveredOn', d.delivered_on)
        order by d.suggestion_id, d.deputy_id)
      from reply_delivery d where d.tenant = r.tenant and d.reply_id = r.id), '[]'::jsonb) as deliveries
  from reply r`;

export async function reply(tx: Tx, tenant: string, replyId: string): Promise<KeptReply | undefined> {
  const [row] = await rows<ReplyRow>(tx, `${REPLY} where r.tenant = $1 and r.id = $2`, [tenant, replyId]);
  return row && keptReply(row);
}

/** Newest round first. */
export async function repliesOf(tx: Tx, tenant: string, shareId: string): Promise<readonly KeptReply[]> {
  const found = await rows<ReplyRow>(
    tx,
    `${REPLY} where r.tenant = $1 and r.assignment_id = $2 order by r.round desc limit $3`,
    [tenant, shareId, MOST_REPLIES],
  );
  return found.map(keptReply);
}

function keptReply({ letterNumber, issuedOn, signedBy, ...row }: ReplyRow): KeptReply {
  const signed = letterNumber !== null && issuedOn !== null && signedBy !== null;
  return { ...row, issued: signed ? { letterNumber, issuedOn, signedBy } : undefined };
}
