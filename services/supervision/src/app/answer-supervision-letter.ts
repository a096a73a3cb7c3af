import type { CommandContext } from '@huiyin/kernel/command-context';
import type { LocalDate } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { answerLetter } from '../domain/letter.ts';
import { refuse } from '../domain/rejections.ts';
import { wording } from '../domain/wording.ts';
import { changeCase } from './change-case.ts';
import type { SupervisionPorts } from './ports.ts';

export interface LetterAnswerRequest {
  readonly letterId: string;
  readonly progress: string;
  readonly measures: string;
  readonly promisedOn: LocalDate;
}

/** The answer of the unit's head to a supervision letter. Another unit's letter is not found. */
export function answerSupervisionLetter(ports: SupervisionPorts) {
  return async (request: LetterAnswerRequest, ctx: CommandContext) => {
    const progress = wording(request.progress, 'progress');
    if (isRejection(progress)) return progress;
    const measures = wording(request.measures, 'measures');
    if (isRejection(measures)) return measures;
    const { letterId, promisedOn } = request;
    const sent = await ports.uow.read(ctx.tenant, (tx) => ports.letters.load(tx, ctx.tenant, letterId));
    if (sent === undefined || isForOtherUnit(sent.unitId, ctx)) return refuse('letter-not-found');
    const { caseId, unitId } = sent;
    return changeCase(ports, ctx, {
      ...{ caseId, unitId, action: 'supervision.answer-letter' },
      decide: async ({ tx, moment }) => {
        const letter = await ports.letters.load(tx, ctx.tenant, letterId);
        if (letter === undefined) return refuse('letter-not-found');
        const step = answerLetter(letter, { progress, measures, promisedOn }, moment);
        if (isRejection(step)) return step;
        const keep = () => ports.letters.save(tx, ctx.tenant, [step.thing]);
        return { id: letterId, event: step.event, facts: step.facts, keep };
      },
    });
  };
}

function isForOtherUnit(unitId: string, { actor }: CommandContext): boolean {
  return actor.unitId !== undefined && actor.unitId !== unitId;
}
