import { codeOf } from '@huiyin/testkit/accepted';
import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { workCalendar } from '@huiyin/calendar/work-calendar';
import { isRejection } from '@huiyin/kernel/rejection';
import { localDate, type LocalDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import type { Ballot, BallotIn } from './ballot.ts';
import { isQuorate, resultOf, revoteDueOn, type BallotVotes } from './ballot-rule.ts';
import { closeBallot, closeCheckIn, decideCast, openCasting, refuseClosing } from './hold-ballot.ts';
import { openBallot, type BallotToOpen } from './open-ballot.ts';

const calendar = workCalendar(chinaOfficialDays());
const TODAY = localDate('2026-01-12');

const votes = (satisfied: number, basically: number, dissatisfied = 0, abstained = 0): BallotVotes => ({
  ...{ satisfied, dissatisfied, abstained, 'basically-satisfied': basically },
});

const asked = (more: Partial<BallotToOpen> = {}): BallotToOpen => ({
  ...{
    ballotId: 'ballot',
    title: '城市管理局办理工作',
    subject: { kind: 'unit', unitId: 'city-management' },
  },
  ...{ voters: 10, members: 0, publicKey: 'key', today: TODAY, ...more },
});

function stateOf(step: { ballot: Ballot } | { rejected: true }): Ballot {
  if (isRejection(step)) throw new Error(`refused: ${step.code}`);
  return (step as { ballot: Ballot }).ballot;
}

const opened = (more: Partial<BallotToOpen> = {}): Ballot => stateOf(openBallot(asked(more)));
const casting = (checkedIn = 6): Ballot =>
  stateOf(openCasting(stateOf(closeCheckIn(opened(), checkedIn, TODAY))));
const closedWith = (counted: BallotVotes): BallotIn<'closed'> =>
  stateOf(closeBallot(casting(10), counted, TODAY)) as BallotIn<'closed'>;

describe('quorum 过半数组成人员', () => {
  it('is more than half of the members, never just half', () => {
    expect([4, 5, 6].map((present) => isQuorate(present, 10))).toEqual([false, false, true]);
    expect([4, 5, 6].map((present) => isQuorate(present, 11))).toEqual([false, false, true]);
    expect(isQuorate(1, 1)).toBe(true);
    expect(isQuorate(0, 0)).toBe(false);
  });

  it('decides whether anybody casts', () => {
    expect(closeCheckIn(opened(), 5, TODAY)).toMatchObject({
      ballot: { status: 'inquorate', checkedIn: 5, endedOn: TODAY },
      event: { type: 'ballot-check-in-closed', checkedIn: 5, quorate: false },
    });
    expect(closeCheckIn(opened(), 6, TODAY)).toMatchObject({
      ballot: { status: 'checked-in', checkedIn: 6 },
      event: { quorate: true },
    });
  });

  it('counts of all members, also of those who are not on the roll', () => {
    const ballot = opened({ voters: 10, members: 12 });
    expect(closeCheckIn(ballot, 6, TODAY)).toMatchObject({ ballot: { status: 'inquorate' } });
  });
});

describe('result 满意', () => {
  it('needs 满意 and 基本满意 of more than half of all members, present or not', () => {
    expect(resultOf(votes(5, 0), 10)).toBe('dissatisfied');
    expect(resultOf(votes(5, 1), 10)).toBe('satisfied');
    expect(resultOf(votes(6, 0), 11)).toBe('satisfied');
    expect(resultOf(votes(5, 0), 11)).toBe('dissatisfied');
    // Nobody is against, and yet too few are for.
    expect(resultOf(votes(3, 1, 0, 2), 10)).toBe('dissatisfied');
  });

  it('needs 满意 of at least half of the two', () => {
    expect(resultOf(votes(3, 3), 10)).toBe('satisfied');
    expect(resultOf(votes(3, 4), 10)).toBe('dissatisfied');
    expect(resultOf(votes(4, 3), 10)).toBe('satisfied');
    expect(resultOf(votes(0, 10), 10)).toBe('dissatisfied');
  });

  it('is 不满意 when nobody cast', () => expect(resultOf(votes(0, 0), 3)).toBe('dissatisfied'));
});

describe('a ballot', () => {
  it('goes from check-in over casting to its result, one step after the other', () => {
    expect(closedWith(votes(6, 1, 2, 1))).toMatchObject({ status: 'closed', result: 'satisfied' });
    expect(codeOf(openCasting(opened()))).toBe('ballot-wrong-state');
    expect(codeOf(openCasting(casting()))).toBe('ballot-wrong-state');
    expect(codeOf(closeCheckIn(casting(), 6, TODAY))).toBe('ballot-wrong-state');
    expect(codeOf(closeBallot(opened(), votes(0, 0), TODAY))).toBe('ballot-wrong-state');
    expect(codeOf(refuseClosing(closedWith(votes(1, 0))))).toBe('ballot-wrong-state');
    const inquorate = stateOf(closeCheckIn(opened(), 5, TODAY));
    expect(codeOf(openCasting(inquorate))).toBe('ballot-wrong-state');
  });

  it('is never counted beyond those who checked in', () =>
    expect(() => closeBallot(casting(6), votes(7, 0), TODAY)).toThrow('more votes than voters'));

  it('takes a token once, and the same choice again as the same vote', () => {
    const vote = { choice: 'satisfied', earlier: undefined, cast: 0 } as const;
    expect(decideCast(casting(), vote)).toBe('cast');
    expect(decideCast(casting(), { ...vote, earlier: 'satisfied', cast: 6 })).toBe('cast-before');
    expect(codeOf(decideCast(casting(), { ...vote, earlier: 'abstained' }))).toBe('vote-already-cast');
    expect(decideCast(casting(6), { ...vote, cast: 5 })).toBe('cast');
    expect(codeOf(decideCast(casting(6), { ...vote, cast: 6 }))).toBe('more-votes-than-voters');
    expect(codeOf(decideCast(closedWith(votes(6, 0)), vote))).toBe('ballot-wrong-state');
  });

  it('needs a title, voters within the limit, and members who are not fewer', () => {
    expect(codeOf(openBallot(asked({ title: ' ' })))).toBe('title-missing');
    expect(codeOf(openBallot(asked({ title: '长'.repeat(121) })))).toBe('text-too-long');
    expect(codeOf(openBallot(asked({ voters: 0 })))).toBe('voters-missing');
    expect(codeOf(openBallot(asked({ voters: 501 })))).toBe('too-many-voters');
    expect(codeOf(openBallot(asked({ voters: 10, members: 9 })))).toBe('members-too-few');
    expect(opened({ voters: 10, members: 0 })).toMatchObject({ members: 10 });
  });
});

describe('re-vote 再次测评', () => {
  const dissatisfied = closedWith(votes(1, 0, 9));
  const again = (today: LocalDate, more: Partial<NonNullable<BallotToOpen['revote']>> = {}) =>
    openBallot(asked({ today, revote: { earlier: dissatisfied, isHeld: false, calendar, ...more } }));

  it('is due within two months, to the next workday', () => {
    expect(revoteDueOn(localDate('2026-01-12'), calendar)).toBe('2026-03-12');
    // 2026-03-14 is a Saturday.
    expect(revoteDueOn(localDate('2026-01-14'), calendar)).toBe('2026-03-16');
    expect(revoteDueOn(localDate('2025-12-31'), calendar)).toBe('2026-02-28');
  });

  it('is late from the day after, and held all the same', () => {
    expect(again(localDate('2026-03-12'))).toMatchObject({ ballot: { revoteOf: { late: false } } });
    expect(again(localDate('2026-03-13'))).toMatchObject({
      ballot: { revoteOf: { ballotId: 'ballot', late: true } },
    });
  });

  it('follows a ballot 不满意 alone, and once', () => {
    const content = closedWith(votes(9, 0));
    expect(codeOf(again(TODAY, { earlier: content }))).toBe('revote-not-due');
    expect(codeOf(again(TODAY, { earlier: casting() }))).toBe('revote-not-due');
    expect(codeOf(again(TODAY, { isHeld: true }))).toBe('revote-held');
  });
});
