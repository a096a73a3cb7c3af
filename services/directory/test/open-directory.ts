import { encodeEvent } from '@huiyin/contracts/encode-event';
import type { Actor } from '@huiyin/kernel/actor';
import { systemActor } from '@huiyin/kernel/actor';
import type { Clock } from '@huiyin/kernel/clock';
import { systemClock } from '@huiyin/kernel/clock';
import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import type { Database } from '@huiyin/postgres/database';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
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
