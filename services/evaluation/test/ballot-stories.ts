import { accepted } from '@huiyin/testkit/accepted';
import type { Actor } from '@huiyin/kernel/actor';
import { newBallotToken, type BallotToken } from '@huiyin/testkit/ballot-token';
import type { OpenBallotRequest } from '../src/app/open-ballot.ts';
import type { BallotChoice } from '../src/domain/ballot-rule.ts';
import { by, DESK, type OpenEvaluation } from './open-evaluation.ts';

export const opening = (more: Partial<OpenBallotRequest> = {}): OpenBallotRequest => ({
  ...{ title: '交通局办理工作', subject: { kind: 'unit', unitId: 'unit-transport' } as const },
  ...{ voterIds: [], members: 0, revoteOf: '', ...more },
});

/** A deputy who checked in, with the token that only the deputy has. */
export interface Voter {
  readonly actor: Actor;
  readonly token: BallotToken;
}

/** 东湖区 with a unit and deputies, and ballots among them. */
export function ballotStories(evaluation: () => OpenEvaluation) {
  async function introduce(deputies: readonly Actor[]): Promise<void> {
    const { hear } = evaluation();
    const unit = { unitId: 'unit-transport', name: '交通局', kind: 'government', active: true };
    await hear('directory', { stream: unit.unitId, type: 'unit-changed', payload: unit });
    for (const { personId } of deputies) {
      const payload = { personId, memberships: [{ role: 'deputy', unitId: '', active: true }] };
      await hear('directory', { stream: personId, type: 'person-changed', payload });
    }
  }

  async function opened(more: Partial<OpenBallotRequest> = {}, day?: string): Promise<string> {
    return accepted(await evaluation().use.openBallot(opening(more), by(DESK, day))).id;
  }

  async function checkIn(ballotId: string, actor: Actor): Promise<Voter> {
    const { use } = evaluation();
    const { ballot } = accepted(await use.getBallot({ ballotId }, by(actor)));
    const token = await newBallotToken(ballot.publicKey);
    accepted(await use.checkInVoter({ ballotId, blindedToken: token.blindedToken }, by(actor)));
    return { actor, token };
  }

  /** Reads the signature as the voter's browser does, and casts as nobody. */
  async function vote(ballotId: string, { actor, token }: Voter, choice: BallotChoice) {
    const { use } = evaluation();
    const { blindSignature } = accepted(await use.getBallot({ ballotId }, by(actor)));
    const signature = await token.finalize(blindSignature);
    const cast = { ballotId, token: token.token, signature, choice };
    return use.castVote(cast, { tenant: 'donghu', at: by(DESK).at });
  }

  async function casting(ballotId: string, actors: readonly Actor[]): Promise<readonly Voter[]> {
    const { use } = evaluation();
    const voters: Voter[] = [];
    for (const actor of actors) voters.push(await checkIn(ballotId, actor));
    accepted(await use.closeCheckIn({ ballotId }, by(DESK)));
    accepted(await use.openCasting({ ballotId }, by(DESK)));
    return voters;
  }

  return { introduce, opened, checkIn, casting, vote };
}
