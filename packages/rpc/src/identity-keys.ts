import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { TOKEN_ALGORITHM } from './identity.ts';

/** Where a signer's private key lies under the key folder. */
export function privateKeyFile(folder: string, signer: string): string {
  return join(folder, `${signer}.jwk.json`);
}

/** Where the public keys of all signers lie under the key folder. */
export function jwksFile(folder: string): string {
  return join(folder, 'jwks.json');
}

/** A new private Ed25519 key whose id is the signer's name. */
export async function newIdentityKey(signer: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(TOKEN_ALGORITHM, { crv: 'Ed25519', extractable: true });
  return { ...(await exportJWK(privateKey)), kid: signer, alg: TOKEN_ALGORITHM, use: 'sig' };
}

/** The part of a key that everyone may see. */
export function publicPart(key: JWK): JWK {
  const { d: _secret, ...rest } = key;
  return rest;
}

/**
 * Makes the missing private keys (readable by the owner only) and writes the JWKS of all of them. Existing keys
 * stay, so that a second start does not invalidate tokens on their way.
 */
export async function ensureIdentityKeys(folder: string, signers: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const keys = [];
  for (const signer of signers)
    keys.push(publicPart(await ensureKey(privateKeyFile(folder, signer), signer)));
  await replaceFile(jwksFile(folder), `${JSON.stringify({ keys }, null, 2)}\n`, 0o644);
}

async function ensureKey(path: string, signer: string): Promise<JWK> {
  const existing = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (existing !== undefined) return JSON.parse(existing) as JWK;
  const key = await newIdentityKey(signer);
  await replaceFile(path, `${JSON.stringify(key)}\n`, 0o600);
  return key;
}

/** Whole or not at all: a reader never sees half a key. */
async function replaceFile(path: string, content: string, mode: number): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, content, { mode });
  await rename(draft, path);
}
