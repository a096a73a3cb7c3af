import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { confirmOverride as decide } from '../domain/override.ts';
import { refuse } from '../domain/rejections.ts';
import { changeCase } from './change-case.ts';
import { findClock } from './find-clock.ts';
import type { SupervisionPorts } from './ports.ts';

/** The second person's half; from then on the colour is the one set by hand. */
export function confirmOverride(ports: SupervisionPorts) {
  return async ({ clockId }: { clockId: string }, ctx: CommandContext) => {
    const found = await findClock(ports, ctx, clockId);
    if (isRejection(found)) return found;
    const { caseId, unitId } = found;
    return changeCase(ports, ctx, {
      ...{ caseId, unitId, action: 'supervision.confirm-override' },
      decide: async ({ tx, loaded }) => {
        const watch = loaded.file.watches.get(clockId);
        if (watch === undefined) return refuse('clock-not-found');
        const request = await ports.overrides.load(tx, ctx.tenant, clockId);
        const confirmed = decide(watch, request, ctx.actor.personId);
        if (isRejection(confirmed)) return confirmed;
        const keep = () => ports.overrides.remove(tx, ctx.tenant, clockId);
        return { id: clockId, event: confirmed.event, facts: [confirmed.fact], keep };
      },
    });
  };
}
