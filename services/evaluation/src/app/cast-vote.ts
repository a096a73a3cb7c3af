import { systemActor } from '@huiyin/kernel/actor';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { BallotChoice } from '../domain/ballot-rule.ts';
import { isTokenSigned, tokenHash } from '../domain/blind-signature.ts';
import { decideCast } from '../domain/hold-ballot.ts';
import { ballotUnknown, ballotWrongState, invalid, type EvaluationRejection } from '../domain/rejections.ts';
import type { BallotPorts } from './ports.ts';

export interface CastVoteRequest {
  readonly ballotId: string;
  /** Base64url */
  readonly token: string;
  readonly signature: string;
  readonly choice: BallotChoice;
}

/** All that is known of a caller who is nobody. */
export interface CastContext {
  readonly tenant: string;
  /** Business time; not written down. */
  readonly at: Date;
}

/** Puts a vote into the box. Nobody's: the token is its key, and neither an event nor an idempotency row is written. */
export function castVote(ports: BallotPorts) {
  return async (request: CastVoteRequest, { tenant, at }: CastContext): Promise<Rejection | undefined> => {
    const { ballotId, token, signature } = request;
    const stored = await ports.uow.read(tenant, (tx) => ports.ballots.load(tx, tenant, ballotId));
    if (stored === undefined) return ballotUnknown();
    const { status, publicKey } = stored.ballot;
    if (status !== 'casting') return ballotWrongState(status);
    if (!isTokenSigned(publicKey, token, signature)) {
      return invalid('token-not-signed', '这不是本次投票签发的选票凭证', 'token');
    }
    let refused: EvaluationRejection | undefined;
    const by = { tenant, at, actor: systemActor('evaluation') };
    await ports.uow.act(by, ballotId, async (tx) => {
      refused = await putInBox(ports, tx, tenant, request);
    });
    return refused;
  };
}

/** Under the ballot's lock: it may have closed meanwhile. */
async function putInBox(
  { ballots, ballotBox }: BallotPorts,
  tx: Tx,
  tenant: string,
  { ballotId, token, choice }: CastVoteRequest,
): Promise<EvaluationRejection | undefined> {
  const stored = await ballots.load(tx, tenant, ballotId);
  if (stored === undefined) return ballotUnknown();
  const hash = tokenHash(token);
  const earlier = await ballotBox.chosenWith(tx, tenant, ballotId, hash);
  const cast = await ballotBox.countCast(tx, tenant, ballotId);
  const decided = decideCast(stored.ballot, { choice, earlier, cast });
  if (isRejection(decided)) return decided;
  if (decided === 'cast') await ballotBox.cast(tx, tenant, ballotId, { tokenHash: hash, choice });
  return undefined;
}
