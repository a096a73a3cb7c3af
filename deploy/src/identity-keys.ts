import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivately } from './secrets.ts';
import type { StateDirectory } from './state-directory.ts';
import { PROCESS_NAMES } from './topology.ts';

export interface IdentityFiles {
  /** Ed25519 private JWK of one process. */
  readonly keyFile: (service: string) => string;
  /** JWK Set of all public keys, `kid` = name of the service. */
  readonly jwksFile: string;
}

/** Makes each process's signing key once and the set of all public keys from them. */
export function provideIdentityKeys(state: StateDirectory): IdentityFiles {
  const directory = join(state.secrets, 'identity');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const keyFile = (service: string): string => join(directory, `${service}.jwk.json`);
  const keys = PROCESS_NAMES.map((service) => publicPart(provideKey(service, keyFile(service))));
  const jwksFile = join(directory, 'jwks.json');
  writePrivately(jwksFile, `${JSON.stringify({ keys }, null, 2)}\n`);
  return { keyFile, jwksFile };
}

function provideKey(service: string, file: string): JsonWebKey {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as JsonWebKey;
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = { ...privateKey.export({ format: 'jwk' }), kid: service, alg: 'EdDSA', use: 'sig' };
  writePrivately(file, `${JSON.stringify(key)}\n`);
  return key;
}

function publicPart(key: JsonWebKey): JsonWebKey {
  const { d: _private, ...rest } = key;
  return rest;
}
