import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { endMandate as decide } from '../domain/person.ts';
import { refuseAct } from '../domain/rights.ts';
import type { DirectoryPorts } from './ports.ts';

/** 代表资格终止: deputies lose the role here; their suggestions live on. */
export function endMandate(ports: DirectoryPorts) {
  return async (
    request: { personId: string; onDate: LocalDate; reason: string },
    ctx: CommandContext,
  ): Promise<CommandResult | Rejection> => {
    const refused = refuseAct(ctx, 'directory.manage-people');
    if (refused !== undefined) return refused;
    return ports.uow.command(ctx, request.personId, async (tx, stream) => {
      const { personId, onDate, reason } = request;
      const before = await ports.people.find(tx, ctx.tenant, personId);
      const person = decide(before, { onDate, reason, today: localDateOf(ctx.at) });
      if (isRejection(person)) return person;
      await stream.append(ports.publish({ type: 'mandate-ended', personId, onDate, reason }));
      await ports.people.save(tx, ctx.tenant, person, stream.version + 1);
      return { id: personId };
    });
  };
}
