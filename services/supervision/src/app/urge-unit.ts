import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { midnight } from '../domain/moment.ts';
import { refuse } from '../domain/rejections.ts';
import { unitUrged } from '../domain/urge.ts';
import { wording } from '../domain/wording.ts';
import { changeCase, openUnitClock } from './change-case.ts';
import { findClock } from './find-clock.ts';
import type { SupervisionPorts } from './ports.ts';

/** 催办 by hand, once a clock and day. */
export function urgeUnit(ports: SupervisionPorts) {
  return async (request: { clockId: string; message: string; toHead: boolean }, ctx: CommandContext) => {
    const message = wording(request.message, 'message');
    if (isRejection(message)) return message;
    const { clockId, toHead } = request;
    const found = await findClock(ports, ctx, clockId);
    if (isRejection(found)) return found;
    const { caseId, unitId } = found;
    return changeCase(ports, ctx, {
      ...{ caseId, unitId, action: 'supervision.urge' },
      decide: async (at) => {
        const watch = openUnitClock(at, clockId);
        if (isRejection(watch)) return watch;
        const since = midnight(at.moment.day);
        if (await ports.urges.urgedByHandSince(at.tx, { tenant: ctx.tenant, clockId, since })) {
          return refuse('already-urged-today');
        }
        const urge = {
          ...{ id: ports.newId(), caseId, clockId, unitId: watch.unitId, message, toHead },
          ...{ automatic: false, urgedAt: at.moment.at },
        };
        const keep = () => ports.urges.save(at.tx, ctx.tenant, [urge]);
        return { id: urge.id, event: unitUrged(urge), facts: [], keep };
      },
    });
  };
}
