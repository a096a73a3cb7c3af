import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { refuseAct } from '../domain/rights.ts';
import { succeedUnit as decide } from '../domain/unit.ts';
import type { DirectoryPorts } from './ports.ts';

/** 机构改革: another unit takes over. The successor is only read, so its stream is not locked. */
export function succeedUnit(ports: DirectoryPorts) {
  return async (
    request: { unitId: string; successorUnitId: string; onDate: LocalDate },
    ctx: CommandContext,
  ): Promise<CommandResult | Rejection> => {
    const refused = refuseAct(ctx, 'directory.manage-units');
    if (refused !== undefined) return refused;
    return ports.uow.command(ctx, request.unitId, async (tx, stream) => {
      const { unitId, successorUnitId, onDate } = request;
      const before = await ports.units.find(tx, ctx.tenant, unitId);
      const successor = await ports.units.find(tx, ctx.tenant, successorUnitId);
      const unit = decide(before, successor, { onDate, today: localDateOf(ctx.at) });
      if (isRejection(unit)) return unit;
      await stream.append(ports.publish({ type: 'unit-succeeded', unitId, successorUnitId, onDate }));
      await ports.units.save(tx, ctx.tenant, unit, stream.version + 1);
      return { id: unitId };
    });
  };
}
