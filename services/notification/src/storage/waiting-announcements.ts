import { execute, rows } from '@huiyin/postgres/query';
import type { WaitingAnnouncement, WaitingAnnouncementStore } from '../app/ports.ts';

/** Table `waiting_announcement`. */
export const waitingAnnouncements: WaitingAnnouncementStore = {
  async add(tx, tenant, { sourceEventId, type, text, caseId, dueOn, occurredAt }) {
    await execute(
      tx,
      `insert into waiting_announcement (tenant, case_id, source_event_id, type, text, occurred_at, due_on)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [tenant, caseId, sourceEventId, type, text, occurredAt, dueOn],
    );
  },

  take: (tx, tenant, caseId) =>
    rows<WaitingAnnouncement>(
      tx,
      `delete from waiting_announcement where tenant = $1 and case_id = $2
       returning case_id as "caseId", source_event_id as "sourceEventId", type, text,
         due_on as "dueOn", occurred_at as "occurredAt"`,
      [tenant, caseId],
    ),
};
