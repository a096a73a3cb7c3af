import { RSABSSA } from '@cloudflare/blindrsa-ts';

/** A voter's token as the browser makes it, with the blinding that only the voter knows. All texts are base64url. */
export interface BallotToken {
  readonly token: string;
  readonly blindedToken: string;
  /** The signature over the token, from that over the blinded one; throws when it does not hold. */
  finalize(blindSignature: string): Promise<string>;
}

const suite = RSABSSA.SHA384.PSS.Randomized();
const RANDOM_BYTES = 32;

/** A new token for the ballot of this key (SubjectPublicKeyInfo, base64url). */
export async function newBallotToken(publicKey: string): Promise<BallotToken> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const key = await crypto.subtle.importKey('spki', bytes(publicKey), algorithm, true, ['verify']);
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
  const { blindedMsg, inv } = await suite.blind(key, message);
  return {
    token: text(message),
    blindedToken: text(blindedMsg),
    finalize: async (blindSignature) => text(await suite.finalize(key, message, bytes(blindSignature), inv)),
  };
}

function bytes(value: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(value, 'base64url'));
}

function text(value: Uint8Array): string {
  return Buffer.from(value).toString('base64url');
}
