import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { refuse } from '../domain/rejections.ts';
import { callTalk as decide } from '../domain/talk.ts';
import { wording } from '../domain/wording.ts';
import { changeCase, openUnitClock } from './change-case.ts';
import { findClock } from './find-clock.ts';
import type { SupervisionPorts } from './ports.ts';

/** 约谈通知 by hand, when the unit is not called about this case already. */
export function callTalk(ports: SupervisionPorts) {
  return async (request: { clockId: string; problems: string }, ctx: CommandContext) => {
    const problems = wording(request.problems, 'problems');
    if (isRejection(problems)) return problems;
    const { clockId } = request;
    const found = await findClock(ports, ctx, clockId);
    if (isRejection(found)) return found;
    const { caseId, unitId } = found;
    return changeCase(ports, ctx, {
      ...{ caseId, unitId, action: 'supervision.call-talk' },
      decide: async (at) => {
        const watch = openUnitClock(at, clockId);
        if (isRejection(watch)) return watch;
        if (at.loaded.file.openTalks.has(watch.unitId)) return refuse('talk-already-called');
        const call = {
          ...{ id: ports.newId(), caseId, clockId, unitId: watch.unitId },
          ...({ cause: 'by-hand', problems } as const),
        };
        const step = decide(call, at.references, at.moment);
        const keep = () => ports.talks.save(at.tx, ctx.tenant, [step.thing]);
        return { id: call.id, event: step.event, facts: step.facts, keep };
      },
    });
  };
}
