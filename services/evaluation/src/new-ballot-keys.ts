import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { BALLOT_KEY_BITS, type BallotKeys } from './domain/blind-signature.ts';

const generate = promisify(generateKeyPair);

/** A new pair of keys for one ballot; about a tenth of a second, off the event loop. */
export async function newBallotKeys(): Promise<BallotKeys> {
  const { publicKey, privateKey } = await generate('rsa', {
    modulusLength: BALLOT_KEY_BITS,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return {
    publicKey: publicKey.toString('base64url'),
    privateKey: privateKey.toString('base64url'),
  };
}
