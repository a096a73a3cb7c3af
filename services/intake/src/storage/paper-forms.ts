import { rows } from '@huiyin/postgres/query';
import type { PaperForms, PaperReceipt } from '../app/ports.ts';

type Row = Omit<PaperReceipt, 'enteredAt'> & { readonly position: string; readonly enteredAt: Date };

/** Forms as they were submitted, and what became of each; the cursor is the event's position. */
export const paperForms: PaperForms = {
  list: async (tx, tenant, { for: reader, cursor, limit, contains, statuses }) => {
    const clerk = reader === 'offices' ? { personId: '', delegation: '' } : reader;
    const found = await rows<Row>(
      tx,
      `select e.position::text, e.payload ->> 'paperForm' as "formNumber", s.id as "suggestionId", s.title,
         s.lead_deputy_id as "leadDeputyId", coalesce(jsonb_array_length(e.payload -> 'cosignerIds'), 0) as cosigners,
         e.payload ->> 'paperSignedOn' as "signedOn",
         coalesce(e.payload ->> 'paperReceivedAt', '') as "receivedAt",
         e.occurred_at as "enteredAt", e.person_id as "enteredBy", s.status,
         coalesce(s.display_number, '') as "displayNumber"
       from event e join suggestion s on s.tenant = e.tenant and s.id = e.stream
       where e.tenant = $1 and e.type = 'suggestion-submitted' and e.payload ->> 'paperForm' <> ''
         and ($2 = '' or e.person_id = $2 or (s.lead_deputy_id = any(array(
             select m.person_id from reference_membership m where m.tenant = $1 and m.role = 'deputy'
               and m.delegation = $5 and m.delegation <> ''))
           and not coalesce((e.payload ->> 'authorConfidential')::boolean, false))) and ($3 = '' or e.position < $3::bigint)
         and ($6 = '' or strpos(e.payload ->> 'paperForm', $6) > 0 or strpos(s.title, $6) > 0)
         and (cardinality($7::text[]) = 0 or s.status = any($7))
       order by e.position desc limit $4`,
      [
        ...[tenant, clerk.personId, /^\d{1,18}$/.test(cursor) ? cursor : '', limit + 1, clerk.delegation],
        ...[contains, statuses],
      ],
    );
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      receipts: shown.map(({ position: _position, enteredAt, receivedAt, ...receipt }) => ({
        ...receipt,
        enteredAt: enteredAt.toISOString(),
        receivedAt: receivedAt === '' ? enteredAt.toISOString() : receivedAt,
      })),
      nextCursor: found.length > limit && last !== undefined ? last.position : '',
    };
  },
};
