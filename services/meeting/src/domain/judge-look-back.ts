import type { LocalDate } from '@huiyin/kernel/local-date';
import { leadDeputyOf, meetingOf, type CaseFile } from './case-file.ts';
import { meetClock, type RulesInForce } from './clock-fact.ts';
import { invitationsOf } from './dual-confirmation.ts';
import type { Decision } from './events.ts';
import type { Held, Verdict } from './meeting.ts';
import { invalid, meetingUnknown, wrongState, type MeetingRejection } from './rejections.ts';

const MAX_GAPS = 20;

export interface JudgeLookBack {
  readonly meetingId: string;
  readonly by: 'lead-deputy' | 'conductor';
  readonly verdict: Verdict;
  readonly gaps: readonly string[];
  readonly today: LocalDate;
  readonly rules: RulesInForce;
}

/**
 * The verdict of a look-back 回头看. It is the lead deputy's own, given on site; only when the deputy did not come in
 * spite of the invitations may the conducting committee or desk judge, so that no case waits forever.
 */
export function judgeLookBack(file: CaseFile, command: JudgeLookBack): Decision {
  const { meetingId, verdict, today } = command;
  const meeting = meetingOf(file, meetingId);
  if (meeting === undefined) return meetingUnknown();
  if (meeting.about.of !== 'reply') return wrongState('not-a-look-back', '此会议不是回头看');
  const { assignmentId, replyId, round } = meeting.about;
  if (meeting.status !== 'held') return wrongState('meeting-not-held', '回头看记录填写后、评价前才能评价');
  const gaps = command.gaps.map((gap) => gap.trim()).filter((gap) => gap !== '');
  const refusal = refuseVerdict(verdict, gaps) ?? refuseJudge(file, meeting, command);
  if (refusal !== undefined) return refusal;
  if (file.lookBacks.find((lookBack) => lookBack.replyId === replyId)?.status !== 'required') {
    return wrongState('look-back-not-required', '该答复未列入回头看或回头看已完成');
  }
  return [
    {
      type: 'look-back-judged',
      meetingId,
      replyId,
      assignmentId,
      round,
      verdict,
      gaps,
      judgedOn: today,
      deputyPresent: command.by === 'lead-deputy',
      clocks: [meetClock({ kind: 'look_back', subject: assignmentId, round }, today)],
    },
  ];
}

function refuseVerdict(verdict: Verdict, gaps: readonly string[]): MeetingRejection | undefined {
  if (verdict === 'met' && gaps.length > 0)
    return invalid('gaps-not-allowed', '达到预期时不填写差距', 'gaps');
  if (verdict === 'met') return undefined;
  if (gaps.length === 0) return invalid('gaps-missing', '未达到预期时请逐条写明差距', 'gaps');
  return gaps.length > MAX_GAPS
    ? invalid('gaps-not-allowed', `差距不能超过${MAX_GAPS}条`, 'gaps')
    : undefined;
}

function refuseJudge(
  file: CaseFile,
  meeting: Held,
  { by, rules }: JudgeLookBack,
): MeetingRejection | undefined {
  const lead = leadDeputyOf(file);
  const deputyCame = lead !== undefined && meeting.record.presentIds.includes(lead);
  if (by === 'lead-deputy') {
    return deputyCame ? undefined : wrongState('deputy-absent', '未到现场，不能给出回头看评价');
  }
  if (deputyCame) return wrongState('deputy-judges', '领衔代表已到现场，由代表本人评价');
  const needed = rules.pack.params.no_response_invitations;
  const sameReply = file.meetings.filter(
    (other) =>
      other.about.of === 'reply' &&
      meeting.about.of === 'reply' &&
      other.about.replyId === meeting.about.replyId,
  );
  if (invitationsOf(sameReply).length < needed) {
    return wrongState('too-few-invitations', `代表未到场时，须有${needed}次邀请记录才能由组织方评价`);
  }
  return undefined;
}
