import type { CommandContext } from '@huiyin/kernel/command-context';
import type { Satisfaction } from '../domain/satisfaction.ts';
import { giveCosignerOpinion as decide, type EvaluationChoice } from '../domain/submit-evaluation.ts';
import { changeCase } from './change-case.ts';
import type { EvaluationPorts } from './ports.ts';

export interface GiveCosignerOpinionRequest extends EvaluationChoice {
  readonly suggestionId: string;
  readonly satisfaction: Satisfaction;
}

/** A co-signer's opinion, attached by the lead deputy's submission. */
export function giveCosignerOpinion(ports: EvaluationPorts) {
  return ({ suggestionId, ...opinion }: GiveCosignerOpinionRequest, ctx: CommandContext) =>
    changeCase(ports, ctx, {
      caseId: suggestionId,
      action: 'evaluation.give-cosigner-opinion',
      concern: () => ({ signedSuggestionId: opinion.signedSuggestionId }),
      decide: (file) => decide(file, { ...opinion, personId: ctx.actor.personId }),
    });
}
