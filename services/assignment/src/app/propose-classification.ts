import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { proposeHandlingType } from '../domain/classify-suggestion.ts';
import { proposeScores, type ProposedScores } from '../domain/propose-classification.ts';
import { refuseAct } from '../domain/rights.ts';
import type { HandlingType } from '../domain/suggestion-case.ts';
import { circumstancesOf } from './circumstances.ts';
import type { AssignmentPorts } from './ports.ts';
import { readCase } from './read-case.ts';

export interface ProposedClassification extends ProposedScores {
  readonly handlingType: HandlingType;
}

/** What the words ask for; whoever may classify decides. */
export function proposeClassification(ports: Pick<AssignmentPorts, 'uow' | 'cases' | 'reference'>) {
  return (
    request: { readonly suggestionId: string; readonly expectedUnits: number },
    ctx: QueryContext,
  ): Promise<ProposedClassification | Rejection> =>
    readCase(ports, ctx, request.suggestionId, async ({ suggestion }, tx) => {
      const refusal = refuseAct(ctx, 'assignment.classify', suggestion);
      if (refusal !== undefined) return refusal;
      const under = await circumstancesOf(ports.reference, tx, { suggestion, at: ctx.at });
      if (isRejection(under)) return under;
      const proposed = proposeScores(suggestion, request.expectedUnits);
      const handlingType = proposeHandlingType(proposed.scores, proposed.expectedUnits, under.pack);
      return { ...proposed, handlingType };
    });
}
