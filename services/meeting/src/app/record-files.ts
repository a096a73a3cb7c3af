import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { meetingOf } from '../domain/case-file.ts';
import { filesOf, type FileRef, type RecordFiles } from '../domain/record-files.ts';
import { attachmentRefused } from '../domain/rejections.ts';
import type { MeetingPorts } from './ports.ts';

/** A file as a request names it. */
export type NamedFile = Omit<FileRef, 'name'>;

interface Named {
  readonly meetingId: string;
  readonly photos: readonly NamedFile[];
  readonly minutesFiles: readonly NamedFile[];
}

/**
 * The files of a record with the names that archive gives them, or why one may not be named: archive must know it as
 * clean, as the same bytes, and as uploaded by the actor or the actor's unit. What the record before named stays
 * allowed, whoever uploaded it. Ask before the transaction: this is a call to a peer.
 */
export async function nameFiles(
  ports: Pick<MeetingPorts, 'uow' | 'files' | 'meetings' | 'recordFiles'>,
  ctx: QueryContext,
  { meetingId, photos, minutesFiles }: Named,
): Promise<RecordFiles | Rejection> {
  const named = [...photos, ...minutesFiles];
  if (named.length === 0) return { photos: [], minutesFiles: [] };
  const before = await filesBefore(ports, ctx.tenant, meetingId);
  const known = new Map(before.map((file) => [keyOf(file), file.name]));
  const unknown = named.filter((file) => !known.has(keyOf(file)));
  if (unknown.length > 0) {
    const checked = await ports.recordFiles.check(ctx, unknown);
    if (isRejection(checked)) return checked;
    for (const file of unknown) {
      const found = checked.find(({ attachmentId }) => attachmentId === file.attachmentId);
      // An answer that leaves a file out says nothing for it.
      if (found === undefined) return attachmentRefused('attachment-unknown', file.attachmentId);
      if (found.code !== undefined) return attachmentRefused(found.code, file.attachmentId);
      known.set(keyOf(file), found.name);
    }
  }
  const withName = (file: NamedFile): FileRef => ({ ...file, name: known.get(keyOf(file)) ?? '' });
  return { photos: photos.map(withName), minutesFiles: minutesFiles.map(withName) };
}

async function filesBefore(
  ports: Pick<MeetingPorts, 'uow' | 'files' | 'meetings'>,
  tenant: string,
  meetingId: string,
): Promise<readonly FileRef[]> {
  return ports.uow.read(tenant, async (tx) => {
    const fileId = await ports.meetings.fileOf(tx, tenant, meetingId);
    const stored = fileId === undefined ? undefined : await ports.files.load(tx, tenant, fileId);
    const meeting = stored && meetingOf(stored.file, meetingId);
    const { photos, minutesFiles } = filesOf(
      meeting !== undefined && 'record' in meeting ? meeting.record : undefined,
    );
    return [...photos, ...minutesFiles];
  });
}

function keyOf({ attachmentId, sha256 }: NamedFile): string {
  return `${attachmentId} ${sha256}`;
}
