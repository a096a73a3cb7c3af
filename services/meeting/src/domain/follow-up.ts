import type { LocalDate } from '@huiyin/kernel/local-date';
import type { CaseFile, ShareRound } from './case-file.ts';
import { cancellation } from './change-invitation.ts';
import { cancelClock, startClock, type ClockStart, type RulesInForce } from './clock-fact.ts';
import type { MeetingEvent } from './events.ts';
import { drawLookBack, type IssuedReply, type LookBack, type LookBackQuota } from './look-back.ts';
import { isGating } from './meeting-kind.ts';
import { assignmentOf, type Meeting } from './meeting.ts';

/** The replies nobody has drawn for yet, oldest first. */
export function undrawnReplies(file: CaseFile): readonly IssuedReply[] {
  return file.replies.filter((reply) =>
    file.lookBacks.every((lookBack) => lookBack.replyId !== reply.replyId),
  );
}

/** Draws whether a reply is looked back at, and what that makes of the tenant-year's quota. */
export function decideLookBack(
  reply: IssuedReply,
  quota: LookBackQuota,
  rules: RulesInForce,
): { readonly event: MeetingEvent; readonly quota: LookBackQuota } {
  const outcome = drawLookBack(reply, quota, rules);
  const { replyId, assignmentId, round, issuedOn, seed } = reply;
  const drawn = { replyId, assignmentId, round, issuedOn, draw: outcome.draw, seed };
  if (!outcome.required) return { event: { type: 'look-back-waived', ...drawn }, quota: outcome.quota };
  const clocks = [lookBackClock(rules, reply, { startDate: issuedOn, startEvent: 'reply_issued' })];
  return {
    event: { type: 'look-back-required', ...drawn, ground: outcome.ground, clocks },
    quota: outcome.quota,
  };
}

/**
 * What the known facts demand next, in whatever order they came: a class A the deputy denies is looked at after all,
 * a look-back of a reply that no longer stands falls away, and so do meetings whose reason is gone.
 */
export function consequences(file: CaseFile, today: LocalDate, rules: RulesInForce): readonly MeetingEvent[] {
  const challenged = file.lookBacks.find((lookBack) => isChallenged(file, lookBack));
  if (challenged !== undefined) return [requireAfterChallenge(challenged, today, rules)];
  const superseded = file.lookBacks.filter(
    (lookBack) => lookBack.status === 'required' && hasNoReply(file, lookBack),
  );
  const pointless = file.meetings.filter(
    (meeting) => meeting.status === 'scheduled' && isPointless(file, meeting, superseded),
  );
  return [
    ...superseded.map(({ replyId, assignmentId, round }): MeetingEvent => {
      const clock = cancelClock({ kind: 'look_back', subject: assignmentId, round }, today);
      return { type: 'look-back-superseded', replyId, assignmentId, round, clocks: [clock] };
    }),
    ...pointless.map((meeting) => cancellation(meeting, '办理情况变化，会议不再需要')),
  ];
}

/** domain.md T25: every challenged class A is looked at, whatever the draw was. */
function isChallenged(file: CaseFile, lookBack: LookBack): boolean {
  return (
    lookBack.status === 'waived' && file.standing === 'open' && file.challenges.some(sameRound(lookBack))
  );
}

function requireAfterChallenge(lookBack: LookBack, today: LocalDate, rules: RulesInForce): MeetingEvent {
  const { replyId, assignmentId, round, issuedOn, draw, seed } = lookBack;
  const clocks = [lookBackClock(rules, lookBack, { startDate: today, startEvent: 'look_back_order' })];
  return {
    type: 'look-back-required',
    replyId,
    assignmentId,
    round,
    issuedOn,
    draw,
    seed,
    ground: 'challenged',
    clocks,
  };
}

function lookBackClock(
  rules: RulesInForce,
  { assignmentId, round }: ShareRound,
  from: Pick<ClockStart, 'startDate' | 'startEvent'>,
): ClockStart {
  return startClock(rules, { kind: 'look_back', subject: assignmentId, round, ...from });
}

/** The case ended, or a re-handling of that reply's round was ordered. */
function hasNoReply(file: CaseFile, { assignmentId, round }: ShareRound): boolean {
  return (
    file.standing === 'ended' ||
    file.rehandlings.some((ordered) => ordered.assignmentId === assignmentId && ordered.round > round)
  );
}

function isPointless(file: CaseFile, meeting: Meeting, superseded: readonly LookBack[]): boolean {
  if (file.standing === 'ended' || (file.standing === 'closed' && isGating(meeting.kind))) return true;
  const assignmentId = assignmentOf(meeting);
  const left = file.shares.some((share) => share.assignmentId === assignmentId && share.standing === 'left');
  const { about } = meeting;
  return left || (about.of === 'reply' && superseded.some((lookBack) => lookBack.replyId === about.replyId));
}

function sameRound(a: ShareRound): (b: ShareRound) => boolean {
  return (b) => b.assignmentId === a.assignmentId && b.round === a.round;
}
