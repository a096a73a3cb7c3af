import type { Action } from '@huiyin/access/actions';
import type { Subject } from '@huiyin/access/relation';
import type { Role } from '@huiyin/kernel/actor';
import type { Offer } from './offer.ts';
import type { CaseFile, MeetingFile } from './case-file.ts';
import { inCourse, sharesInCourse as shares } from './in-course.ts';
import { lookBackOf } from './stage.ts';

/** Kinds by the right to convene them; whoever convenes a kind also moves, cancels and records it. */
const CONVENED: Readonly<Record<string, readonly string[]>> = {
  'meeting.convene-with-unit': ['dual-confirmation', 'on-site'],
  'meeting.convene-look-back': ['look-back'],
  'meeting.convene-case': ['task-force', 'coordination', 'joint-study'],
  'meeting.convene-talk': ['talk'],
  'meeting.convene-hand-over': ['hand-over'],
};

type When = (meeting: MeetingFile, reader: Subject, file: CaseFile) => boolean;

function meetings(when: When, among?: readonly string[]): Offer['targets'] {
  return (file, reader) =>
    Object.entries(file.meetings)
      .filter(([, meeting]) => (among?.includes(meeting.kind) ?? true) && when(meeting, reader, file))
      .map(([id, { assignmentId, participantIds }]) => ({
        id,
        participantIds,
        ...(assignmentId === '' ? {} : { assignmentId }),
      }));
}

const isDeputy = (role: Role): boolean => role === 'deputy' || role === 'former-deputy';
const isScheduled: When = ({ state }) => state === 'scheduled';
const isUnjudged: When = ({ state }) => state === 'scheduled' || state === 'held';

/** To move, cancel, keep the attendance of and record the meetings of each kind is its convener's. */
const kept: readonly Offer[] = Object.entries(CONVENED).flatMap(([action, kinds]) => [
  { act: 'rescheduleMeeting', action: action as Action, targets: meetings(isScheduled, kinds) },
  { act: 'cancelMeeting', action: action as Action, targets: meetings(isScheduled, kinds) },
  { act: 'noteAttendance', action: action as Action, targets: meetings(isScheduled, kinds) },
  { act: 'recordMeeting', action: action as Action, targets: meetings(isUnjudged, kinds) },
]);

/** What happens face to face (domain.md T14, T17, T25). */
export const meetingOffers: readonly Offer[] = [
  {
    act: 'scheduleMeeting',
    action: 'meeting.convene-with-unit',
    targets: shares(({ role, state }) => (role === 'lead' || role === 'parallel') && state !== 'returned'),
  },
  {
    act: 'scheduleMeeting',
    action: 'meeting.convene-look-back',
    targets: (file) => (lookBackOf(file).state === 'required' ? [{ id: file.caseId }] : []),
  },
  {
    act: 'scheduleMeeting',
    action: 'meeting.convene-case',
    targets: (file) => (inCourse(file) && Object.keys(file.shares).length > 0 ? [{ id: file.caseId }] : []),
  },
  ...kept,
  { act: 'declineMeeting', action: 'meeting.decline', targets: meetings(isScheduled) },
  {
    act: 'checkIn',
    action: 'meeting.check-in',
    targets: meetings((meeting, reader) => meeting.state === 'scheduled' && !hasCheckedIn(meeting, reader)),
  },
  {
    act: 'confirmMeeting',
    action: 'meeting.confirm',
    targets: meetings(
      ({ state, confirmedSides }, { roles }) =>
        state === 'held' && !confirmedSides.includes(roles.some(isDeputy) ? 'deputy' : 'unit'),
      ['dual-confirmation'],
    ),
  },
  {
    act: 'judgeLookBack',
    action: 'meeting.judge-look-back',
    targets: meetings(isHeldAndDue, ['look-back']),
  },
  {
    act: 'recordNoResponse',
    action: 'meeting.record-no-response',
    targets: ofCase(shares(({ role, dualConfirmedOn }) => role !== 'co' && dualConfirmedOn === '')),
  },
  {
    act: 'waiveOnSite',
    action: 'meeting.waive-on-site',
    targets: ofCase(shares(({ onSiteRequired, onSiteOn }) => onSiteRequired && onSiteOn === '')),
  },
];

function hasCheckedIn({ checkedInIds }: MeetingFile, { personId }: Subject): boolean {
  return checkedInIds.includes(personId);
}

/** The operation's path names the case, its body the share. */
function ofCase(targets: Offer['targets']): Offer['targets'] {
  return (file, reader, around) =>
    targets(file, reader, around).map((target) => ({ ...target, id: file.caseId }));
}

/** A deputy who was there judges himself; else who convened (judge-look-back in meeting). */
function isHeldAndDue(meeting: MeetingFile, { personId }: Subject, file: CaseFile): boolean {
  if (meeting.state !== 'held' || file.lookBacks[meeting.replyId]?.state !== 'required') return false;
  return (personId === file.leadDeputyId) === meeting.presentIds.includes(file.leadDeputyId);
}
