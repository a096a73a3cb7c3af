import { addDays, type LocalDate } from '@huiyin/kernel/local-date';
import { leadDeputyOf, shareOf, type CaseFile } from './case-file.ts';
import type { RulesInForce } from './clock-fact.ts';
import type { Decision } from './events.ts';
import { isGating, needsShare, type MeetingKind } from './meeting-kind.ts';
import { invalid, notYetKnown, wrongState, type MeetingRejection } from './rejections.ts';
import { replies, type Share } from './share.ts';

const MAX_PARTICIPANTS = 100;

export interface ScheduleMeeting {
  readonly meetingId: string;
  readonly kind: MeetingKind;
  /** Empty for meetings of the whole case. */
  readonly assignmentId: string;
  /** RFC 3339 */
  readonly startsAt: string;
  readonly startsOn: LocalDate;
  readonly place: string;
  readonly participantIds: readonly string[];
  /** Who invites. */
  readonly convenerId: string;
  readonly today: LocalDate;
  readonly rules: RulesInForce;
}

/** Invites to a meeting. The lead deputy belongs to every gating meeting, named or not. */
export function scheduleMeeting(file: CaseFile, command: ScheduleMeeting): Decision {
  const { kind, assignmentId, startsOn, today, meetingId, startsAt, place, convenerId } = command;
  if (place.trim() === '') return invalid('place-missing', '请填写会议地点', 'place');
  if (startsOn < today) return invalid('starts-in-past', '会议时间不能早于今天', 'startsAt');
  const participantIds = participantsOf(file, command);
  if (participantIds.length > MAX_PARTICIPANTS) {
    return invalid('too-many-participants', `参会人员不能超过${MAX_PARTICIPANTS}人`, 'participantIds');
  }
  if (needsShare(kind) && assignmentId === '') {
    return invalid('share-missing', '请选择这次会议针对的承办任务', 'assignmentId');
  }
  const about = aboutOf(file, command);
  if ('rejected' in about) return about;
  return [
    {
      type: 'meeting-scheduled',
      meetingId,
      kind,
      assignmentId,
      startsAt,
      startsOn,
      place: place.trim(),
      participantIds,
      invitedOn: today,
      convenerId,
      ...about,
    },
  ];
}

function participantsOf(file: CaseFile, { kind, participantIds }: ScheduleMeeting): readonly string[] {
  const lead = isGating(kind) ? leadDeputyOf(file) : undefined;
  return [...new Set([...participantIds, ...(lead === undefined ? [] : [lead])])];
}

type Reply = { readonly replyId: string; readonly round: number };

const NO_REPLY: Reply = { replyId: '', round: 0 };

/** The reply a look-back is about; nothing for the other kinds. */
function aboutOf(file: CaseFile, command: ScheduleMeeting): Reply | MeetingRejection {
  const { kind, assignmentId } = command;
  if (file.standing === 'ended' || (file.standing === 'closed' && isGating(kind))) {
    return wrongState('case-not-open', '该建议办理已结束，不能再安排此类会议');
  }
  if (assignmentId === '') return NO_REPLY;
  const share = shareOf(file, assignmentId);
  if (share === undefined) return notYetKnown('assignment', file.fileId, '交办信息尚未同步，请稍后再试');
  if (share.standing === 'left') return wrongState('share-left', '该承办任务已退办或结束');
  if (isGating(kind) && !replies(share)) {
    return wrongState('share-does-not-reply', '协办和参阅单位不需要召开此类会议');
  }
  if (kind === 'dual-confirmation') return refuseDualConfirmation(file, share) ?? NO_REPLY;
  if (kind === 'look-back') return lookBackDue(file, share, command);
  return NO_REPLY;
}

/** decisions.md 5: signing comes first. */
export function refuseDualConfirmation(file: CaseFile, share: Share): MeetingRejection | undefined {
  if (share.dualConfirmation.phase === 'completed') {
    return wrongState('dual-confirmation-done', '双确认已完成，不需要再次召开');
  }
  if (share.signing.phase === 'unsigned') {
    return notYetKnown('assignment', file.fileId, '承办单位签收后才能进行双确认');
  }
  return undefined;
}

function lookBackDue(
  file: CaseFile,
  share: Share,
  { startsOn, rules }: ScheduleMeeting,
): Reply | MeetingRejection {
  const ofShare = file.lookBacks.filter((lookBack) => lookBack.assignmentId === share.assignmentId);
  if (ofShare.length === 0) return notYetKnown('assignment', file.fileId, '答复签发后才能安排回头看');
  const due = ofShare.find((lookBack) => lookBack.status === 'required');
  if (due === undefined) return wrongState('look-back-not-required', '该答复未列入回头看或回头看已完成');
  const opensOn = addDays(due.issuedOn, rules.pack.params.look_back.window_days[0]);
  if (startsOn < opensOn) return invalid('look-back-too-early', `回头看不能早于${opensOn}`, 'startsAt');
  return { replyId: due.replyId, round: due.round };
}
