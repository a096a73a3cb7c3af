import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { ListedPerson, NamedPerson, Page, PersonStore } from '../app/ports.ts';
import type { Person } from '../domain/person.ts';
import { likePattern } from './like-pattern.ts';

/** Tables `person`, `membership` and `person_in_tenant`: a person as one tenant sees them. */
export const people: PersonStore = { find, save, list, names };

// Memberships are global; every statement takes those of one tenant, and says only whether there are others.
const COLUMNS = `p.id as "personId", p.name, p.phone,
  coalesce((select c.card_number from person_in_tenant c where c.tenant = $1 and c.person_id = p.id), '')
    as "cardNumber",
  coalesce((select jsonb_agg(jsonb_build_object('role', m.role, 'unitId', m.unit_id, 'active', m.active,
      'delegation', m.delegation) order by m.role, m.unit_id)
    from membership m where m.person_id = p.id and m.in_tenant = $1), '[]') as memberships,
  exists (select 1 from membership m where m.person_id = p.id and m.in_tenant <> $1 and m.active) as elsewhere`;

async function find(tx: Tx, tenant: string, personId: string): Promise<Person | undefined> {
  return maybeRow<Person>(tx, `select ${COLUMNS} from person p where p.id = $2`, [tenant, personId]);
}

async function save(tx: Tx, tenant: string, person: Person, version: number): Promise<void> {
  await execute(
    tx,
    `insert into person (id, name, phone) values ($1, $2, $3)
     on conflict (id) do update set name = excluded.name, phone = excluded.phone`,
    [person.personId, person.name, person.phone],
  );
  await execute(
    tx,
    `insert into membership (person_id, in_tenant, role, unit_id, active, delegation)
     select $1, $2, m.role, m."unitId", m.active, m.delegation
     from jsonb_to_recordset($3::jsonb) as m(role text, "unitId" text, active boolean, delegation text)
     on conflict (person_id, in_tenant, role, unit_id)
       do update set active = excluded.active, delegation = excluded.delegation`,
    [person.personId, tenant, JSON.stringify(person.memberships)],
  );
  await execute(
    tx,
    `insert into person_in_tenant (tenant, person_id, version, card_number) values ($1, $2, $3, $4)
     on conflict (tenant, person_id)
       do update set version = excluded.version, card_number = excluded.card_number`,
    [tenant, person.personId, version, person.cardNumber],
  );
}

async function list(
  tx: Tx,
  tenant: string,
  which: { role: string; unitId: string; nameContains: string } & Page,
): Promise<readonly ListedPerson[]> {
  return rows<ListedPerson>(
    tx,
    `select ${COLUMNS}, t.version,
       coalesce((select a.login from account a where a.person_id = p.id), '') as login
     from person_in_tenant t join person p on p.id = t.person_id
     where t.tenant = $1 and t.person_id > $2 and p.name like $3
       and exists (select 1 from membership m where m.person_id = p.id and m.in_tenant = $1 and m.active
         and ($4 = '' or m.role = $4) and ($5 = '' or m.unit_id = $5))
     order by t.person_id limit $6`,
    [tenant, which.cursor, likePattern(which.nameContains), which.role, which.unitId, which.limit],
  );
}

async function names(tx: Tx, tenant: string, personIds: readonly string[]): Promise<readonly NamedPerson[]> {
  return rows<NamedPerson>(
    tx,
    `select p.id as "personId", p.name, p.phone, t.card_number as "cardNumber",
       coalesce((select m.delegation from membership m where m.person_id = p.id and m.in_tenant = $1
         and m.role = 'deputy' order by m.active desc limit 1), '') as delegation
     from person_in_tenant t join person p on p.id = t.person_id
     where t.tenant = $1 and t.person_id = any($2::text[])`,
    [tenant, personIds],
  );
}
