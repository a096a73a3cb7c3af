import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection, reject, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { isSamePerson, savePerson as decide, type Membership, type Person } from '../domain/person.ts';
import { isService, refuseAct } from '../domain/rights.ts';
import type { OpenStreamOf } from './open-stream-of.ts';
import type { DirectoryPorts } from './ports.ts';

export type WantedPerson = Omit<Person, 'elsewhere'>;

/** Makes or changes a person in this tenant; an empty id makes a new one. Only memberships here change. */
export function savePerson(ports: DirectoryPorts) {
  return async (wanted: WantedPerson, ctx: CommandContext): Promise<CommandResult | Rejection> => {
    const refused = refuseAct(ctx, 'directory.manage-people');
    if (refused !== undefined) return refused;
    const personId = wanted.personId === '' ? newId() : wanted.personId;
    const by = { isPlatform: isService(ctx.actor) };
    return ports.uow.command(ctx, personId, async (tx, stream) => {
      const changed = await writePerson(
        ports,
        { tx, stream, tenant: ctx.tenant },
        { ...wanted, personId },
        by,
      );
      return isRejection(changed) ? changed : { id: personId };
    });
  };
}

/** Writes one person on the open stream. True when something changed; the event carries no name. */
export async function writePerson(
  ports: Pick<DirectoryPorts, 'people' | 'units' | 'publish'>,
  { tx, stream, tenant }: OpenStreamOf,
  wanted: WantedPerson,
  by: { readonly isPlatform: boolean },
): Promise<boolean | Rejection> {
  const before = await ports.people.find(tx, tenant, wanted.personId);
  const person = decide(before, wanted, by);
  if (isRejection(person)) return person;
  if (isSamePerson(before, person)) return false;
  const unknownUnit = await refuseUnknownUnits(ports, tx, tenant, wanted.memberships);
  if (unknownUnit !== undefined) return unknownUnit;
  const { personId, memberships } = person;
  await stream.append(ports.publish({ type: 'person-changed', personId, memberships }));
  await ports.people.save(tx, tenant, person, stream.version + 1);
  return true;
}

async function refuseUnknownUnits(
  ports: Pick<DirectoryPorts, 'units'>,
  tx: Tx,
  tenant: string,
  memberships: readonly Membership[],
): Promise<Rejection | undefined> {
  const unitIds = [...new Set(memberships.map((one) => one.unitId).filter((unitId) => unitId !== ''))];
  const known = await ports.units.names(tx, tenant, unitIds);
  const unknown = unitIds.find((unitId) => !known.has(unitId));
  if (unknown === undefined) return undefined;
  return reject('invalid', 'unit-unknown', '没有这个单位', {
    field: 'memberships',
    detail: { unitId: unknown },
  });
}
