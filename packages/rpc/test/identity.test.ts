import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { newIdentityKey, publicPart } from './support/keys.ts';
import { identitySigner, identitySignerFromFile, importKey } from '../src/identity.ts';
import { identityVerifier, identityVerifierFromFile } from '../src/identity-verifier.ts';

const at = new Date('2026-01-05T02:00:00.000Z');
const chenGuifang = {
  accountId: 'account-1',
  personId: 'person-1',
  roles: ['unit-liaison'],
  unitId: 'unit-7',
} as const;

async function setUp(signedAt?: Date) {
  const [gateway, intake] = [await newIdentityKey('gateway'), await newIdentityKey('intake')];
  const clock = signedAt === undefined ? undefined : { now: () => signedAt };
  return {
    gatewayKey: gateway,
    intakeKey: intake,
    gateway: await identitySigner(gateway, clock),
    intake: await identitySigner(intake, clock),
    verifier: await identityVerifier({ keys: [publicPart(gateway), publicPart(intake)] }),
  };
}

test('given a token of the gateway, when verified, then it names person, unit, tenant and business time', async () => {
  const { gateway, verifier } = await setUp();
  const token = await gateway.user({ tenant: 'sd', actor: chenGuifang, at });
  expect(await verifier.verify(token)).toEqual({ kind: 'user', tenant: 'sd', actor: chenGuifang, at });
});

test('given a service token, when verified, then the service acts as the system in the tenant of the token', async () => {
  const { intake, verifier } = await setUp();
  expect(await verifier.verify(await intake.service({ tenant: 'sd', at }))).toEqual({
    kind: 'service',
    service: 'intake',
    tenant: 'sd',
    at,
    actor: { accountId: 'intake', personId: 'system', roles: [] },
  });
});

test('given no token, garbage or an unsigned token, then it is not believed', async () => {
  const { verifier } = await setUp();
  expect(await verifier.verify('')).toBe('token-missing');
  expect(await verifier.verify('abc')).toBe('token-invalid');
  expect(await verifier.verify('a.b.c')).toBe('token-invalid');
  expect(await verifier.verify(new UnsecuredJWT({ svc: 'intake' }).encode())).toBe('token-invalid');
});

test('given a token signed 66 seconds ago, then it has expired', async () => {
  const { gateway, verifier } = await setUp(new Date(Date.now() - 66_000));
  expect(await verifier.verify(await gateway.user({ tenant: 'sd', actor: chenGuifang, at }))).toBe(
    'token-expired',
  );
});

test('given a token that claims an hour of life, then it is refused once it is a minute old', async () => {
  const { gatewayKey, verifier } = await setUp();
  const issuedAt = Math.floor(Date.now() / 1000) - 120;
  const token = await new SignJWT({ sub: 'a', pid: 'p', tenant: 'sd', roles: [], bt: at.toISOString() })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'gateway' })
    .setIssuer('gateway')
    .setAudience('huiyin')
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 3600)
    .sign(await importKey(gatewayKey));
  expect(await verifier.verify(token)).toBe('token-expired');
});

test('given a token whose payload was changed after signing, then it is not believed', async () => {
  const { gateway, verifier } = await setUp();
  const [header, payload, signature] = (await gateway.user({ tenant: 'sd', actor: chenGuifang, at })).split(
    '.',
  );
  const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
  const forged = Buffer.from(JSON.stringify({ ...claims, tenant: 'other' })).toString('base64url');
  expect(await verifier.verify(`${header}.${forged}.${signature}`)).toBe('token-invalid');
});

test('given a signer whose key is not known, or another key under a known name, then it is not believed', async () => {
  const { verifier } = await setUp();
  const stranger = await identitySigner(await newIdentityKey('stranger'));
  const impostor = await identitySigner(await newIdentityKey('gateway'));
  expect(await verifier.verify(await stranger.service({ tenant: 'sd', at }))).toBe('token-invalid');
  expect(await verifier.verify(await impostor.user({ tenant: 'sd', actor: chenGuifang, at }))).toBe(
    'token-invalid',
  );
});

test('given intake signing for a person or for another service, then the signer may not', async () => {
  const { intake, intakeKey, verifier } = await setUp();
  await expect(intake.user({ tenant: 'sd', actor: chenGuifang, at })).rejects.toThrow(
    'may not sign for a person',
  );
  const sign = async (claims: Record<string, unknown>) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: 'intake' })
      .setIssuer('intake')
      .setAudience('huiyin')
      .setIssuedAt()
      .setExpirationTime('60s')
      .sign(await importKey(intakeKey));
  const person = { sub: 'a', pid: 'p', tenant: 'sd', roles: ['council'], bt: at.toISOString() };
  expect(await verifier.verify(await sign(person))).toBe('token-signer-may-not');
  expect(await verifier.verify(await sign({ svc: 'assignment', tenant: 'sd' }))).toBe('token-signer-may-not');
  expect(await verifier.verify(await sign({ ...person, svc: 'intake' }))).toBe('token-invalid');
});

test('given a key being replaced, when both keys bear the name, then tokens of either are believed', async () => {
  const [old, fresh] = [await newIdentityKey('gateway'), await newIdentityKey('gateway')];
  const verifier = await identityVerifier({ keys: [publicPart(old), publicPart(fresh)] });
  for (const key of [old, fresh]) {
    const token = await (await identitySigner(key)).user({ tenant: 'sd', actor: chenGuifang, at });
    expect(await verifier.verify(token)).toMatchObject({ kind: 'user' });
  }
});

test('given a JWKS with a private key in it, then the verifier refuses to be made', async () => {
  await expect(identityVerifier({ keys: [await newIdentityKey('gateway')] })).rejects.toThrow(
    'private key of gateway',
  );
});

test('given key files, then a signer and a verifier read from them understand each other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-keys-'));
  const intake = await newIdentityKey('intake');
  await writeFile(join(folder, 'intake.jwk.json'), JSON.stringify(intake));
  await writeFile(join(folder, 'jwks.json'), JSON.stringify({ keys: [publicPart(intake)] }));
  const verifier = await identityVerifierFromFile(join(folder, 'jwks.json'));
  const signer = await identitySignerFromFile(join(folder, 'intake.jwk.json'));
  expect(await verifier.verify(await signer.service())).toMatchObject({ kind: 'service', service: 'intake' });
  await rm(folder, { recursive: true });
});
