import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { meetingOf } from '../domain/case-file.ts';
import { meetingUnknown } from '../domain/rejections.ts';
import { mayReadMeeting } from '../domain/rights.ts';
import { listed } from './list-meetings.ts';
import type { ListedMeeting, MeetingPorts } from './ports.ts';

/** One meeting by the reader's right; one that may not be read does not exist for the reader. */
export function getMeeting(ports: MeetingPorts) {
  return ({ meetingId }: { meetingId: string }, ctx: QueryContext): Promise<ListedMeeting | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const fileId = await ports.meetings.fileOf(tx, ctx.tenant, meetingId);
      const stored = fileId === undefined ? undefined : await ports.files.load(tx, ctx.tenant, fileId);
      const meeting = stored && meetingOf(stored.file, meetingId);
      if (stored === undefined || meeting === undefined) return meetingUnknown();
      const { file, version } = stored;
      if (!mayReadMeeting(ctx, file, meeting)) return meetingUnknown();
      return listed(ctx, file, meeting, version);
    });
}
