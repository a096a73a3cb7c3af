import type { ApiSession } from '@huiyin/scripts/api/session';
import { newBallotToken } from '@huiyin/testkit/ballot-token';

/** What a page shows of a ballot, as far as tests look. */
export interface ShownBallot {
  readonly status: string;
  readonly publicKey: string;
  readonly checkedIn: number;
  readonly cast: number;
  readonly mine: string;
  readonly blindSignature: string;
  readonly result: string;
  readonly counts?: Readonly<Record<string, number>>;
  readonly revoteDueOn: string;
}

/** A deputy who has checked in, and what only this deputy's browser knows. */
export interface BallotVoter {
  readonly personId: string;
  readonly token: string;
  readonly signature: string;
  readonly blindedToken: string;
  readonly blindSignature: string;
}

/** Checks in as the page does: the token is made here, the signature read back. */
export async function checkIn(session: ApiSession, ballotId: string): Promise<BallotVoter> {
  const { publicKey } = await session.get<ShownBallot>(`/ballots/${ballotId}`);
  const { token, blindedToken, finalize } = await newBallotToken(publicKey);
  await session.post(`/ballots/${ballotId}:check-in`, { blindedToken });
  const { blindSignature } = await session.get<ShownBallot>(`/ballots/${ballotId}`);
  const signature = await finalize(blindSignature);
  return { personId: session.personId, token, signature, blindedToken, blindSignature };
}

interface Vote {
  readonly tenant: string;
  readonly ballotId: string;
  readonly choice: string;
  /** What a careless browser sends beside it. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Casts as nobody; answers the status and the code of a refusal. */
export async function cast(
  gatewayUrl: string,
  { token, signature }: BallotVoter,
  { tenant, ballotId, choice, headers = {} }: Vote,
): Promise<string> {
  const answer = await fetch(`${gatewayUrl}/api/v1/ballots/${ballotId}:cast`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ tenant, token, signature, choice }),
  });
  if (answer.status === 204) return '204';
  const { code } = (await answer.json()) as { code: string };
  return `${answer.status} ${code}`;
}
