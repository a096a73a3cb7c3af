import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { refuse } from '../domain/rejections.ts';
import { clockIdOf } from '../domain/case-history.ts';
import type { Step } from '../domain/letter.ts';
import { callTalk, checkClockKey, checkTalk as decide, type Talk } from '../domain/talk.ts';
import { wording } from '../domain/wording.ts';
import { changeCase, type CaseAtHand } from './change-case.ts';
import type { SupervisionPorts } from './ports.ts';

/**
 * 复查: whether the undertaking of a talk was kept, on its check date or later. One that was not has the unit's head
 * called again at once: 代表工委 owes the next talk, and so there is always a next one to act.
 */
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
      decide: async (at) => {
        const { tx, moment } = at;
        const talk = await ports.talks.load(tx, ctx.tenant, talkId);
        if (talk === undefined) return refuse('talk-not-found');
        const step = decide(talk, { undertakingKept, findings }, moment);
        if (isRejection(step)) return step;
        const again = undertakingKept ? undefined : callAgain(at, step.thing, findings, ports.newId());
        const talks = [step.thing, ...(again === undefined ? [] : [again.thing])];
        return {
          ...{ id: talkId, event: step.event, ...(again === undefined ? {} : { further: again.event }) },
          facts: [...step.facts, ...(again?.facts ?? [])],
          keep: () => ports.talks.save(tx, ctx.tenant, talks),
        };
      },
    });
  };
}

/** Not while the unit is called about the case already, nor once the case has ended and its clocks with it. */
function callAgain(
  { loaded, references, moment }: CaseAtHand,
  { id: checked, caseId, clockId, unitId }: Talk,
  findings: string,
  id: string,
): Step<Talk> | undefined {
  const check = loaded.file.watches.get(clockIdOf(caseId, checkClockKey(checked)));
  if (check?.clock.status !== 'open' || loaded.file.openTalks.has(unitId)) return undefined;
  const call = { id, caseId, clockId, unitId, cause: 'undertaking-broken', problems: findings } as const;
  return callTalk(call, references, moment);
}
