import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import type { Colour } from '../domain/colour-scale.ts';
import { requestOverride } from '../domain/override.ts';
import { refuse } from '../domain/rejections.ts';
import { changeCase } from './change-case.ts';
import { findClock } from './find-clock.ts';
import type { SupervisionPorts } from './ports.ts';

/** The first person's half of a change of colour by hand. */
export function overrideColour(ports: SupervisionPorts) {
  return async (request: { clockId: string; to: Colour; grounds: string }, ctx: CommandContext) => {
    const { clockId, to, grounds } = request;
    const found = await findClock(ports, ctx, clockId);
    if (isRejection(found)) return found;
    const { caseId, unitId } = found;
    return changeCase(ports, ctx, {
      ...{ caseId, unitId, action: 'supervision.override-colour' },
      decide: async ({ tx, loaded, moment }) => {
        const watch = loaded.file.watches.get(clockId);
        if (watch === undefined) return refuse('clock-not-found');
        const firstPersonId = ctx.actor.personId;
        const asked = requestOverride(watch, { caseId, to, grounds, firstPersonId, requestedAt: moment.at });
        if (isRejection(asked)) return asked;
        const keep = () => ports.overrides.save(tx, ctx.tenant, asked.request);
        return { id: clockId, event: asked.event, facts: [], keep };
      },
    });
  };
}
