import type { Tx } from '@huiyin/kernel/tx';
import { rows } from '@huiyin/postgres/query';
import type { Page, Summary, SummaryPage } from '../app/ports.ts';

const COLUMNS = `s.id as "suggestionId", s.version, s.status, s.kind, s.title, s.lead_deputy_id as "leadDeputyId",
  s.period, coalesce(s.submitted_on::text, '') as "submittedOn", coalesce(s.number, '') as number,
  coalesce(s.display_number, '') as "displayNumber", s.pre_review_requested_at as "requestedAt"`;

type Row = Omit<Summary, 'requestedAt' | 'relation'> & {
  readonly requestedAt: Date | null;
  readonly relation?: Summary['relation'];
};

/** Newest first: ids are time-ordered, so the id is the cursor. */
export async function ofDeputy(
  tx: Tx,
  tenant: string,
  which: { deputyId: string; status: string } & Page,
): Promise<SummaryPage> {
  const found = await rows<Row>(
    tx,
    `select ${COLUMNS}, d.relation from suggestion_deputy d
     join suggestion s on s.tenant = d.tenant and s.id = d.suggestion_id
     where d.tenant = $1 and d.deputy_id = $2 and ($3 = '' or s.status = $3) and ($4 = '' or s.id < $4)
     order by d.suggestion_id desc limit $5`,
    [tenant, which.deputyId, which.status, which.cursor, which.limit + 1],
  );
  return pageOf(found, which.limit, (row) => row.suggestionId);
}

/** Oldest first; the cursor is `day~id`. */
export async function awaitingRegistration(
  tx: Tx,
  tenant: string,
  which: { inSessionOnly: boolean } & Page,
): Promise<SummaryPage> {
  const [day = '', id = ''] = which.cursor.split('~');
  const found = await rows<Row>(
    tx,
    `select ${COLUMNS} from suggestion s
     where s.tenant = $1 and s.status = 'submitted' and (not $2 or s.period = 'in-session')
       and ($3 = '' or (s.submitted_on::text, s.id) > ($3, $4))
     order by s.submitted_on, s.id limit $5`,
    [tenant, which.inSessionOnly, day, id, which.limit + 1],
  );
  return pageOf(found, which.limit, (row) => `${row.submittedOn}~${row.suggestionId}`);
}

/** Oldest request first; the cursor is `milliseconds~id`. */
export async function awaitingPreReview(tx: Tx, tenant: string, page: Page): Promise<SummaryPage> {
  const [asked = '', id = ''] = page.cursor.split('~');
  const after = Number(asked);
  const found = await rows<Row>(
    tx,
    `select ${COLUMNS} from suggestion s
     where s.tenant = $1 and s.status = 'pre-review' and (s.pre_review_requested_at, s.id) > ($2, $3)
     order by s.pre_review_requested_at, s.id limit $4`,
    [tenant, new Date(Number.isSafeInteger(after) ? after : 0), id, page.limit + 1],
  );
  return pageOf(found, page.limit, (row) => `${row.requestedAt?.getTime() ?? 0}~${row.suggestionId}`);
}

/** Ascending ids: the lock order. */
export async function unregisteredOf(
  tx: Tx,
  tenant: string,
  which: { deputyId: string; limit: number },
): Promise<readonly string[]> {
  const found = await rows<{ id: string }>(
    tx,
    `select s.id from suggestion_deputy d
     join suggestion s on s.tenant = d.tenant and s.id = d.suggestion_id
     where d.tenant = $1 and d.deputy_id = $2
       and s.status in ('draft', 'cosigning', 'pre-review', 'returned', 'submitted')
     order by s.id limit $3`,
    [tenant, which.deputyId, which.limit],
  );
  return found.map((row) => row.id);
}

/** One row more than asked for tells that there is a next page. */
function pageOf(found: readonly Row[], limit: number, cursorOf: (row: Row) => string): SummaryPage {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    summaries: shown.map((row) => ({
      ...row,
      relation: row.relation ?? '',
      requestedAt: row.requestedAt?.toISOString() ?? '',
    })),
    nextCursor: found.length > limit && last !== undefined ? cursorOf(last) : '',
  };
}
