import { localDateOf } from '@huiyin/kernel/local-date';
import type { CaseFile, MeetingFile, ShareFile } from './case-file.ts';
import { objects, text, texts, type Fact } from './fact.ts';
import { nameFiles } from './name-files.ts';
import { handlingShares } from './stage.ts';

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
        onDate: dayOf(text(fact, 'startsAt')),
        confirmedSides: [],
        replyId: text(fact, 'replyId'),
        participantIds: texts(fact, 'participantIds'),
        checkedInIds: [],
        presentIds: [],
      };
      break;
    case 'meeting-rescheduled':
      if (meeting !== undefined) meeting.onDate = dayOf(text(fact, 'startsAt'));
      break;
    case 'meeting-held':
      if (meeting !== undefined) takeRecord(meeting, fact, on);
      nameFiles(file, [...objects(fact, 'photos'), ...objects(fact, 'minutesFiles')], {
        ...{ part: 'contact-records', draft: false, assignmentId: text(fact, 'assignmentId') },
      });
      if (text(fact, 'kind') === 'on-site') {
        for (const concerned of sharesConcerned(file, fact)) {
          concerned.onSiteOn = text(fact, 'heldOn') || on;
          concerned.faceToFaceTried = true;
        }
      }
      break;
    case 'meeting-checked-in':
      meeting?.checkedInIds.push(text(fact, 'personId'));
      break;
    case 'meeting-confirmed':
      meeting?.confirmedSides.push(text(fact, 'side'));
      break;
    case 'meeting-cancelled':
      if (meeting !== undefined) meeting.state = 'cancelled';
      break;
    case 'dual-confirmation-completed':
      if (meeting !== undefined) meeting.state = 'confirmed';
      if (share !== undefined) {
        share.dualConfirmedOn = text(fact, 'completedOn') || on;
        if (text(fact, 'manner') === 'both') share.faceToFaceTried = true;
      }
      break;
    case 'on-site-waived':
      if (share !== undefined) share.onSiteRequired = false;
      break;
    case 'look-back-required':
      file.lookBacks[text(fact, 'replyId')] = { state: 'required', onDate: '' };
      break;
    case 'look-back-waived':
      file.lookBacks[text(fact, 'replyId')] = { state: 'waived', onDate: '' };
      break;
    case 'look-back-superseded':
      delete file.lookBacks[text(fact, 'replyId')];
      break;
    case 'look-back-judged':
      file.lookBacks[text(fact, 'replyId')] = {
        state: text(fact, 'verdict') === 'met' ? 'met' : 'unmet',
        onDate: text(fact, 'judgedOn') || on,
      };
      break;
    default:
      break;
  }
}

/** A record, or its correction, which voids what one side confirmed. */
function takeRecord(meeting: MeetingFile, fact: Fact, on: string): void {
  meeting.state = 'held';
  meeting.onDate = text(fact, 'heldOn') || on;
  meeting.presentIds = texts(fact, 'presentIds');
  meeting.confirmedSides = [];
}

/** An on-site meeting named without a share was held for all who owe a reply. */
function sharesConcerned(file: CaseFile, fact: Fact): readonly ShareFile[] {
  const assignmentId = text(fact, 'assignmentId');
  if (assignmentId === '') return handlingShares(file);
  const share = file.shares[assignmentId];
  return share === undefined ? [] : [share];
}

/** The day in China of an instant in RFC 3339. */
function dayOf(instant: string): string {
  return instant === '' ? '' : localDateOf(new Date(instant));
}
