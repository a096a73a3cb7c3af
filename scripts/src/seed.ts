import { setTimeout as sleep } from 'node:timers/promises';
import type { Rejection } from '@huiyin/kernel/rejection';
import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { canonicalRulePack } from '@huiyin/calendar/rule-pack';
import { sdDistrict } from '@huiyin/calendar/sd-district';
import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import { demoCity, type DemoTenant } from '@huiyin/demo-city/city';
import { DEMO_PASSWORD, shownAccounts } from '@huiyin/demo-city/accounts';
import type { IdentityFiles } from '@huiyin/deploy/identity-keys';
import type { ServiceName } from '@huiyin/deploy/topology';
import { stableId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { rpcChannels, rpcClient, type RpcCallOptions, type RpcClient } from '@huiyin/rpc/client';
import { RpcUnavailable } from '@huiyin/rpc/errors';
import { identitySignerFromFile } from '@huiyin/rpc/identity';

export interface SeedTargets {
  readonly gatewayUrl: string;
  /** gRPC target of a service. */
  readonly target: (service: ServiceName) => string;
  /** Signing keys of the processes, for calls that no person makes. */
  readonly identity: IdentityFiles;
  readonly say: (line: string) => void;
}

export interface DemoAccount {
  /** Chinese name of the role. */
  readonly role: string;
  readonly login: string;
  readonly password: string;
}

/** Items of one bulk call. Each account costs a password hash, and a call that outlives its connection has to be made again. */
const BATCH = 25;
const BATCH_DEADLINE_MS = 120_000;
const ATTEMPTS = 10;
const BUSY_MS = 1_000;
const RULE_PACK_FROM = '2020-01-01';

type Directory = RpcClient<DirectoryServiceService>;

/** One account per role of the demo city, for the person who just started Huiyin. */
export function demoAccounts(): readonly DemoAccount[] {
  const accounts = shownAccounts(demoCity().flatMap((tenant) => tenant.accounts));
  return accounts.map(({ role, login }) => ({ role, login, password: DEMO_PASSWORD }));
}

/** Fills an empty Huiyin with the demo city. May be repeated after an interruption. */
export async function seedDemoCity({ target, identity, say }: SeedTargets): Promise<void> {
  const channels = rpcChannels();
  try {
    const signer = await identitySignerFromFile(identity.keyFile('gateway'));
    const directory = rpcClient(DirectoryServiceService, target('directory'), { channels, signer });
    for (const tenant of demoCity()) {
      say(`seeding ${tenant.place.name} …`);
      await seedTenant(directory, tenant);
    }
  } finally {
    channels.close();
  }
}

async function seedTenant(directory: Directory, tenant: DemoTenant): Promise<void> {
  const { place } = tenant;
  const at = new Date('2026-01-05T01:00:00Z');
  const call = (name: string): RpcCallOptions => ({
    asService: { tenant: place.tenant, at },
    idempotencyKey: stableId('seed', place.tenant, name),
    deadlineMs: BATCH_DEADLINE_MS,
  });
  const { tenant: tenantId, name, level, areaCode, parent = '', deskName } = place;
  accepted(
    await directory.configureTenant(
      { tenant: tenantId, name, level, areaCode, parent, deskName },
      call('tenant'),
    ),
  );
  const official = chinaOfficialDays();
  accepted(
    await directory.importCalendar(
      { knownUntil: official.knownUntil, days: official.days.map((day) => ({ ...day })) },
      call('calendar'),
    ),
  );
  accepted(
    await directory.activateRulePack(
      {
        version: 'sd-district-1',
        effectiveFrom: RULE_PACK_FROM,
        contentJson: canonicalRulePack(sdDistrict),
      },
      call('rule-pack'),
    ),
  );
  for (const { tenant: _tenant, ...session } of tenant.congressSessions) {
    accepted(await directory.saveCongressSession(session, call(`session-${session.congressSessionId}`)));
  }
  await seedPeople(directory, tenant, call);
}

async function seedPeople(
  directory: Directory,
  tenant: DemoTenant,
  call: (name: string) => RpcCallOptions,
): Promise<void> {
  const units = tenant.units.map(({ unitId, name, kind, decidingOffice, oversees }) => ({
    unitId,
    name,
    kind,
    active: true,
    decidingOffice,
    oversees: [...oversees],
  }));
  await seedBatch(directory, { units, people: [] }, call('units'));
  const logins = new Map(tenant.accounts.map(({ personId, login }) => [personId, login]));
  for (let from = 0; from < tenant.people.length; from += BATCH) {
    const people = tenant.people.slice(from, from + BATCH).map(({ personId, name, memberships, deputy }) => ({
      person: {
        personId,
        name,
        phone: '',
        cardNumber: deputy?.cardNumber ?? '',
        memberships: memberships
          .filter((membership) => membership.tenant === tenant.place.tenant)
          .map(({ role, unitId = '', delegation = '' }) => ({ role, unitId, active: true, delegation })),
      },
      login: logins.get(personId) ?? '',
      password: logins.has(personId) ? DEMO_PASSWORD : '',
    }));
    await seedBatch(directory, { units: [], people }, call(`people-${from}`));
  }
}

async function seedBatch(
  directory: Directory,
  batch: Parameters<Directory['seedDirectory']>[0],
  call: RpcCallOptions,
): Promise<void> {
  const { refusals } = accepted(await askedAgain(() => directory.seedDirectory(batch, call)));
  const first = refusals[0];
  if (first !== undefined) {
    throw new Error(
      `the demo city was refused: ${first.what} ${first.id}: ${first.code} ${first.message} (${refusals.length} in all)`,
    );
  }
}

/** A directory that is busy, or does not answer, is asked again: what is as wanted already changes nothing. */
async function askedAgain<Answer>(ask: () => Promise<Answer | Rejection>): Promise<Answer | Rejection> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await ask();
      const isBusy = isRejection(answer) && answer.kind === 'unavailable';
      if (!isBusy || attempt === ATTEMPTS) return answer;
    } catch (error) {
      if (!(error instanceof RpcUnavailable) || attempt === ATTEMPTS) throw error;
    }
    await sleep(BUSY_MS);
  }
}

function accepted<Answer>(answer: Answer | Rejection): Answer {
  if (isRejection(answer)) throw new Error(`the demo city was refused: ${answer.code} ${answer.message}`);
  return answer as Answer;
}
