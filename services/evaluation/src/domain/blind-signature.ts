import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  verify,
  type KeyObject,
} from 'node:crypto';

/**
 * RSA blind signatures by RFC 9474, RSABSSA-SHA384-PSS-Randomized with keys of 2048 bits: the signer's half and the
 * check. The voter's half (prepare, blind, finalize) is done in the browser.
 */
export const BALLOT_KEY_BITS = 2048;

const SIGNATURE_BYTES = BALLOT_KEY_BITS / 8;
/** 32 random bytes of the preparation before a message of 32 random bytes. */
const TOKEN_BYTES = 64;
const SALT_BYTES = 48;
const BASE64URL = /^[\w-]*$/;

/** A ballot's keys, DER in base64url. */
export interface BallotKeys {
  /** SubjectPublicKeyInfo */
  readonly publicKey: string;
  /** PKCS #8 */
  readonly privateKey: string;
}

/** BlindSign: the signature over a blinded message, both base64url; undefined for what cannot be a blinded message. */
export function signBlinded(keys: BallotKeys, blindedToken: string): string | undefined {
  const blinded = bytesOf(blindedToken, SIGNATURE_BYTES);
  const publicKey = publicKeyOf(keys.publicKey);
  if (blinded === undefined || !isBelowModulus(blinded, publicKey)) return undefined;
  const padding = constants.RSA_NO_PADDING;
  const privateKey = createPrivateKey({
    ...{ key: Buffer.from(keys.privateKey, 'base64url'), format: 'der', type: 'pkcs8' },
  });
  const signature = privateDecrypt({ key: privateKey, padding }, blinded);
  // A fault while signing would give the key away (RFC 9474 §4.3).
  if (!publicEncrypt({ key: publicKey, padding }, signature).equals(blinded)) {
    throw new Error('a blind signature does not verify');
  }
  return signature.toString('base64url');
}

/** Whether a token was signed with the ballot's key. */
export function isTokenSigned(publicKey: string, token: string, signature: string): boolean {
  const message = bytesOf(token, TOKEN_BYTES);
  const signed = bytesOf(signature, SIGNATURE_BYTES);
  if (message === undefined || signed === undefined) return false;
  const key = publicKeyOf(publicKey);
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return verify('sha384', message, { key, padding, saltLength: SALT_BYTES }, signed);
}

/** By which a token is found again. Hex. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(Buffer.from(token, 'base64url')).digest('hex');
}

function bytesOf(text: string, length: number): Buffer | undefined {
  if (!BASE64URL.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  // One text per value: a token has one form only.
  return bytes.length === length && bytes.toString('base64url') === text ? bytes : undefined;
}

function publicKeyOf(publicKey: string): KeyObject {
  return createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
}

function isBelowModulus(bytes: Buffer, key: KeyObject): boolean {
  const { n = '' } = key.export({ format: 'jwk' });
  return Buffer.compare(bytes, Buffer.from(n, 'base64url')) < 0;
}
