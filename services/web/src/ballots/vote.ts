import { api, dataOf, done, Refused, type Schemas } from '../api/client.ts';
import type { Me } from '../session/session.ts';
import { newToken, unblind, type BlindedToken } from './ballot-token.ts';
import { keepCast, keepToken, keptVote } from './kept-token.ts';
import type { Ballot } from './use-ballots.ts';

export type Choice = Schemas['VoteInput']['choice'];

/** Makes a token here, or takes up the one made before, has it signed unseen, and looks whether the signature fits. */
export async function checkIn(
  me: Me,
  { ballotId, publicKey }: Ballot,
  header: { 'idempotency-key': string },
) {
  const kept = keptVote(me.personId, ballotId);
  const token = kept === undefined || kept === 'cast' ? await newToken(publicKey) : kept;
  if (!keepToken(me.personId, ballotId, token))
    throw refused('token-not-kept', '这个浏览器不能保存选票凭证，请换一个浏览器签到');
  const params = { path: { id: ballotId }, header };
  const body = { blindedToken: token.blindedToken };
  const answer = dataOf(await api.POST('/api/v1/ballots/{id}:check-in', { params, body }));
  const signed = dataOf(await api.GET('/api/v1/ballots/{id}', { params: { path: { id: ballotId } } }));
  await signatureOver(token, signed);
  return answer;
}

/** Over the token that this browser keeps. */
async function signatureOver(token: BlindedToken, { publicKey, blindSignature }: Ballot): Promise<string> {
  try {
    return await unblind(publicKey, token, blindSignature);
  } catch (cause) {
    console.warn('huiyin: the signature does not fit the token', cause);
    throw refused('signature-invalid', '签发的凭证与本次投票的核对码不符，请告知工作人员');
  }
}

function refused(code: string, title: string): Refused {
  return new Refused({ status: 0, code, title });
}

/** Casts without the session: the request carries no cookie. The same choice may be sent again, nothing counts twice. */
export async function cast(me: Me, ballot: Ballot, choice: Choice): Promise<void> {
  const { ballotId } = ballot;
  const kept = keptVote(me.personId, ballotId);
  if (kept === undefined || kept === 'cast') throw new Error(`ballot ${ballotId}: there is no token to cast`);
  const signature = await signatureOver(kept, ballot);
  const answer = await api.POST('/api/v1/ballots/{id}:cast', {
    params: { path: { id: ballotId } },
    body: { tenant: me.tenant, token: kept.token, signature, choice },
    credentials: 'omit',
  });
  done(answer);
  keepCast(me.personId, ballotId);
}
