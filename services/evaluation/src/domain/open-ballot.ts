import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Ballot, BallotSubject } from './ballot.ts';
import { revoteDueOn } from './ballot-rule.ts';
import type { BallotStep } from './hold-ballot.ts';
import { invalid, wrongState, type EvaluationRejection } from './rejections.ts';

/** Longest title of a ballot, characters. */
const MAX_BALLOT_TITLE_CHARACTERS = 120;
/** Largest roll: a district's congress has at most 450 deputies (选举法 art. 12). */
const MAX_BALLOT_VOTERS = 500;

export interface BallotToOpen {
  readonly ballotId: string;
  readonly title: string;
  readonly subject: BallotSubject;
  /** On the roll, each once. */
  readonly voters: number;
  /** 组成人员总数; 0 means as many as voters. */
  readonly members: number;
  readonly publicKey: string;
  readonly today: LocalDate;
  readonly revote?: Revote;
}

export interface Revote {
  readonly earlier: Ballot;
  /** Another re-vote of the earlier ballot runs or has been held. */
  readonly isHeld: boolean;
  readonly calendar: WorkCalendar;
}

/** Opens checking in. A re-vote after the two months is held all the same, and says that it is late. */
export function openBallot(asked: BallotToOpen): BallotStep | EvaluationRejection {
  const refused = refuseOpening(asked);
  if (refused !== undefined) return refused;
  const { ballotId, subject, voters, publicKey, today, revote } = asked;
  const ballot = {
    ...{ ballotId, title: asked.title.trim(), subject, voters, publicKey, openedOn: today },
    members: asked.members === 0 ? voters : asked.members,
    status: 'check-in',
    ...(revote === undefined ? {} : { revoteOf: revoteOf(revote, today) }),
  } as const;
  return { ballot, event: { type: 'ballot-opened', ballot } };
}

function refuseOpening({ title, voters, members, revote }: BallotToOpen): EvaluationRejection | undefined {
  if (title.trim() === '') return invalid('title-missing', '请填写投票事项', 'title');
  if (title.length > MAX_BALLOT_TITLE_CHARACTERS) {
    return invalid('text-too-long', `不能超过${MAX_BALLOT_TITLE_CHARACTERS}字`, 'title');
  }
  if (voters === 0) return invalid('voters-missing', '请确定参加投票的人员', 'voterIds');
  if (voters > MAX_BALLOT_VOTERS) {
    return invalid('too-many-voters', `参加投票的人员不能超过${MAX_BALLOT_VOTERS}人`, 'voterIds');
  }
  if (members !== 0 && members < voters) {
    return invalid('members-too-few', '组成人员总数不能少于参加投票的人数', 'members');
  }
  return revote === undefined ? undefined : refuseRevote(revote);
}

function refuseRevote({ earlier, isHeld }: Revote): EvaluationRejection | undefined {
  if (earlier.status !== 'closed' || earlier.result !== 'dissatisfied') {
    return wrongState('revote-not-due', '只有结果为不满意的投票才再次测评');
  }
  return isHeld ? wrongState('revote-held', '该投票的再次测评已经进行或正在进行') : undefined;
}

function revoteOf({ earlier, calendar }: Revote, today: LocalDate): { ballotId: string; late: boolean } {
  if (earlier.status !== 'closed') throw new Error(`ballot ${earlier.ballotId} is not closed`);
  return { ballotId: earlier.ballotId, late: today > revoteDueOn(earlier.endedOn, calendar) };
}
