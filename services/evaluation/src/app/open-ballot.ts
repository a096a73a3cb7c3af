import type { CommandContext } from '@huiyin/kernel/command-context';
import { stableId } from '@huiyin/kernel/ids';
import { localDateOf } from '@huiyin/kernel/local-date';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { isSameSubject, type BallotSubject } from '../domain/ballot.ts';
import { refuseBallotAct } from '../domain/ballot-rights.ts';
import { openBallot as decide, type Revote } from '../domain/open-ballot.ts';
import { ballotUnknown, invalid, notYetKnown, type EvaluationRejection } from '../domain/rejections.ts';
import type { BallotPorts } from './ports.ts';
import { calendarMissing } from './calendar-missing.ts';

export interface OpenBallotRequest {
  readonly title: string;
  /** Absent for a re-vote, which takes the earlier ballot's. */
  readonly subject: BallotSubject | undefined;
  /** Empty: every deputy. */
  readonly voterIds: readonly string[];
  readonly members: number;
  /** Empty when it is no re-vote. */
  readonly revoteOf: string;
}

/** Opens a ballot for checking in. Answers its id. */
export function openBallot(ports: BallotPorts) {
  return async (request: OpenBallotRequest, ctx: CommandContext): Promise<CommandResult | Rejection> => {
    const refused = refuseBallotAct(ctx, 'evaluation.hold-ballot');
    if (refused !== undefined) return refused;
    // Takes a tenth of a second, so it is done before anything is locked.
    const keys = await ports.newBallotKeys();
    // The same command sent twice must name the same ballot before its key is looked up.
    const ballotId = stableId('ballot', ctx.tenant, ctx.actor.accountId, ctx.idempotencyKey);
    const streams = request.revoteOf === '' ? ([ballotId] as const) : ([ballotId, request.revoteOf] as const);
    return ports.uow.command(ctx, streams, async (tx, stream) => {
      const today = localDateOf(ctx.at);
      const revote = await revoteOf(ports, tx, ctx.tenant, request.revoteOf);
      if (isRejection(revote)) return revote;
      const subject = await subjectOf(ports, tx, ctx.tenant, { asked: request.subject, revote });
      if (isRejection(subject)) return subject;
      const roll = await rollOf(ports, tx, request.voterIds);
      if (isRejection(roll)) return roll;
      const { title, members } = request;
      const asked = { ballotId, title, subject, voters: roll.length, members, today };
      const step = decide({
        ...asked,
        publicKey: keys.publicKey,
        ...(revote === undefined ? {} : { revote }),
      });
      if (isRejection(step)) return step;
      await stream.append(ports.publishBallot(step.event));
      const stored = { ballot: step.ballot, version: stream.version + 1 };
      await ports.ballots.add(tx, ctx.tenant, stored, keys.privateKey);
      await ports.ballotRoll.enter(tx, ctx.tenant, ballotId, roll);
      return { id: ballotId };
    });
  };
}

async function revoteOf(
  { ballots, reference }: BallotPorts,
  tx: Tx,
  tenant: string,
  earlierId: string,
): Promise<Revote | undefined | EvaluationRejection> {
  if (earlierId === '') return undefined;
  const earlier = await ballots.load(tx, tenant, earlierId);
  if (earlier === undefined) return ballotUnknown();
  const calendar = await reference.calendar(tx);
  if (calendar === undefined) return calendarMissing();
  return { earlier: earlier.ballot, isHeld: await ballots.isRevoteHeld(tx, tenant, earlierId), calendar };
}

async function subjectOf(
  ports: BallotPorts,
  tx: Tx,
  tenant: string,
  { asked, revote }: { asked: BallotSubject | undefined; revote: Revote | undefined },
): Promise<BallotSubject | EvaluationRejection> {
  if (revote !== undefined) {
    const { subject } = revote.earlier;
    if (asked === undefined || isSameSubject(asked, subject)) return subject;
    return invalid('subject-unknown', '再次测评的对象须与原投票相同', 'revoteOf');
  }
  if (asked === undefined) return invalid('subject-missing', '请选择一件建议或者一个承办单位', 'unitId');
  if (asked.kind === 'suggestion') {
    const file = await ports.files.load(tx, tenant, asked.suggestionId);
    return file === undefined
      ? notYetKnown('assignment', asked.suggestionId, '没有找到该建议，或交办信息尚未同步')
      : asked;
  }
  const unit = await ports.reference.unit(tx, asked.unitId);
  return unit === undefined ? invalid('subject-unknown', '没有这个承办单位', 'unitId') : asked;
}

/** Every deputy, or those named, each of whom has to be one. */
async function rollOf(
  { reference }: BallotPorts,
  tx: Tx,
  voterIds: readonly string[],
): Promise<readonly string[] | EvaluationRejection> {
  const deputies = await reference.peopleWith(tx, 'deputy');
  if (voterIds.length === 0) return deputies;
  const known = new Set(deputies);
  const isKnown = voterIds.every((voterId) => known.has(voterId));
  return isKnown ? [...new Set(voterIds)] : invalid('voter-unknown', '参加投票的须为本级代表', 'voterIds');
}
