import type { LocalDate } from '@huiyin/kernel/local-date';
import { leadDeputyOf, meetingOf, sharesConcerned, type CaseFile } from './case-file.ts';
import { meetClock, type ClockFact } from './clock-fact.ts';
import type { Decision } from './events.ts';
import { isGating } from './meeting-kind.ts';
import { assignmentOf, isOpen, type Consultation, type Meeting, type MeetingDecision } from './meeting.ts';
import type { RecordFiles } from './record-files.ts';
import { invalid, meetingUnknown, notYetKnown, wrongState, type MeetingRejection } from './rejections.ts';
import { refuseDualConfirmation } from './schedule-meeting.ts';
import type { Share } from './share.ts';

export interface RecordMeeting {
  readonly meetingId: string;
  readonly heldOn: LocalDate;
  readonly presentIds: readonly string[];
  readonly findings: string;
  readonly decisions: readonly MeetingDecision[];
  /** Dual confirmations only. */
  readonly consultation: Consultation | undefined;
  readonly files: RecordFiles;
  readonly today: LocalDate;
}

/**
 * Records that a meeting was held. Recording again corrects it, until it is confirmed or judged; a correction voids
 * what one side confirmed, because that side confirmed other words.
 */
export function recordMeeting(file: CaseFile, command: RecordMeeting): Decision {
  const meeting = meetingOf(file, command.meetingId);
  if (meeting === undefined) return meetingUnknown();
  if (!isOpen(meeting)) return wrongState('meeting-ended', '会议已确认、已评价或已取消，不能再记录');
  const refusal =
    refuseRecord(command) ?? refuseContent(meeting, command) ?? refuseGate(file, meeting, command);
  if (refusal !== undefined) return refusal;
  const { heldOn, presentIds, decisions, meetingId } = command;
  return [
    {
      type: 'meeting-held',
      meetingId,
      kind: meeting.kind,
      assignmentId: assignmentOf(meeting),
      replyId: meeting.about.of === 'reply' ? meeting.about.replyId : '',
      heldOn,
      presentIds: [...new Set(presentIds)],
      findings: command.findings.trim(),
      decisions,
      consultation: meeting.kind === 'dual-confirmation' ? command.consultation : undefined,
      recordVersion: meeting.status === 'held' ? meeting.record.version + 1 : 1,
      files: command.files,
      clocks: onSiteMet(file, meeting, heldOn),
    },
  ];
}

/** Each decision says who does what by when (T17). */
function refuseRecord({ heldOn, today, presentIds, decisions }: RecordMeeting): MeetingRejection | undefined {
  if (heldOn > today) return invalid('held-in-future', '召开日期不能晚于今天', 'heldOn');
  if (presentIds.length === 0) return invalid('nobody-present', '请填写到会人员', 'presentIds');
  if (decisions.some((decision) => decision.what.trim() === '' || decision.who.trim() === '')) {
    return invalid('decision-incomplete', '每项议定事项须写明事项和责任人', 'decisions');
  }
  if (decisions.some(({ dueOn }) => dueOn === '')) {
    return invalid('decision-day-missing', '每项议定事项须写明完成日期', 'decisions');
  }
  if (decisions.some(({ dueOn }) => dueOn < heldOn)) {
    return invalid('decision-before-meeting', '议定事项的完成日期不能早于召开日期', 'decisions');
  }
  return undefined;
}

function refuseContent(
  meeting: Meeting,
  { consultation, findings }: RecordMeeting,
): MeetingRejection | undefined {
  if (meeting.kind !== 'dual-confirmation') {
    return findings.trim() === '' ? invalid('findings-missing', '请填写会议情况', 'findings') : undefined;
  }
  const complete =
    consultation !== undefined &&
    filled(consultation.background) &&
    filled(consultation.approach) &&
    someFilled(consultation.demands) &&
    someFilled(consultation.measures) &&
    someFilled(consultation.milestones.map((milestone) => milestone.text));
  if (complete) return undefined;
  return invalid('consultation-incomplete', '请写明背景、诉求、办理思路、措施和时间节点', 'consultation');
}

/** decisions.md 5: sign → 双确认 → plan → on-site meeting. */
function refuseGate(file: CaseFile, meeting: Meeting, command: RecordMeeting): MeetingRejection | undefined {
  if (!isGating(meeting.kind) && meeting.about.of === 'case') return undefined;
  const shares = sharesConcerned(file, assignmentOf(meeting));
  if (shares.length === 0) return notYetKnown('assignment', file.fileId, '交办信息尚未同步，请稍后再试');
  return firstOf(shares.map((share) => refuseForShare(file, share, meeting, command)));
}

function refuseForShare(
  file: CaseFile,
  share: Share,
  meeting: Meeting,
  command: RecordMeeting,
): MeetingRejection | undefined {
  if (share.standing === 'left') return wrongState('share-left', '该承办任务已退办或结束');
  if (command.heldOn < share.assignedOn) {
    return invalid('held-before-assignment', '召开日期不能早于交办日期', 'heldOn');
  }
  switch (meeting.kind) {
    case 'dual-confirmation':
      return refuseDualConfirmation(file, share) ?? refuseAbsentDeputy(file, command);
    case 'on-site':
      return refuseEarlyOnSite(file, share);
    case 'look-back':
      return refuseOldLookBack(file, meeting);
    default:
      return undefined;
  }
}

function firstOf(refusals: readonly (MeetingRejection | undefined)[]): MeetingRejection | undefined {
  return refusals.find((refusal) => refusal !== undefined);
}

function refuseAbsentDeputy(file: CaseFile, { presentIds }: RecordMeeting): MeetingRejection | undefined {
  const lead = leadDeputyOf(file);
  if (lead === undefined || presentIds.includes(lead)) return undefined;
  return wrongState('deputy-absent', '领衔代表未到会，不能记为双确认；请另约时间');
}

function refuseEarlyOnSite(file: CaseFile, share: Share): MeetingRejection | undefined {
  if (share.dualConfirmation.phase === 'open') {
    return wrongState('dual-confirmation-first', '双确认完成后才能召开现场会');
  }
  if (share.plan.phase === 'none')
    return notYetKnown('assignment', file.fileId, '办理方案报送后才能召开现场会');
  return undefined;
}

function refuseOldLookBack(file: CaseFile, meeting: Meeting): MeetingRejection | undefined {
  const replyId = meeting.about.of === 'reply' ? meeting.about.replyId : '';
  const lookBack = file.lookBacks.find((candidate) => candidate.replyId === replyId);
  if (lookBack?.status === 'required') return undefined;
  return wrongState('look-back-not-required', '该答复未列入回头看或回头看已完成');
}

/** The first on-site meeting of a share stops its clock; a further one or a corrected record does not again. */
function onSiteMet(file: CaseFile, meeting: Meeting, heldOn: LocalDate): readonly ClockFact[] {
  if (meeting.kind !== 'on-site') return [];
  return sharesConcerned(file, assignmentOf(meeting))
    .filter((share) => share.onSite.phase !== 'held')
    .map((share) => meetClock({ kind: 'on_site', subject: share.assignmentId, round: 1 }, heldOn));
}

function filled(text: string): boolean {
  return text.trim() !== '';
}

function someFilled(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.every(filled);
}
