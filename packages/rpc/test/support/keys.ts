import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { TOKEN_ALGORITHM } from '../../src/identity.ts';

/** A new private Ed25519 key whose id is the signer's name. */
export async function newIdentityKey(signer: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(TOKEN_ALGORITHM, { crv: 'Ed25519', extractable: true });
  return { ...(await exportJWK(privateKey)), kid: signer };
}

/** The part of a key that everyone may see. */
export function publicPart(key: JWK): JWK {
  const { d: _secret, ...rest } = key;
  return rest;
}
