import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { refuseAct } from '../domain/rights.ts';
import { saveUnit as decide, type DecidingOffice, type UnitKind } from '../domain/unit.ts';
import type { OpenStreamOf } from './open-stream-of.ts';
import type { DirectoryPorts } from './ports.ts';

export interface WantedUnit {
  readonly unitId: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly active: boolean;
  readonly decidingOffice: DecidingOffice | undefined;
  readonly oversees: readonly string[];
}

/** Makes or changes a unit; an empty id makes a new one. */
export function saveUnit(ports: DirectoryPorts) {
  return async (wanted: WantedUnit, ctx: CommandContext): Promise<CommandResult | Rejection> => {
    const refused = refuseAct(ctx, 'directory.manage-units');
    if (refused !== undefined) return refused;
    const unitId = wanted.unitId === '' ? newId() : wanted.unitId;
    return ports.uow.command(ctx, unitId, async (tx, stream) => {
      const changed = await writeUnit(ports, { tx, stream, tenant: ctx.tenant }, { ...wanted, unitId });
      return isRejection(changed) ? changed : { id: unitId };
    });
  };
}

/** Writes one unit on its open stream. True when something changed. */
export async function writeUnit(
  ports: Pick<DirectoryPorts, 'units' | 'publish'>,
  { tx, stream, tenant }: OpenStreamOf,
  wanted: WantedUnit,
): Promise<boolean | Rejection> {
  const before = await ports.units.find(tx, tenant, wanted.unitId);
  const unit = decide(before, wanted);
  if (isRejection(unit)) return unit;
  if (before !== undefined && isSameUnit(before, unit)) return false;
  await stream.append(ports.publish({ type: 'unit-changed', unit }));
  await ports.units.save(tx, tenant, unit, stream.version + 1);
  return true;
}

function isSameUnit(one: WantedUnit, other: WantedUnit): boolean {
  return (
    one.name === other.name &&
    one.kind === other.kind &&
    one.active === other.active &&
    one.decidingOffice === other.decidingOffice &&
    one.oversees.join('\n') === other.oversees.join('\n')
  );
}
