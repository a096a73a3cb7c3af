import { addDays, localDate, startOfDay } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import { maybeRow, rows } from '@huiyin/postgres/query';
import type { FoundMeetings, MeetingFilter, MeetingLists } from '../app/ports.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { Meeting } from '../domain/meeting.ts';

export const meetingLists: MeetingLists = { fileOf, checkInKey, list };

async function fileOf(tx: Tx, tenant: string, meetingId: string): Promise<string | undefined> {
  const row = await maybeRow<{ file_id: string }>(
    tx,
    'select file_id from meeting where tenant = $1 and id = $2',
    [tenant, meetingId],
  );
  return row?.file_id;
}

async function checkInKey(tx: Tx, tenant: string, meetingId: string): Promise<string> {
  const row = await maybeRow<{ check_in_key: string }>(
    tx,
    'select check_in_key from meeting where tenant = $1 and id = $2',
    [tenant, meetingId],
  );
  if (row === undefined) throw new Error(`meeting ${meetingId} has no row`);
  return row.check_in_key;
}

interface Row {
  readonly state: Meeting;
  readonly file: Omit<CaseFile, 'meetings'>;
  readonly version: number;
  readonly startsAtMs: number;
}

/** Soonest first; the cursor is `milliseconds~id`. One row more than asked for tells that there is a next page. */
async function list(tx: Tx, tenant: string, filter: MeetingFilter): Promise<FoundMeetings> {
  const { reader, kind, status, participantId, limit } = filter;
  const after = positionOf(filter.cursor);
  const found = await rows<Row>(
    tx,
    `select m.state, f.state as file, f.version,
       (extract(epoch from m.starts_at) * 1000)::bigint as "startsAtMs"
     from meeting m join case_file f on f.tenant = m.tenant and f.id = m.file_id
     where m.tenant = $1
       and ($2 or $3 = any(m.participant_ids) or $3 = any(f.deputy_ids) or ($4 <> '' and $4 = any(f.unit_ids))
         or f.state->'shares' @> $13::jsonb)
       and ($5 = '' or $5 = any(m.participant_ids))
       and ($6 = '' or m.kind = $6) and ($7 = '' or m.status = $7)
       and m.starts_at >= $8 and m.starts_at < $9
       and (m.starts_at, m.id) > ($10, $11)
     order by m.starts_at, m.id limit $12`,
    [
      tenant,
      reader.all,
      reader.personId,
      reader.unitId,
      participantId,
      kind,
      status,
      filter.fromDay === '' ? EARLIEST : startOfDay(localDate(filter.fromDay)),
      filter.toDay === '' ? LATEST : startOfDay(addDays(localDate(filter.toDay), 1)),
      after.startsAt,
      after.id,
      limit + 1,
      reader.officeShares === undefined ? null : JSON.stringify([reader.officeShares]),
    ],
  );
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    found: shown.map(({ state, file, version }) => ({
      meeting: state,
      file: { ...file, meetings: [state] },
      version,
    })),
    nextCursor:
      found.length > limit && last !== undefined ? `${last.startsAtMs}~${last.state.meetingId}` : '',
  };
}

const EARLIEST = startOfDay(localDate('1900-01-01'));
const LATEST = startOfDay(localDate('9000-01-01'));

/** A cursor nobody gave out begins at the first page. */
function positionOf(cursor: string): { readonly startsAt: Date; readonly id: string } {
  const [at = '', id = ''] = cursor.split('~');
  const startsAt = new Date(cursor === '' ? Number.NaN : Number(at));
  return Number.isNaN(startsAt.getTime()) ? { startsAt: EARLIEST, id: '' } : { startsAt, id };
}
