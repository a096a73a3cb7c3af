import { openCasting as decide } from '../domain/hold-ballot.ts';
import type { BallotPorts } from './ports.ts';
import { changeBallot } from './change-ballot.ts';

/** From now on votes are taken. */
export function openCasting(ports: BallotPorts) {
  return changeBallot(ports, (_tx, _tenant, ballot) => Promise.resolve(decide(ballot)));
}
