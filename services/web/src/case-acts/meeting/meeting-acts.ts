import type { Me } from '../../session/session.ts';
import type { CaseAct } from '../case-act.ts';
import { CASE_ACTS } from '../case-acts.ts';
import { recordMeeting } from '../unit/record-meeting.tsx';
import { cancelMeeting } from './cancel-meeting.tsx';
import { keepAttendance } from './keep-attendance.tsx';
import { rescheduleMeeting } from './reschedule-meeting.tsx';

/** What its convener does with one meeting. */
const CONVENER_ACTS: readonly CaseAct[] = [recordMeeting, keepAttendance, rescheduleMeeting, cancelMeeting];

/** What somebody may be offered for one meeting: what is done from the case page, and what only its convener does. */
export function meetingActs(me: Me): readonly CaseAct[] {
  const own = CASE_ACTS.filter(
    ({ act, roles }) =>
      CONVENER_ACTS.every((each) => each.act !== act) &&
      (roles?.some((role) => me.roles.some((mine) => mine === role)) ?? true),
  );
  return [...own, ...CONVENER_ACTS];
}
