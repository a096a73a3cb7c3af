import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Ballot } from '../domain/ballot.ts';
import { refuseBallotAct } from '../domain/ballot-rights.ts';
import { revoteDueOn } from '../domain/ballot-rule.ts';
import { ballotUnknown } from '../domain/rejections.ts';
import type { BallotPorts, ListedBallot } from './ports.ts';

/** A ballot with the day computed from it. */
export interface ShownBallot extends ListedBallot {
  /** Until when a ballot 不满意 is to be voted on again; undefined for others, and until the calendar is known. */
  readonly revoteDueOn: LocalDate | undefined;
}

export interface BallotPage {
  readonly ballots: readonly ShownBallot[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

/** Newest first. Units and their office see those that are closed. */
export function listBallots({ uow, ballots, reference }: BallotPorts) {
  return async (
    { limit, cursor }: { readonly limit: number; readonly cursor: string },
    ctx: QueryContext,
  ): Promise<BallotPage | Rejection> => {
    const refused = refuseBallotAct(ctx, 'evaluation.read-ballot', { isClosed: true });
    if (refused !== undefined) return refused;
    const closedOnly = refuseBallotAct(ctx, 'evaluation.read-ballot') !== undefined;
    return uow.read(ctx.tenant, async (tx) => {
      const which = { personId: ctx.actor.personId, closedOnly, limit, cursor };
      const page = await ballots.list(tx, ctx.tenant, which);
      const calendar = await reference.calendar(tx);
      return { ...page, ballots: page.ballots.map((listed) => shown(listed, calendar)) };
    });
  };
}

/** One ballot, with what the asker needs to vote in it. */
export function getBallot({ uow, ballots, reference }: BallotPorts) {
  return async (
    { ballotId }: { readonly ballotId: string },
    ctx: QueryContext,
  ): Promise<ShownBallot | Rejection> => {
    const refused = refuseBallotAct(ctx, 'evaluation.read-ballot', { isClosed: true });
    if (refused !== undefined) return refused;
    return uow.read(ctx.tenant, async (tx) => {
      const found = await ballots.find(tx, ctx.tenant, { ballotId, personId: ctx.actor.personId });
      // To who may not read it there is none.
      const isClosed = found?.ballot.status === 'closed';
      if (found === undefined || refuseBallotAct(ctx, 'evaluation.read-ballot', { isClosed }) !== undefined) {
        return ballotUnknown();
      }
      return shown(found, await reference.calendar(tx));
    });
  };
}

function shown(listed: ListedBallot, calendar: WorkCalendar | undefined): ShownBallot {
  return { ...listed, revoteDueOn: calendar === undefined ? undefined : dueOf(listed.ballot, calendar) };
}

function dueOf(ballot: Ballot, calendar: WorkCalendar): LocalDate | undefined {
  if (ballot.status !== 'closed' || ballot.result !== 'dissatisfied') return undefined;
  return revoteDueOn(ballot.endedOn, calendar);
}
