import { readFile } from 'node:fs/promises';
import { systemActor, type Actor, type Role } from '@huiyin/kernel/actor';
import { systemClock, type Clock } from '@huiyin/kernel/clock';
import { importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';

/** The only signer that may speak for a person. */
export const GATEWAY_SIGNER = 'gateway';
export const TOKEN_AUDIENCE = 'huiyin';
/** A token lives for one hop; it is signed anew for every request. */
export const TOKEN_LIFETIME_S = 60;
export const TOKEN_ALGORITHM = 'EdDSA';

/** A person in one membership, as the gateway vouches for them. */
export interface UserClaims {
  readonly tenant: string;
  readonly actor: Actor;
  /** Business time. */
  readonly at: Date;
}

/** A service that acts by itself: gap refill, sweeps, operations. */
export interface ServiceClaims {
  /** The tenant it acts in; absent for calls outside any tenant. */
  readonly tenant?: string;
  /** Business time; absent where none is involved. */
  readonly at?: Date;
}

/** Who calls, as a verified token says. */
export type Identity =
  | { readonly kind: 'user'; readonly tenant: string; readonly actor: Actor; readonly at: Date }
  | {
      readonly kind: 'service';
      readonly service: string;
      readonly actor: Actor;
      readonly tenant?: string;
      readonly at?: Date;
    };

/** Signs short tokens with one key; the key's id is the signer's name. */
export interface IdentitySigner {
  /** `gateway` or a service name. */
  readonly name: string;
  /** Throws unless this is the gateway's signer. */
  user(claims: UserClaims): Promise<string>;
  service(claims?: ServiceClaims): Promise<string>;
}

/** Makes a signer from a private Ed25519 JWK that has a `kid`. */
export async function identitySigner(jwk: JWK, clock: Clock = systemClock): Promise<IdentitySigner> {
  const name = jwk.kid;
  if (name === undefined || jwk.d === undefined) throw new Error('a signing key needs kid and d');
  const key = await importKey(jwk);
  const sign = (claims: Record<string, unknown>): Promise<string> => {
    const issuedAt = Math.floor(clock.now().getTime() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: TOKEN_ALGORITHM, kid: name })
      .setIssuer(name)
      .setAudience(TOKEN_AUDIENCE)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + TOKEN_LIFETIME_S)
      .sign(key);
  };
  return {
    name,
    user: async ({ tenant, actor, at }) => {
      if (name !== GATEWAY_SIGNER) throw new Error(`${name} may not sign for a person`);
      return sign({ sub: actor.accountId, ...personClaims(actor), tenant, bt: at.toISOString() });
    },
    service: async ({ tenant, at } = {}) =>
      sign({
        svc: name,
        ...(tenant === undefined ? {} : { tenant }),
        ...(at === undefined ? {} : { bt: at.toISOString() }),
      }),
  };
}

/** Reads a signer from a private JWK file. */
export async function identitySignerFromFile(path: string, clock?: Clock): Promise<IdentitySigner> {
  return identitySigner(JSON.parse(await readFile(path, 'utf8')) as JWK, clock);
}

/** The identity of a service without a token: its own acts inside its own process. */
export function serviceIdentity(service: string, claims: ServiceClaims = {}): Identity {
  return { kind: 'service', service, actor: systemActor(service), ...claims };
}

export async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, TOKEN_ALGORITHM);
  if (key instanceof Uint8Array) throw new Error('an identity key must be an Ed25519 key pair');
  return key;
}

function personClaims(actor: Actor): { pid: string; roles: readonly Role[]; unit?: string } {
  const { personId, roles, unitId } = actor;
  return { pid: personId, roles, ...(unitId === undefined ? {} : { unit: unitId }) };
}
