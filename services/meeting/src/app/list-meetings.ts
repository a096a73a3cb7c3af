import type { QueryContext } from '@huiyin/kernel/command-context';
import { caseOf, unitOf } from '../domain/calendar-entry.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { Meeting } from '../domain/meeting.ts';
import { hiddenDeputies, mayReadMeeting, officeShares, readsAll } from '../domain/rights.ts';
import type { ListedMeeting, MeetingFilter, MeetingPage, MeetingPorts, MeetingReader } from './ports.ts';

export interface ListMeetingsRequest extends Omit<MeetingFilter, 'reader' | 'participantId'> {
  readonly mine: boolean;
}

/** Meetings the caller may see, soonest first. Everybody may ask; who has none gets none. */
export function listMeetings(ports: MeetingPorts) {
  return ({ mine, ...filter }: ListMeetingsRequest, ctx: QueryContext): Promise<MeetingPage> => {
    const reader = readerOf(ctx);
    const participantId = mine ? ctx.actor.personId : '';
    return ports.uow.read(ctx.tenant, async (tx) => {
      const page = await ports.meetings.list(tx, ctx.tenant, { ...filter, participantId, reader });
      const meetings = page.found
        .filter(({ file, meeting }) => mayReadMeeting(ctx, file, meeting))
        .map(({ file, meeting, version }) => listed(ctx, file, meeting, version));
      return { meetings, nextCursor: page.nextCursor };
    });
  };
}

/** Whose eyes a list is read with. */
export function readerOf(ctx: QueryContext): MeetingReader {
  const { personId, unitId = '' } = ctx.actor;
  return { all: readsAll(ctx), personId, unitId, officeShares: officeShares(ctx) };
}

/** A meeting as it is answered, with where it belongs. */
export function listed(ctx: QueryContext, file: CaseFile, meeting: Meeting, version: number): ListedMeeting {
  const { suggestionId } = file;
  const where = { suggestionId, ...caseOf(file), unitId: unitOf(meeting, file) };
  return { meeting, version, ...where, hidden: hiddenDeputies(ctx, file) };
}
