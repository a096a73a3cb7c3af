import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { refuse } from '../domain/rejections.ts';
import { checkTalk as decide } from '../domain/talk.ts';
import { wording } from '../domain/wording.ts';
import { changeCase } from './change-case.ts';
import type { SupervisionPorts } from './ports.ts';

/** 复查: whether the undertaking of a talk was kept, on its check date or later. */
export function checkTalk(ports: SupervisionPorts) {
  return async (
    request: { talkId: string; undertakingKept: boolean; findings: string },
    ctx: CommandContext,
  ) => {
    const findings = wording(request.findings, 'findings');
    if (isRejection(findings)) return findings;
    const { talkId, undertakingKept } = request;
    const held = await ports.uow.read(ctx.tenant, (tx) => ports.talks.load(tx, ctx.tenant, talkId));
    if (held === undefined) return refuse('talk-not-found');
    const { caseId, unitId } = held;
    return changeCase(ports, ctx, {
      ...{ caseId, unitId, action: 'supervision.check-talk' },
      decide: async ({ tx, moment }) => {
        const talk = await ports.talks.load(tx, ctx.tenant, talkId);
        if (talk === undefined) return refuse('talk-not-found');
        const step = decide(talk, { undertakingKept, findings }, moment);
        if (isRejection(step)) return step;
        const keep = () => ports.talks.save(tx, ctx.tenant, [step.thing]);
        return { id: talkId, event: step.event, facts: step.facts, keep };
      },
    });
  };
}
