import type {
  GetCaseMeetingsResponse,
  LookBack as ProtoLookBack,
  Meeting as ProtoMeeting,
  ShareGates as ProtoGates,
} from '@huiyin/contracts/gen/meeting/v1/service';
import type { CaseMeetings, ShareGates } from '../app/get-case-meetings.ts';
import type { ListedMeeting } from '../app/ports.ts';
import type { LookBack } from '../domain/look-back.ts';
import { filesOf } from '../domain/record-files.ts';
import { assignmentOf, type Meeting, type MeetingRecord, type Side } from '../domain/meeting.ts';

/** A meeting as it is shown, without the deputies who are to stay unknown; fields of statuses it has not reached are empty. */
export function meetingTo(listed: ListedMeeting): ProtoMeeting {
  const { meeting, version, hidden, suggestionId, caseNumber, caseTitle, unitId } = listed;
  const known = (personId: string): boolean => !hidden.has(personId);
  return {
    meetingId: meeting.meetingId,
    version: BigInt(version),
    ...{ suggestionId, caseNumber, caseTitle, unitId },
    assignmentId: assignmentOf(meeting),
    replyId: meeting.about.of === 'reply' ? meeting.about.replyId : '',
    kind: meeting.kind,
    status: meeting.status,
    startsAt: meeting.startsAt,
    place: meeting.place,
    participantIds: meeting.participantIds.filter(known),
    invitations: meeting.invitations.map(({ invitedOn, startsAt }) => ({ invitedOn, startsAt })),
    declines: meeting.declines.map((decline) => ({
      ...decline,
      personId: known(decline.personId) ? decline.personId : '',
    })),
    checkIns: meeting.checkIns.map(({ personId, at, noted }) => ({
      ...{ personId: known(personId) ? personId : '', at },
      ...{ notedBy: noted?.by ?? '', reason: noted?.reason ?? '' },
    })),
    ...recordTo('record' in meeting ? meeting.record : undefined, known),
    deputyConfirmedBy: known(confirmedBy(meeting, 'deputy')) ? confirmedBy(meeting, 'deputy') : '',
    unitConfirmedBy: confirmedBy(meeting, 'unit'),
    verdict: meeting.status === 'judged' ? meeting.judgement.verdict : '',
    gaps: meeting.status === 'judged' ? [...meeting.judgement.gaps] : [],
    cancelReason: meeting.status === 'cancelled' ? meeting.reason : '',
  };
}

type ProtoRecord = Pick<
  ProtoMeeting,
  | 'heldOn'
  | 'presentIds'
  | 'findings'
  | 'decisions'
  | 'consultation'
  | 'recordVersion'
  | 'photos'
  | 'minutesFiles'
>;

function recordTo(record: MeetingRecord | undefined, known: (personId: string) => boolean): ProtoRecord {
  if (record === undefined) {
    return {
      heldOn: '',
      presentIds: [],
      findings: '',
      decisions: [],
      consultation: undefined,
      recordVersion: 0,
      photos: [],
      minutesFiles: [],
    };
  }
  const { minutes } = record;
  return {
    heldOn: record.heldOn,
    presentIds: record.presentIds.filter(known),
    findings: minutes.form === 'findings' ? minutes.findings : '',
    decisions: record.decisions.map((decision) => ({ ...decision })),
    consultation: minutes.form === 'findings' ? undefined : consultationTo(minutes.consultation),
    recordVersion: record.version,
    photos: [...filesOf(record).photos],
    minutesFiles: [...filesOf(record).minutesFiles],
  };
}

function consultationTo(
  consultation: Extract<MeetingRecord['minutes'], { form: 'consultation' }>['consultation'],
): ProtoRecord['consultation'] {
  const { background, demands, approach, measures, milestones } = consultation;
  return {
    background,
    demands: [...demands],
    approach,
    measures: [...measures],
    milestones: milestones.map((milestone) => ({ ...milestone })),
  };
}

function confirmedBy(meeting: Meeting, side: Side): string {
  if (!('confirmations' in meeting)) return '';
  return meeting.confirmations.find((confirmation) => confirmation.side === side)?.personId ?? '';
}

/** The meetings of a case with its gates. */
export function caseMeetingsTo({
  file,
  version,
  gates,
  lookBacks,
  meetings,
}: CaseMeetings): GetCaseMeetingsResponse {
  const { suggestionId } = file;
  return {
    suggestionId,
    version: BigInt(version),
    shares: gates.map(gatesTo),
    lookBacks: lookBacks.map(lookBackTo),
    meetings: meetings.map(meetingTo),
  };
}

function gatesTo({ share, invitations, noResponseFrom }: ShareGates): ProtoGates {
  const { assignmentId, unitId, role, dualConfirmation } = share;
  return {
    assignmentId,
    unitId,
    role,
    dualConfirmation: dualConfirmation.phase === 'open' ? 'open' : dualConfirmation.manner,
    dualConfirmedOn: dualConfirmation.phase === 'open' ? '' : dualConfirmation.on,
    onSite: share.onSite.phase,
    invitations,
    noResponseFrom: noResponseFrom ?? '',
  };
}

function lookBackTo(lookBack: LookBack): ProtoLookBack {
  const { replyId, assignmentId, round, status, draw, seed } = lookBack;
  const judgement = lookBack.status === 'judged' ? lookBack.judgement : undefined;
  return {
    ...{ replyId, assignmentId, round, status, draw, seed },
    ground: lookBack.status === 'waived' ? '' : lookBack.ground,
    verdict: judgement?.verdict ?? '',
    gaps: [...(judgement?.gaps ?? [])],
    deputyPresent: judgement?.deputyPresent ?? false,
    judgedOn: judgement?.judgedOn ?? '',
  };
}
