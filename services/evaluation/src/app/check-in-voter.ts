import type { CommandContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { refuseBallotAct } from '../domain/ballot-rights.ts';
import { signBlinded } from '../domain/blind-signature.ts';
import { ballotUnknown, ballotWrongState, invalid, wrongState } from '../domain/rejections.ts';
import type { BallotPorts } from './ports.ts';

export interface CheckInVoterRequest {
  readonly ballotId: string;
  /** Base64url */
  readonly blindedToken: string;
}

/**
 * Signs one token for a voter, without seeing it. The same blinded token again is the same check-in, whose signature is
 * read with the ballot. No event tells who checked in.
 */
export function checkInVoter({ uow, ballots, ballotRoll }: BallotPorts) {
  return async (request: CheckInVoterRequest, ctx: CommandContext): Promise<CommandResult | Rejection> => {
    const { ballotId, blindedToken } = request;
    // Whoever could not vote in any ballot is told so, whether or not there is this one.
    const ofRole = refuseBallotAct(ctx, 'evaluation.check-in-ballot', { isOnRoll: true });
    if (ofRole !== undefined) return ofRole;
    return uow.command(ctx, ballotId, async (tx) => {
      const stored = await ballots.load(tx, ctx.tenant, ballotId);
      if (stored === undefined) return ballotUnknown();
      const { personId } = ctx.actor;
      const entry = await ballotRoll.entry(tx, ctx.tenant, ballotId, personId);
      const refused = refuseBallotAct(ctx, 'evaluation.check-in-ballot', { isOnRoll: entry !== undefined });
      if (refused !== undefined) return refused;
      const { ballot } = stored;
      if (ballot.status !== 'check-in') return ballotWrongState(ballot.status);
      if (entry?.isCheckedIn === true) {
        return entry.blindedToken === blindedToken
          ? { id: ballotId }
          : wrongState('already-checked-in', '您已经在另一台设备或者浏览器上签到，请在那里投票');
      }
      const privateKey = await ballots.signingKey(tx, ctx.tenant, ballotId);
      if (privateKey === undefined) throw new Error(`ballot ${ballotId} has lost its key while it is open`);
      const blindSignature = signBlinded({ publicKey: ballot.publicKey, privateKey }, blindedToken);
      if (blindSignature === undefined)
        return invalid('token-malformed', '选票凭证格式不正确', 'blindedToken');
      await ballotRoll.checkIn(tx, ctx.tenant, ballotId, { personId, blindedToken, blindSignature });
      return { id: ballotId };
    });
  };
}
