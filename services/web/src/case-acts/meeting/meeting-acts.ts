import type { Schemas } from '../../api/client.ts';
import type { Me } from '../../session/session.ts';
import type { CaseAct, MeetingAct } from '../case-act.ts';
import { convenedKinds } from '../../meetings/convened-kinds.ts';
import { CASE_ACTS } from '../case-acts.ts';
import { recordMeeting } from '../unit/record-meeting.tsx';
import { checkIn } from '../deputy/check-in.tsx';
import { declineMeeting } from '../deputy/decline-meeting.tsx';
import { cancelMeeting } from './cancel-meeting.tsx';
import { keepAttendance } from './keep-attendance.tsx';
import { rescheduleMeeting } from './reschedule-meeting.tsx';

/** What its convener does with one meeting. */
const CONVENER_ACTS: readonly MeetingAct[] = [
  recordMeeting,
  keepAttendance,
  rescheduleMeeting,
  cancelMeeting,
];

/** What somebody may be offered for one meeting: what is done from the case page, and what only its convener does. */
export function meetingActs(me: Me): readonly CaseAct[] {
  const own = CASE_ACTS.filter(
    ({ act, roles }) =>
      CONVENER_ACTS.every((each) => each.act !== act) &&
      (roles?.some((role) => me.roles.some((mine) => mine === role)) ?? true),
  );
  return [...own, ...CONVENER_ACTS];
}

/** What somebody may do with a meeting that belongs to no case; the API decides again. */
export function officeMeetingActs(
  me: Me,
  { kind, status, participantIds, checkIns }: Schemas['Meeting'],
): readonly MeetingAct[] {
  const isConvener = convenedKinds(me.roles).some((each) => each === kind);
  if (status === 'held') return isConvener ? [recordMeeting] : [];
  if (status !== 'scheduled') return [];
  if (isConvener) return CONVENER_ACTS;
  if (!participantIds.includes(me.personId)) return [];
  const isHere = checkIns.some(({ personId }) => personId === me.personId);
  return isHere ? [] : [checkIn, declineMeeting];
}
