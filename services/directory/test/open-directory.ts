import { encodeEvent } from '@huiyin/contracts/encode-event';
import type { Actor } from '@huiyin/kernel/actor';
import { systemActor } from '@huiyin/kernel/actor';
import type { Clock } from '@huiyin/kernel/clock';
import { systemClock } from '@huiyin/kernel/clock';
import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import type { Database } from '@huiyin/postgres/database';
import { replayEvents } from '@huiyin/postgres/replay';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import { accepted } from '@huiyin/testkit/accepted';
import { UNTOUCHED, type Seams } from '@huiyin/testkit/seams';
import type { DirectoryUseCases } from '../src/app/use-cases.ts';
import { argon2Passwords } from '../src/argon2-passwords.ts';
import { directoryStores, directoryUseCases } from '../src/directory.ts';
import { publish } from '../src/transport/publish.ts';

/** Directory over a database of its own. */
export interface OpenDirectory {
  readonly use: DirectoryUseCases;
  readonly database: Database;
  readonly target: TestDatabase;
  close(): Promise<void>;
}

/** The use cases over a fresh database. */
export async function openDirectory(
  options: { mode?: 'rehearsal' | 'production'; clock?: Clock; seams?: Seams } = {},
): Promise<OpenDirectory> {
  const { mode = 'rehearsal', clock = systemClock, seams = UNTOUCHED } = options;
  const target = await freshDatabase('directory');
  const database = seams.openDatabase({
    service: 'directory',
    url: target.appUrl,
    relayUrl: target.relayUrl,
    encode: (event) => encodeEvent('directory', event),
    clock,
    onError: seams.complain,
  });
  const passwords = argon2Passwords();
  return {
    use: seams.useCases(
      directoryUseCases({ ...directoryStores, uow: database.uow, clock, mode, publish, passwords }),
    ),
    database,
    target,
    close: async () => {
      await database.close();
      await target.drop();
    },
  };
}

/** The demo city's first places: a city and two of its districts. */
export async function openCity(): Promise<OpenDirectory> {
  const directory = await openDirectory();
  const city = { tenant: 'yunchuan', name: '云川市', level: 'city', areaCode: '990100' } as const;
  const district = {
    ...city,
    tenant: 'donghu',
    name: '东湖区',
    level: 'district',
    areaCode: '990101',
  } as const;
  for (const [place, parent] of [
    [city, ''],
    [district, city.tenant],
    [{ ...district, tenant: 'xiling', name: '西岭区', areaCode: '990102' }, city.tenant],
  ] as const) {
    const tenant = { ...place, parent, deskName: '' };
    accepted(await directory.use.configureTenant(tenant, by(PLATFORM, tenant.tenant)));
  }
  return directory;
}

/** What directory told about one thing, oldest first. */
export const eventsOf = ({ database }: OpenDirectory, stream: string, tenant = 'donghu') =>
  database.uow.read(tenant, (tx) =>
    replayEvents(tx, 'directory', { tenant, stream, version: 1, limit: 100 }),
  );

export const AT = new Date('2026-01-05T01:00:00Z');
/** The platform: a service's own token. */
export const PLATFORM: Actor = systemActor('gateway');
export const ADMINISTRATOR: Actor = {
  accountId: 'account-admin',
  personId: 'admin',
  roles: ['administrator'],
};
export const DEPUTY: Actor = { accountId: 'account-wang', personId: 'wang', roles: ['deputy'] };

/** A command of somebody in a tenant, each with its own key. */
export function by(actor: Actor, tenant = 'donghu', more: Partial<CommandContext> = {}): CommandContext {
  return {
    ...{ tenant, actor, at: AT, idempotencyKey: newId(), method: '/test', requestHash: 'a', traceparent: '' },
    ...more,
  };
}
