import type { CommandContext } from '@huiyin/kernel/command-context';
import type { LocalDate } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { refuse } from '../domain/rejections.ts';
import { holdTalk as decide } from '../domain/talk.ts';
import { wording } from '../domain/wording.ts';
import { changeCase } from './change-case.ts';
import type { SupervisionPorts } from './ports.ts';

export interface TalkRecord {
  readonly talkId: string;
  readonly attendedBy: string;
  readonly minutes: string;
  readonly undertaking: string;
  readonly checkOn: LocalDate;
}

/** Records a talk with minutes, undertaking and check date. */
export function holdTalk(ports: SupervisionPorts) {
  return async (request: TalkRecord, ctx: CommandContext) => {
    const minutes = wording(request.minutes, 'minutes');
    if (isRejection(minutes)) return minutes;
    const undertaking = wording(request.undertaking, 'undertaking');
    if (isRejection(undertaking)) return undertaking;
    const { talkId, attendedBy, checkOn } = request;
    const called = await ports.uow.read(ctx.tenant, (tx) => ports.talks.load(tx, ctx.tenant, talkId));
    if (called === undefined) return refuse('talk-not-found');
    const { caseId, unitId } = called;
    return changeCase(ports, ctx, {
      ...{ caseId, unitId, action: 'supervision.hold-talk' },
      decide: async ({ tx, references, moment }) => {
        const talk = await ports.talks.load(tx, ctx.tenant, talkId);
        if (talk === undefined) return refuse('talk-not-found');
        const step = decide(talk, { attendedBy, minutes, undertaking, checkOn }, references, moment);
        if (isRejection(step)) return step;
        const keep = () => ports.talks.save(tx, ctx.tenant, [step.thing]);
        return { id: talkId, event: step.event, facts: step.facts, keep };
      },
    });
  };
}
