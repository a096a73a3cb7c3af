import type { QueryContext } from '@huiyin/kernel/command-context';
import { localDateOf } from '@huiyin/kernel/local-date';
import type { Rejection } from '@huiyin/kernel/rejection';
import { refuseCodes } from '../domain/attendance.ts';
import { meetingOf } from '../domain/case-file.ts';
import { checkInCodeAt } from '../domain/check-in-code.ts';
import { meetingUnknown } from '../domain/rejections.ts';
import { concernOf, conveneAction, refuseAct } from '../domain/rights.ts';
import type { MeetingPorts } from './ports.ts';

/** 签到码 of this minute, for whoever may convene the meeting; derived, so that every replica shows the same. */
export function getCheckInCode(ports: MeetingPorts) {
  return (
    { meetingId }: { meetingId: string },
    ctx: QueryContext,
  ): Promise<{ readonly code: string; readonly nextAt: Date } | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const fileId = await ports.meetings.fileOf(tx, ctx.tenant, meetingId);
      const stored = fileId === undefined ? undefined : await ports.files.load(tx, ctx.tenant, fileId);
      const meeting = stored && meetingOf(stored.file, meetingId);
      if (stored === undefined || meeting === undefined) return meetingUnknown();
      const refusal =
        refuseAct(ctx, conveneAction(meeting.kind), concernOf(stored.file, meeting)) ??
        refuseCodes(meeting, localDateOf(ctx.at));
      if (refusal !== undefined) return refusal;
      return checkInCodeAt(await ports.meetings.checkInKey(tx, ctx.tenant, meetingId), ctx.at);
    });
}
