import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { CaseFileStore, StoredFile } from '../app/ports.ts';
import { owedOf, type CaseFile } from '../domain/case-file.ts';
import type { Meeting } from '../domain/meeting.ts';

/** Tables `case_file` and `meeting`: read and written under the lock of the case's stream. */
export const caseFiles: CaseFileStore = { load, save };

type FileState = Omit<CaseFile, 'meetings'>;

async function load(tx: Tx, tenant: string, fileId: string): Promise<StoredFile | undefined> {
  const row = await maybeRow<{ state: FileState; version: number }>(
    tx,
    'select state, version from case_file where tenant = $1 and id = $2',
    [tenant, fileId],
  );
  if (row === undefined) return undefined;
  // Ids are time-ordered: the order in which the meetings were called.
  const meetings = await rows<{ state: Meeting }>(
    tx,
    'select state from meeting where tenant = $1 and file_id = $2 order by id',
    [tenant, fileId],
  );
  return { file: { ...row.state, meetings: meetings.map((meeting) => meeting.state) }, version: row.version };
}

async function save(
  tx: Tx,
  tenant: string,
  { file, version }: StoredFile,
  before: CaseFile | undefined,
): Promise<void> {
  const { meetings, ...state } = file;
  await execute(
    tx,
    `insert into case_file (tenant, id, suggestion_id, version, standing, deputy_ids, unit_ids, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant, id) do update set version = excluded.version, standing = excluded.standing,
       deputy_ids = excluded.deputy_ids, unit_ids = excluded.unit_ids, state = excluded.state`,
    [
      tenant,
      file.fileId,
      file.suggestionId,
      version,
      file.standing,
      [...new Set(owedOf(file).map((owed) => owed.deputyId))],
      readingUnits(file),
      JSON.stringify(state),
    ],
  );
  const known = new Set(before?.meetings);
  for (const meeting of meetings)
    if (!known.has(meeting)) await saveMeeting(tx, tenant, file.fileId, meeting);
}

/** The units that read meeting records (domain.md §3.2): those who handle, not those told for reference. */
function readingUnits(file: CaseFile): string[] {
  const handling = file.shares.filter((share) => share.standing === 'active' && share.role !== 'reference');
  return [...new Set(handling.map((share) => share.unitId))];
}

async function saveMeeting(tx: Tx, tenant: string, fileId: string, meeting: Meeting): Promise<void> {
  await execute(
    tx,
    `insert into meeting (tenant, id, file_id, kind, status, starts_at, participant_ids, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant, id) do update set status = excluded.status, starts_at = excluded.starts_at,
       participant_ids = excluded.participant_ids, state = excluded.state`,
    [
      tenant,
      meeting.meetingId,
      fileId,
      meeting.kind,
      meeting.status,
      meeting.startsAt,
      meeting.participantIds,
      JSON.stringify(meeting),
    ],
  );
}
