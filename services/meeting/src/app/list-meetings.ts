import type { QueryContext } from '@huiyin/kernel/command-context';
import { readsAll } from '../domain/rights.ts';
import type { MeetingFilter, MeetingPage, MeetingPorts } from './ports.ts';

export interface ListMeetingsRequest extends Omit<MeetingFilter, 'reader' | 'participantId'> {
  readonly mine: boolean;
}

/** Meetings the caller may see, soonest first. Everybody may ask; who has none gets none. */
export function listMeetings(ports: MeetingPorts) {
  return ({ mine, ...filter }: ListMeetingsRequest, ctx: QueryContext): Promise<MeetingPage> => {
    const { personId, unitId = '' } = ctx.actor;
    const reader = { all: readsAll(ctx), personId, unitId };
    const participantId = mine ? personId : '';
    return ports.uow.read(ctx.tenant, (tx) =>
      ports.meetings.list(tx, ctx.tenant, { ...filter, participantId, reader }),
    );
  };
}
