import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { advanceClock as decide } from '../domain/business-clock.ts';
import { refuseAct } from '../domain/rights.ts';
import type { DirectoryPorts } from './ports.ts';

const STREAM = 'clock';

/**
 * Moves the rehearsal's clock forward and tells every tenant. The row is truth; the event only lets the services look
 * at once instead of within seconds, so a crash between the tenants loses nothing.
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
    if (!isRejection(result)) await tellOtherTenants(ports, ctx, announcement);
    return result;
  };
}

async function tellOtherTenants(
  ports: DirectoryPorts,
  { tenant: told, actor, at }: CommandContext,
  announcement: ReturnType<DirectoryPorts['publish']>,
): Promise<void> {
  const tenants = await ports.uow.read('', (tx) => ports.tenants.all(tx));
  for (const { tenant } of tenants) {
    if (tenant === told) continue;
    await ports.uow.act({ tenant, actor, at }, STREAM, (_tx, stream) => stream.append(announcement));
  }
}
