import type { CommandContext } from '@huiyin/kernel/command-context';
import { stableId } from '@huiyin/kernel/ids';
import { isRejection, reject, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { refuseCredentials, tidyLogin } from '../domain/account.ts';
import { isService, refuseAct } from '../domain/rights.ts';
import type { OpenStreamOf } from './open-stream-of.ts';
import type { Account, DirectoryPorts, Passwords } from './ports.ts';

export interface WantedAccount {
  readonly personId: string;
  readonly login: string;
  readonly password: string;
}

/**
 * Sets login and password of a person of this tenant. The password is hashed before the transaction. Nobody but the
 * platform sets the password of a person who also serves elsewhere: it would open the other tenant.
 */
export function saveAccount(ports: DirectoryPorts) {
  return async (wanted: WantedAccount, ctx: CommandContext): Promise<CommandResult | Rejection> => {
    const refused = refuseAct(ctx, 'directory.manage-accounts');
    if (refused !== undefined) return refused;
    const account = await hashedAccount(ports, wanted);
    if (isRejection(account)) return account;
    // The stored request hash is a fast one: a password under it could be guessed from a stolen database. So the key
    // stands for person and login only; sent again with another password it answers the first result.
    const keyed = { ...ctx, requestHash: `account ${account.personId} ${account.login}` };
    return ports.uow.command(keyed, wanted.personId, async (tx, stream) => {
      const open = { tx, stream, tenant: ctx.tenant };
      const refusal = await writeAccount(ports, open, account, { isPlatform: isService(ctx.actor) });
      return refusal ?? { id: wanted.personId };
    });
  };
}

/** Checks the credentials and hashes the password; slow on purpose, never inside a transaction. */
export async function hashedAccount(
  ports: { readonly passwords: Pick<Passwords, 'hash'> },
  wanted: WantedAccount,
): Promise<Account | Rejection> {
  const login = tidyLogin(wanted.login);
  const refused = refuseCredentials(login, wanted.password);
  if (refused !== undefined) return refused;
  const passwordHash = await ports.passwords.hash(wanted.password);
  if (isRejection(passwordHash)) return passwordHash;
  const { personId } = wanted;
  return { accountId: stableId('account', personId), personId, login, passwordHash };
}

/** Writes an account under its person's lock. The event says that it changed, never login or hash. */
export async function writeAccount(
  ports: Pick<DirectoryPorts, 'people' | 'accounts' | 'publish'>,
  { tx, stream, tenant }: OpenStreamOf,
  account: Account,
  by: { readonly isPlatform: boolean },
): Promise<Rejection | undefined> {
  const person = await ports.people.find(tx, tenant, account.personId);
  if (person === undefined || person.memberships.length === 0) {
    return reject('not-found', 'person-unknown', '没有这个人');
  }
  if (person.elsewhere && !by.isPlatform) {
    return reject('forbidden', 'person-of-other-tenants', '此人同时在其他地区任职，账号由平台管理员维护');
  }
  const saved = await ports.accounts.save(tx, account);
  if (!saved) return reject('wrong-state', 'login-taken', '该登录名已被使用', { field: 'login' });
  const { personId, accountId } = account;
  await stream.append(ports.publish({ type: 'account-changed', personId, accountId }));
  await ports.people.save(tx, tenant, person, stream.version + 1);
  return undefined;
}
