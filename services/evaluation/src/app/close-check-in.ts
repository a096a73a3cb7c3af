import { isRejection } from '@huiyin/kernel/rejection';
import { closeCheckIn as decide } from '../domain/hold-ballot.ts';
import type { BallotPorts } from './ports.ts';
import { changeBallot } from './change-ballot.ts';

/** Ends checking in and destroys the signing key: no token is made any more. */
export function closeCheckIn(ports: BallotPorts) {
  return changeBallot(ports, async (tx, tenant, ballot, today) => {
    const checkedIn = await ports.ballotRoll.countCheckedIn(tx, tenant, ballot.ballotId);
    const step = decide(ballot, checkedIn, today);
    if (!isRejection(step)) await ports.ballots.destroyKey(tx, tenant, ballot.ballotId);
    return step;
  });
}
