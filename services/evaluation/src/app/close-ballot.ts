import { closeBallot as decide, refuseClosing } from '../domain/hold-ballot.ts';
import type { BallotPorts } from './ports.ts';
import { changeBallot } from './change-ballot.ts';

/** Shuffles and counts the votes and says the result. */
export function closeBallot(ports: BallotPorts) {
  return changeBallot(ports, async (tx, tenant, ballot, today) => {
    const refused = refuseClosing(ballot);
    if (refused !== undefined) return refused;
    const votes = await ports.ballotBox.seal(tx, tenant, ballot.ballotId);
    await ports.ballotRoll.forgetTokens(tx, tenant, ballot.ballotId);
    return decide(ballot, votes, today);
  });
}
