import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { advanceClock as decide } from '../domain/business-clock.ts';
import { refuseAct } from '../domain/rights.ts';
import type { DirectoryPorts } from './ports.ts';

const STREAM = 'clock';

/**
 * Moves the rehearsal's clock forward and tells every tenant, each once: the command's key counts in every tenant, so
 * sent again after an interruption it tells only those who have not heard. The row is truth; the event lets the
 * services look at once instead of within seconds.
 */
export function advanceClock(ports: DirectoryPorts) {
  return async (request: { to: Date }, ctx: CommandContext): Promise<CommandResult | Rejection> => {
    const refused = refuseAct(ctx, 'directory.advance-clock');
    if (refused !== undefined) return refused;
    const announcement = ports.publish({ type: 'clock-advanced', now: request.to });
    const result = await ports.uow.command(ctx, STREAM, async (tx, stream) => {
      const offsetMs = await ports.businessClock.lockOffsetMs(tx);
      const advanced = decide({ mode: ports.mode, offsetMs }, request.to, ports.clock.now());
      if (isRejection(advanced)) return advanced;
      await ports.businessClock.setOffsetMs(tx, advanced);
      await stream.append(announcement);
      return { id: STREAM };
    });
    if (isRejection(result)) return result;
    return (await tellOtherTenants(ports, ctx, announcement)) ?? result;
  };
}

/** Undefined when all have been told; else the refusal, after which the same command comes again. */
async function tellOtherTenants(
  ports: DirectoryPorts,
  { expectedVersion, ...ctx }: CommandContext,
  announcement: ReturnType<DirectoryPorts['publish']>,
): Promise<Rejection | undefined> {
  const tenants = await ports.uow.read('', (tx) => ports.tenants.all(tx));
  for (const { tenant } of tenants) {
    if (tenant === ctx.tenant) continue;
    const told = await ports.uow.command({ ...ctx, tenant }, STREAM, async (_tx, stream) => {
      await stream.append(announcement);
      return { id: STREAM };
    });
    if (isRejection(told)) return told;
  }
  return undefined;
}
