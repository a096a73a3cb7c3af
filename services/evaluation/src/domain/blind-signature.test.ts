import { generateKeyPairSync } from 'node:crypto';
import { newBallotToken } from '@huiyin/testkit/ballot-token';
import { describe, expect, it } from 'vitest';
import {
  BALLOT_KEY_BITS,
  isTokenSigned,
  signBlinded,
  tokenHash,
  type BallotKeys,
} from './blind-signature.ts';

function newKeys(): BallotKeys {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: BALLOT_KEY_BITS,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return { publicKey: publicKey.toString('base64url'), privateKey: privateKey.toString('base64url') };
}

const keys = newKeys();
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

describe('a blind signature', () => {
  it('is made over what the signer cannot see, and holds for the token', async () => {
    const { token, blindedToken, finalize } = await newBallotToken(keys.publicKey);
    const signature = await finalize(signBlinded(keys, blindedToken) ?? '');
    expect(isTokenSigned(keys.publicKey, token, signature)).toBe(true);
    expect(blindedToken).not.toContain(token);
  });

  it('holds for no other token, no other key and no changed signature', async () => {
    const { token, blindedToken, finalize } = await newBallotToken(keys.publicKey);
    const signature = await finalize(signBlinded(keys, blindedToken) ?? '');
    expect(isTokenSigned(keys.publicKey, (await newBallotToken(keys.publicKey)).token, signature)).toBe(
      false,
    );
    expect(isTokenSigned(newKeys().publicKey, token, signature)).toBe(false);
    const changed = Uint8Array.from(Buffer.from(signature, 'base64url'), (byte, at) =>
      at === 9 ? byte ^ 1 : byte,
    );
    expect(isTokenSigned(keys.publicKey, token, text(changed))).toBe(false);
  });

  it('is refused for what is no blinded message', () => {
    expect(signBlinded(keys, '')).toBeUndefined();
    expect(signBlinded(keys, 'AAAA')).toBeUndefined();
    expect(signBlinded(keys, '不是'.repeat(128))).toBeUndefined();
    // Not below the modulus.
    expect(signBlinded(keys, text(new Uint8Array(256).fill(255)))).toBeUndefined();
  });

  it('is not found for texts of the wrong form', () => {
    expect(isTokenSigned(keys.publicKey, 'AAAA', 'AAAA')).toBe(false);
    expect(isTokenSigned(keys.publicKey, text(new Uint8Array(64)), text(new Uint8Array(256)))).toBe(false);
  });

  it('has tokens found again by a hash that says nothing of them', () =>
    expect(tokenHash(text(new Uint8Array(64)))).toMatch(/^[0-9a-f]{64}$/));
});
