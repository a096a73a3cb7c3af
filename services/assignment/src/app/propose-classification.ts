import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { proposeHandlingType } from '../domain/classify-suggestion.ts';
import { proposeScores, type ProposedScores } from '../domain/propose-classification.ts';
import { refuseAct, suggestionUnknown } from '../domain/rights.ts';
import type { HandlingType } from '../domain/suggestion-case.ts';
import { circumstancesOf } from './circumstances.ts';
import type { AssignmentPorts } from './ports.ts';

export interface ProposedClassification extends ProposedScores {
  readonly handlingType: HandlingType;
}

/** What the words ask for; whoever may classify decides. */
export function proposeClassification(ports: Pick<AssignmentPorts, 'uow' | 'cases' | 'reference'>) {
  return (
    request: { readonly suggestionId: string; readonly expectedUnits: number },
    ctx: QueryContext,
  ): Promise<ProposedClassification | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const stored = await ports.cases.load(tx, ctx.tenant, request.suggestionId);
      if (stored === undefined) return suggestionUnknown();
      const refusal = refuseAct(ctx, 'assignment.classify', stored.suggestion);
      if (refusal !== undefined) return refusal;
      const under = await circumstancesOf(ports.reference, tx, { suggestion: stored.suggestion, at: ctx.at });
      if (isRejection(under)) return under;
      const proposed = proposeScores(stored.suggestion, request.expectedUnits);
      const handlingType = proposeHandlingType(proposed.scores, proposed.expectedUnits, under.pack);
      return { ...proposed, handlingType };
    });
}
