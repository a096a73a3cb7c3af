import { RSABSSA } from '@cloudflare/blindrsa-ts';

/** A token before it is signed: what stays in this browser. All texts are base64url. */
export interface BlindedToken {
  readonly token: string;
  readonly blindedToken: string;
  /** Takes the blinding off; nobody else has it. */
  readonly unblinding: string;
}

const TOKEN_BYTES = 32;
const suite = RSABSSA.SHA384.PSS.Randomized();

/** A new token and its blinding by RFC 9474, for the ballot of this key (SubjectPublicKeyInfo). */
export async function newToken(publicKey: string): Promise<BlindedToken> {
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)));
  const { blindedMsg, inv } = await suite.blind(await keyOf(publicKey), message);
  return { token: text(message), blindedToken: text(blindedMsg), unblinding: text(inv) };
}

/** The signature over the token. Throws when what the service signed is not this token. */
export async function unblind(
  publicKey: string,
  { token, unblinding }: BlindedToken,
  blindSignature: string,
): Promise<string> {
  const key = await keyOf(publicKey);
  return text(await suite.finalize(key, bytes(token), bytes(blindSignature), bytes(unblinding)));
}

function keyOf(publicKey: string): Promise<CryptoKey> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  return crypto.subtle.importKey('spki', bytes(publicKey), algorithm, true, ['verify']);
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
}

function text(value: Uint8Array): string {
  const base64 = btoa(String.fromCodePoint(...value));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
