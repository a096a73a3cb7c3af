import type { MeetingEvent } from './events.ts';
import type { About, Confirmation, Held, Meeting, Minutes, Scheduled } from './meeting.ts';

type Of<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { type: Type }>;

/** The meetings of a case after an event. */
export function evolveMeetings(meetings: readonly Meeting[], event: MeetingEvent): readonly Meeting[] {
  if (event.type === 'meeting-scheduled') return [...meetings, invited(event)];
  if (!('meetingId' in event)) return meetings;
  return meetings.map((meeting) =>
    meeting.meetingId === event.meetingId ? evolveMeeting(meeting, event) : meeting,
  );
}

function invited(event: Of<'meeting-scheduled'>): Scheduled {
  const { meetingId, kind, startsAt, startsOn, place, participantIds, invitedOn, convenerId } = event;
  return {
    status: 'scheduled',
    meetingId,
    kind,
    about: aboutOf(event),
    startsAt,
    startsOn,
    place,
    participantIds,
    convenerId,
    invitations: [{ invitedOn, startsAt, startsOn }],
    declines: [],
    checkIns: [],
  };
}

function aboutOf({ assignmentId, replyId, round }: Of<'meeting-scheduled'>): About {
  if (replyId !== '') return { of: 'reply', assignmentId, replyId, round };
  return assignmentId === '' ? { of: 'case' } : { of: 'share', assignmentId };
}

function evolveMeeting(meeting: Meeting, event: MeetingEvent): Meeting {
  switch (event.type) {
    case 'meeting-rescheduled': {
      const { startsAt, startsOn, place, invitedOn, convenerId } = event;
      const invitations = [...meeting.invitations, { invitedOn, startsAt, startsOn }];
      return { ...meeting, startsAt, startsOn, place, convenerId, invitations };
    }
    case 'meeting-declined': {
      const { personId, declinedOn, reason } = event;
      return { ...meeting, declines: [...meeting.declines, { personId, declinedOn, reason }] };
    }
    case 'meeting-checked-in': {
      const { personId, checkedInAt: at, checkedInOn: on, notedBy: by, reason } = event;
      const noted = by === '' ? {} : { noted: { by, reason } };
      return { ...meeting, checkIns: [...meeting.checkIns, { personId, at, on, ...noted }] };
    }
    case 'meeting-held':
      return held(meeting, event);
    case 'meeting-confirmed':
      return meeting.status === 'held' ? confirmed(meeting, event) : meeting;
    case 'meeting-cancelled':
      return { ...invitationOf(meeting), status: 'cancelled', reason: event.reason };
    case 'look-back-judged': {
      const { verdict, gaps, judgedOn, deputyPresent } = event;
      if (meeting.status !== 'held') return meeting;
      const { confirmations: _, ...record } = meeting;
      return { ...record, status: 'judged', judgement: { verdict, gaps, judgedOn, deputyPresent } };
    }
    default:
      return meeting;
  }
}

function held(meeting: Meeting, event: Of<'meeting-held'>): Held {
  const { heldOn, presentIds, decisions, recordVersion: version, files } = event;
  const minutes: Minutes =
    event.consultation === undefined
      ? { form: 'findings', findings: event.findings }
      : { form: 'consultation', consultation: event.consultation };
  return {
    ...invitationOf(meeting),
    status: 'held',
    record: { version, heldOn, presentIds, decisions, minutes, files },
    confirmations: [],
  };
}

/** The second of the two sides completes the dual confirmation. */
function confirmed(meeting: Held, event: Of<'meeting-confirmed'>): Meeting {
  const { side, personId, confirmedOn: on } = event;
  const confirmations: readonly Confirmation[] = [...meeting.confirmations, { side, personId, on }];
  return { ...meeting, status: confirmations.length === 2 ? 'confirmed' : 'held', confirmations };
}

function invitationOf(meeting: Meeting): Omit<Scheduled, 'status'> {
  const { meetingId, kind, about, startsAt, startsOn, place, participantIds } = meeting;
  const { invitations, declines, checkIns } = meeting;
  return {
    meetingId,
    kind,
    about,
    startsAt,
    startsOn,
    place,
    participantIds,
    invitations,
    declines,
    checkIns,
  };
}
