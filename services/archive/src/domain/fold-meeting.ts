import type { CaseFile } from './case-file.ts';
import { text, type Fact } from './fact.ts';

/** What meeting's facts change in a file. */
export function foldMeeting(file: CaseFile, fact: Fact, on: string): void {
  const meeting = file.meetings[text(fact, 'meetingId')];
  const share = file.shares[text(fact, 'assignmentId')];
  switch (fact.type) {
    case 'meeting-scheduled':
      file.meetings[text(fact, 'meetingId')] = {
        kind: text(fact, 'kind'),
        assignmentId: text(fact, 'assignmentId'),
        state: 'scheduled',
        onDate: text(fact, 'startsAt').slice(0, 10),
        confirmedSides: [],
      };
      break;
    case 'meeting-held':
      if (meeting !== undefined)
        Object.assign(meeting, { state: 'held', onDate: text(fact, 'heldOn') || on });
      if (share !== undefined && text(fact, 'kind') === 'on-site')
        share.onSiteOn = text(fact, 'heldOn') || on;
      break;
    case 'meeting-confirmed':
      meeting?.confirmedSides.push(text(fact, 'side'));
      break;
    case 'meeting-cancelled':
      if (meeting !== undefined) meeting.state = 'cancelled';
      break;
    case 'dual-confirmation-completed':
      if (meeting !== undefined) meeting.state = 'confirmed';
      if (share !== undefined) share.dualConfirmedOn = text(fact, 'completedOn') || on;
      break;
    case 'on-site-waived':
      if (share !== undefined) share.onSiteRequired = false;
      break;
    case 'look-back-required':
      file.lookBack = 'required';
      break;
    case 'look-back-waived':
      if (file.lookBack === '') file.lookBack = 'waived';
      break;
    case 'look-back-judged':
      file.lookBack = text(fact, 'verdict') === 'met' ? 'met' : 'unmet';
      file.lookBackOn = text(fact, 'judgedOn') || on;
      break;
    default:
      break;
  }
}
