import type { QueryContext } from '@huiyin/kernel/command-context';
import { hiddenDeputies, mayReadMeeting, officeShares, readsAll } from '../domain/rights.ts';
import type { MeetingFilter, MeetingPage, MeetingPorts } from './ports.ts';

export interface ListMeetingsRequest extends Omit<MeetingFilter, 'reader' | 'participantId'> {
  readonly mine: boolean;
}

/** Meetings the caller may see, soonest first. Everybody may ask; who has none gets none. */
export function listMeetings(ports: MeetingPorts) {
  return ({ mine, ...filter }: ListMeetingsRequest, ctx: QueryContext): Promise<MeetingPage> => {
    const { personId, unitId = '' } = ctx.actor;
    const reader = { all: readsAll(ctx), personId, unitId, officeShares: officeShares(ctx) };
    const participantId = mine ? personId : '';
    return ports.uow.read(ctx.tenant, async (tx) => {
      const page = await ports.meetings.list(tx, ctx.tenant, { ...filter, participantId, reader });
      const meetings = page.found
        .filter(({ file, meeting }) => mayReadMeeting(ctx, file, meeting))
        .map(({ file, meeting, version }) => ({
          ...{ meeting, version, suggestionId: file.suggestionId },
          hidden: hiddenDeputies(ctx, file),
        }));
      return { meetings, nextCursor: page.nextCursor };
    });
  };
}
