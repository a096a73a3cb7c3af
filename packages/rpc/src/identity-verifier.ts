import { readFile } from 'node:fs/promises';
import { ROLES } from '@huiyin/kernel/actor';
import { systemClock, type Clock } from '@huiyin/kernel/clock';
import { decodeProtectedHeader, errors, jwtVerify, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { z } from 'zod';
import {
  GATEWAY_SIGNER,
  importKey,
  serviceIdentity,
  TOKEN_ALGORITHM,
  TOKEN_AUDIENCE,
  TOKEN_LIFETIME_S,
  type Identity,
} from './identity.ts';

/** Why a token is not believed; stable, safe to show. */
export type TokenRefusal = 'token-missing' | 'token-invalid' | 'token-expired' | 'token-signer-may-not';

/** Decides whether a token is believed and whom it names. */
export interface IdentityVerifier {
  verify(token: string): Promise<Identity | TokenRefusal>;
}

/** Difference between two machines' clocks that is forgiven. */
const CLOCK_TOLERANCE_S = 5;

const registered = {
  iss: z.string(),
  aud: z.literal(TOKEN_AUDIENCE),
  iat: z.number(),
  exp: z.number(),
};
const userClaims = z.strictObject({
  ...registered,
  sub: z.string().min(1),
  pid: z.string().min(1),
  tenant: z.string().min(1),
  roles: z.array(z.enum(ROLES)),
  unit: z.string().min(1).optional(),
  bt: z.iso.datetime(),
});
const serviceClaims = z.strictObject({
  ...registered,
  svc: z.string().min(1),
  tenant: z.string().min(1).optional(),
  bt: z.iso.datetime().optional(),
});

/**
 * Verifies against public keys whose `kid` names the signer. Several keys may bear one kid while a key is being
 * replaced. Only the gateway may assert a person; a service may only assert itself.
 */
export async function identityVerifier(
  jwks: { readonly keys: readonly JWK[] },
  clock: Clock = systemClock,
): Promise<IdentityVerifier> {
  const keys = new Map<string, CryptoKey[]>();
  for (const jwk of jwks.keys) {
    if (jwk.kid === undefined) throw new Error('a public key in the JWKS has no kid');
    if (jwk.d !== undefined) throw new Error(`the JWKS holds the private key of ${jwk.kid}`);
    keys.set(jwk.kid, [...(keys.get(jwk.kid) ?? []), await importKey(jwk)]);
  }
  return {
    verify: async (token) => {
      if (token === '') return 'token-missing';
      const signer = signerOf(token);
      if (signer === undefined) return 'token-invalid';
      const payload = await verifiedPayload(token, keys.get(signer) ?? [], clock);
      return typeof payload === 'string' ? payload : identityOf(signer, payload);
    },
  };
}

/** Reads the public keys of all signers from a JWKS file. */
export async function identityVerifierFromFile(path: string, clock?: Clock): Promise<IdentityVerifier> {
  return identityVerifier(JSON.parse(await readFile(path, 'utf8')) as { keys: JWK[] }, clock);
}

function signerOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid;
  } catch {
    return undefined;
  }
}

async function verifiedPayload(
  token: string,
  keys: readonly CryptoKey[],
  clock: Clock,
): Promise<JWTPayload | TokenRefusal> {
  for (const key of keys) {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: [TOKEN_ALGORITHM],
        audience: TOKEN_AUDIENCE,
        maxTokenAge: TOKEN_LIFETIME_S,
        clockTolerance: CLOCK_TOLERANCE_S,
        currentDate: clock.now(),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) return 'token-expired';
      // A wrong signature may still match the next key of the same signer.
    }
  }
  return 'token-invalid';
}

function identityOf(signer: string, payload: JWTPayload): Identity | TokenRefusal {
  if (payload.iss !== signer) return 'token-invalid';
  if ('svc' in payload) {
    const parsed = serviceClaims.safeParse(payload);
    if (!parsed.success) return 'token-invalid';
    const { svc, tenant, bt } = parsed.data;
    if (svc !== signer) return 'token-signer-may-not';
    return serviceIdentity(svc, {
      ...(tenant === undefined ? {} : { tenant }),
      ...(bt === undefined ? {} : { at: new Date(bt) }),
    });
  }
  if (signer !== GATEWAY_SIGNER) return 'token-signer-may-not';
  const parsed = userClaims.safeParse(payload);
  if (!parsed.success) return 'token-invalid';
  const { sub, pid, tenant, roles, unit, bt } = parsed.data;
  const actor = { accountId: sub, personId: pid, roles, ...(unit === undefined ? {} : { unitId: unit }) };
  return { kind: 'user', tenant, actor, at: new Date(bt) };
}
