import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, reject, type Rejection } from '@huiyin/kernel/rejection';
import { tidyLogin } from '../domain/account.ts';
import { isService, refuseAct } from '../domain/rights.ts';
import { batchPasswords } from './batch-passwords.ts';
import { hashedAccount, writeAccount, type WantedAccount } from './save-account.ts';
import { writePerson, type WantedPerson } from './save-person.ts';
import { writeUnit, type WantedUnit } from './save-unit.ts';
import type { DirectoryPorts } from './ports.ts';

export interface Seeded {
  readonly unitsChanged: number;
  readonly peopleChanged: number;
  readonly accountsChanged: number;
  readonly refusals: readonly SeedRefusal[];
}

interface SeedRefusal {
  readonly what: 'unit' | 'person' | 'account';
  readonly id: string;
  readonly code: string;
  readonly message: string;
}

/** Of each kind in one call. */
const MAX_ITEMS = 500;
/** Items written at once; below the size of the command pool. */
const PARALLEL_ITEMS = 4;

/**
 * Units, people and accounts in bulk: each item in its own transaction on its own stream, so one refused item does not
 * hold back the others. Items name their own ids and change nothing when they are as wanted: sent twice, or again after
 * an interruption, the result is the same. Units come first, because people belong to them.
 */
export function seedDirectory(ports: DirectoryPorts) {
  return async (
    request: {
      units: readonly WantedUnit[];
      people: readonly { person: WantedPerson; account: WantedAccount | undefined }[];
    },
    ctx: QueryContext,
  ): Promise<Seeded | Rejection> => {
    const refused =
      refuseAct(ctx, 'directory.manage-units') ??
      refuseAct(ctx, 'directory.manage-people') ??
      refuseAct(ctx, 'directory.manage-accounts');
    if (refused !== undefined) return refused;
    if (request.units.length > MAX_ITEMS || request.people.length > MAX_ITEMS) {
      return reject('invalid', 'too-many-items', `一次不能超过${MAX_ITEMS}项`);
    }
    const { units, people } = request;
    const accounts = people.flatMap(({ account }) => account ?? []);
    const tally = new Tally();
    const passwords = batchPasswords(ports.passwords);
    await inParallel(units, (unit) => tally.count('unit', unit.unitId, seedUnit(ports, ctx, unit)));
    await inParallel(people, ({ person }) =>
      tally.count('person', person.personId, seedPerson(ports, ctx, person)),
    );
    await inParallel(accounts, (account) =>
      tally.count('account', account.personId, seedAccount({ ...ports, passwords }, ctx, account)),
    );
    return tally.seeded();
  };
}

function seedUnit(ports: DirectoryPorts, ctx: QueryContext, unit: WantedUnit): Promise<boolean | Rejection> {
  return inTransaction(ports, ctx, unit.unitId, (open) => writeUnit(ports, open, unit));
}

function seedPerson(
  ports: DirectoryPorts,
  ctx: QueryContext,
  person: WantedPerson,
): Promise<boolean | Rejection> {
  const by = { isPlatform: isService(ctx.actor) };
  return inTransaction(ports, ctx, person.personId, (open) => writePerson(ports, open, person, by));
}

/** An account that has this login and opens with this password is as wanted. */
async function seedAccount(
  ports: Omit<DirectoryPorts, 'passwords'> & { readonly passwords: ReturnType<typeof batchPasswords> },
  ctx: QueryContext,
  wanted: WantedAccount,
): Promise<boolean | Rejection> {
  const known = await ports.uow.read(ctx.tenant, (tx) => ports.accounts.ofPerson(tx, wanted.personId));
  if (known !== undefined && known.login === tidyLogin(wanted.login)) {
    const opens = await ports.passwords.verify(known.passwordHash, wanted.password);
    if (isRejection(opens) || opens) return isRejection(opens) ? opens : false;
  }
  const account = await hashedAccount(ports, wanted);
  if (isRejection(account)) return account;
  const by = { isPlatform: isService(ctx.actor) };
  return inTransaction(
    ports,
    ctx,
    wanted.personId,
    async (open) => (await writeAccount(ports, open, account, by)) ?? true,
  );
}

/** A refusal is found before anything is written, so the transaction has nothing to roll back. */
async function inTransaction(
  { uow }: Pick<DirectoryPorts, 'uow'>,
  { tenant, actor, at }: QueryContext,
  streamId: string,
  work: (open: Parameters<typeof writeUnit>[1]) => Promise<boolean | Rejection>,
): Promise<boolean | Rejection> {
  let outcome: boolean | Rejection = false;
  await uow.act({ tenant, actor, at }, streamId, async (tx, stream) => {
    outcome = await work({ tx, stream, tenant });
  });
  return outcome;
}

class Tally {
  readonly #changed = { unit: 0, person: 0, account: 0 };
  readonly #refusals: SeedRefusal[] = [];

  async count(what: SeedRefusal['what'], id: string, writing: Promise<boolean | Rejection>): Promise<void> {
    const outcome = await writing;
    if (isRejection(outcome)) this.#refusals.push({ what, id, code: outcome.code, message: outcome.message });
    else if (outcome) this.#changed[what] += 1;
  }

  seeded(): Seeded {
    const { unit, person, account } = this.#changed;
    return { unitsChanged: unit, peopleChanged: person, accountsChanged: account, refusals: this.#refusals };
  }
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: PARALLEL_ITEMS }, worker));
}
