import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf } from '@huiyin/kernel/local-date';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { refuseAct } from '../domain/rights.ts';
import { activateRulePack as decide, type ActivatedRulePack } from '../domain/rule-pack.ts';
import type { DirectoryPorts } from './ports.ts';

/** Puts a rule pack in force from a day on. */
export function activateRulePack(ports: DirectoryPorts) {
  return async (wanted: ActivatedRulePack, ctx: CommandContext): Promise<CommandResult | Rejection> => {
    const refused = refuseAct(ctx, 'directory.activate-rule-pack');
    if (refused !== undefined) return refused;
    // The tenant's own stream too: two packs cannot take one day at the same time.
    return ports.uow.command(ctx, [`rule-pack:${wanted.version}`, ctx.tenant], async (tx, stream) => {
      const activated = await ports.rulePacks.all(tx, ctx.tenant);
      const pack = decide(activated, wanted, localDateOf(ctx.at));
      if (isRejection(pack)) return pack;
      if (activated.every(({ version }) => version !== pack.version)) {
        await ports.rulePacks.add(tx, ctx.tenant, pack);
        await stream.append(ports.publish({ type: 'rule-pack-activated', pack }));
      }
      return { id: wanted.version };
    });
  };
}
