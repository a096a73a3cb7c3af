import type { CommandContext } from '@huiyin/kernel/command-context';
import { judgeLookBack as decide } from '../domain/judge-look-back.ts';
import type { Verdict } from '../domain/meeting.ts';
import { isLeadDeputy } from '../domain/rights.ts';
import { changeMeeting } from './change-file.ts';
import type { MeetingPorts } from './ports.ts';

export interface JudgeLookBackRequest {
  readonly meetingId: string;
  readonly verdict: Verdict;
  readonly gaps: readonly string[];
}

/** 回头看评价: the lead deputy's own verdict. */
export function judgeLookBack(ports: MeetingPorts) {
  return (request: JudgeLookBackRequest, ctx: CommandContext) =>
    changeMeeting(ports, ctx, {
      meetingId: request.meetingId,
      action: () => 'meeting.judge-look-back',
      decide: (file, { today, rules }) => {
        const by = isLeadDeputy(ctx, file) ? 'lead-deputy' : 'conductor';
        return decide(file, { ...request, by, today, rules });
      },
    });
}
