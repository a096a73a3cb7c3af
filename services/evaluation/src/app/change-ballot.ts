import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import type { Ballot } from '../domain/ballot.ts';
import { refuseBallotAct } from '../domain/ballot-rights.ts';
import type { BallotStep } from '../domain/hold-ballot.ts';
import { ballotUnknown, type EvaluationRejection } from '../domain/rejections.ts';
import type { BallotPorts } from './ports.ts';

/** A step of whoever holds the ballot: the right to it, its lock, the decision, the new state. */
export function changeBallot(
  ports: BallotPorts,
  decide: (
    tx: Tx,
    tenant: string,
    ballot: Ballot,
    today: LocalDate,
  ) => Promise<BallotStep | EvaluationRejection>,
) {
  return async (
    { ballotId }: { readonly ballotId: string },
    ctx: CommandContext,
  ): Promise<CommandResult | Rejection> => {
    const refused = refuseBallotAct(ctx, 'evaluation.hold-ballot');
    if (refused !== undefined) return refused;
    return ports.uow.command(ctx, ballotId, async (tx, stream) => {
      const stored = await ports.ballots.load(tx, ctx.tenant, ballotId);
      if (stored === undefined) return ballotUnknown();
      const step = await decide(tx, ctx.tenant, stored.ballot, localDateOf(ctx.at));
      if (isRejection(step)) return step;
      await stream.append(ports.publishBallot(step.event));
      await ports.ballots.save(tx, ctx.tenant, { ballot: step.ballot, version: stream.version + 1 });
      return { id: ballotId };
    });
  };
}
