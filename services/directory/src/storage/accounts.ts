import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { Account, AccountMembership, AccountStore } from '../app/ports.ts';

/** Table `account`, with the memberships of its person in all tenants: what a login opens. */
export const accounts: AccountStore = { ofLogin, ofPerson, save, memberships };

async function ofLogin(tx: Tx, login: string): Promise<(Account & { readonly name: string }) | undefined> {
  return maybeRow<Account & { name: string }>(
    tx,
    `select a.id as "accountId", a.person_id as "personId", a.login, a.password_hash as "passwordHash", p.name
     from account a join person p on p.id = a.person_id where a.login = $1`,
    [login],
  );
}

async function ofPerson(tx: Tx, personId: string): Promise<Account | undefined> {
  return maybeRow<Account>(
    tx,
    `select id as "accountId", person_id as "personId", login, password_hash as "passwordHash"
     from account where person_id = $1`,
    [personId],
  );
}

/** The login's unique index decides a race between two people who want the same one. */
async function save(tx: Tx, account: Account): Promise<boolean> {
  const { accountId, personId, login, passwordHash } = account;
  const changed = await execute(
    tx,
    `update account set login = $2, password_hash = $3 where person_id = $1
       and not exists (select 1 from account other where other.login = $2 and other.person_id <> $1)`,
    [personId, login, passwordHash],
  );
  if (changed === 1) return true;
  const added = await execute(
    tx,
    `insert into account (id, person_id, login, password_hash) values ($1, $2, $3, $4) on conflict do nothing`,
    [accountId, personId, login, passwordHash],
  );
  return added === 1;
}

/** Those in force, then the mandates that ended: their suggestions are still answered to this person (SH19). */
async function memberships(tx: Tx, personId: string): Promise<readonly AccountMembership[]> {
  return rows<AccountMembership>(
    tx,
    `select m.in_tenant as tenant, t.name as "tenantName", m.unit_id as "unitId",
       case when m.active then m.role else 'former-deputy' end as role
     from membership m join tenant_registry t on t.id = m.in_tenant
     where m.person_id = $1 and (m.active or (m.role = 'deputy' and not exists (select 1 from membership other
       where other.person_id = $1 and other.in_tenant = m.in_tenant and other.role = 'deputy' and other.active)))
     order by not m.active, m.in_tenant, m.role, m.unit_id limit 100`,
    [personId],
  );
}
