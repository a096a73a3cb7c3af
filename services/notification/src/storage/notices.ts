import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { NoticeStore, StoredNotice } from '../app/ports.ts';

/** Table `notice`. */
export const notices: NoticeStore = {
  async add(tx, tenant, told) {
    if (told.length === 0) return new Set();
    const added = await rows<{ id: string }>(
      tx,
      `insert into notice (tenant, id, person_id, source_event_id, type, text, case_id, occurred_at)
       select $1, id, person_id, source_event_id, type, text, case_id, occurred_at
       from jsonb_to_recordset($2::jsonb) as n(id text, person_id text, source_event_id uuid, type text,
         text text, case_id text, occurred_at timestamptz)
       on conflict do nothing returning id`,
      [
        tenant,
        JSON.stringify(
          told.map((notice) => ({
            ...{ id: notice.noticeId, person_id: notice.personId, source_event_id: notice.sourceEventId },
            ...{ type: notice.type, text: notice.text, case_id: notice.caseId },
            occurred_at: notice.occurredAt,
          })),
        ),
      ],
    );
    return new Set(added.map(({ id }) => id));
  },

  list: (tx, tenant, { personId, unreadOnly, limit, after }) =>
    rows<StoredNotice>(
      tx,
      `select id as "noticeId", person_id as "personId", source_event_id as "sourceEventId", type, text,
         case_id as "caseId", occurred_at as "occurredAt", read_at as "readAt"
       from notice
       where tenant = $1 and person_id = $2 and (not $3 or read_at is null)
         and ($4 = '' or (occurred_at, id) < (select n.occurred_at, n.id from notice n where n.tenant = $1 and n.id = $4))
       order by occurred_at desc, id desc limit $5`,
      [tenant, personId, unreadOnly, after, limit],
    ),

  async unread(tx, tenant, personId) {
    const row = await maybeRow<{ count: number }>(
      tx,
      'select count(*) as count from notice where tenant = $1 and person_id = $2 and read_at is null',
      [tenant, personId],
    );
    return row?.count ?? 0;
  },

  async markRead(tx, tenant, { noticeId, personId, at }) {
    const marked = await execute(
      tx,
      `update notice set read_at = coalesce(read_at, $4) where tenant = $1 and id = $2 and person_id = $3`,
      [tenant, noticeId, personId, at],
    );
    return marked === 1;
  },

  async markReadUpTo(tx, tenant, { noticeId, personId, at }) {
    const found = await maybeRow<{ occurredAt: Date }>(
      tx,
      'select occurred_at as "occurredAt" from notice where tenant = $1 and id = $2 and person_id = $3',
      [tenant, noticeId, personId],
    );
    if (found === undefined) return false;
    await execute(
      tx,
      `update notice set read_at = $4
       where tenant = $1 and person_id = $2 and read_at is null and (occurred_at, id) <= ($5, $3)`,
      [tenant, personId, noticeId, at, found.occurredAt],
    );
    return true;
  },
};
