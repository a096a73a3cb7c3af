import { hasRole } from '@huiyin/kernel/actor';
import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { sendLetter } from '../domain/letter.ts';
import { refuse } from '../domain/rejections.ts';
import type { DecidingOffice } from '../domain/rights.ts';
import { wording } from '../domain/wording.ts';
import { changeCase, openUnitClock } from './change-case.ts';
import { findClock } from './find-clock.ts';
import type { SupervisionPorts } from './ports.ts';

/** 督办函 by hand, when none about this clock waits for its answer. */
export function sendSupervisionLetter(ports: SupervisionPorts) {
  return async (request: { clockId: string; facts: string; requiredAction: string }, ctx: CommandContext) => {
    const facts = wording(request.facts, 'facts');
    if (isRejection(facts)) return facts;
    const requiredAction = wording(request.requiredAction, 'required_action');
    if (isRejection(requiredAction)) return requiredAction;
    const { clockId } = request;
    const found = await findClock(ports, ctx, clockId);
    if (isRejection(found)) return found;
    const { caseId, unitId } = found;
    return changeCase(ports, ctx, {
      ...{ caseId, unitId, action: 'supervision.send-letter' },
      decide: async (at) => {
        const watch = openUnitClock(at, clockId);
        if (isRejection(watch)) return watch;
        if (await ports.letters.openFor(at.tx, ctx.tenant, clockId)) return refuse('letter-already-open');
        const draft = {
          ...{ id: ports.newId(), caseId, clockId, unitId: watch.unitId },
          ...{ automatic: false, facts, requiredAction, office: officeOf(ctx) },
        };
        const step = sendLetter(draft, at.references, at.moment);
        const keep = () => ports.letters.save(at.tx, ctx.tenant, [step.thing]);
        return { id: draft.id, event: step.event, facts: step.facts, keep };
      },
    });
  };
}

/** The letterhead: whoever holds both offices writes for 代表工委. */
function officeOf({ actor }: CommandContext): DecidingOffice {
  return hasRole(actor, 'congress-desk') ? 'congress-desk' : 'government-office';
}
