import { dueDate } from '@huiyin/calendar/due-date';
import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import type { LocalDate } from '@huiyin/kernel/local-date';

/** What can be chosen on a ballot. 弃权 is chosen; who does not cast at all is counted apart. */
export const BALLOT_CHOICES = ['satisfied', 'basically-satisfied', 'dissatisfied', 'abstained'] as const;

export type BallotChoice = (typeof BALLOT_CHOICES)[number];

/** Votes by choice. */
export type BallotVotes = Readonly<Record<BallotChoice, number>>;

export type BallotResult = 'satisfied' | 'dissatisfied';

/** 过半数: more than half of all members 组成人员 have checked in (domain.md §8.3). */
export function isQuorate(checkedIn: number, members: number): boolean {
  return checkedIn * 2 > members;
}

/**
 * 满意 when 满意 and 基本满意 together are more than half of all members 组成人员, present or not, and 满意 is at least half
 * of them both; otherwise 不满意 (domain.md §8.3).
 */
export function resultOf(votes: BallotVotes, members: number): BallotResult {
  const content = votes.satisfied + votes['basically-satisfied'];
  return content * 2 > members && votes.satisfied * 2 >= content ? 'satisfied' : 'dissatisfied';
}

/** Months in which a unit rectifies what was voted 不满意 and is voted on again (domain.md §8.3). */
const REVOTE_MONTHS = 2;

/** The last day on which a re-vote is in time. */
export function revoteDueOn(closedOn: LocalDate, calendar: WorkCalendar): LocalDate {
  const term = { n: REVOTE_MONTHS, unit: 'month' } as const;
  return dueDate({ start: closedOn, term, calendar, rollOver: 'next_workday' }).due;
}
