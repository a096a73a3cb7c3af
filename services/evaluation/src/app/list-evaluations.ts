import type { QueryContext } from '@huiyin/kernel/command-context';
import { shareOf, type CaseFile } from '../domain/case-file.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { hiddenDeputies, mayReadEvaluation, officeShares, readsAll } from '../domain/rights.ts';
import type { Share } from '../domain/share.ts';
import { evaluationShownTo } from './evaluation-shown-to.ts';
import type { EvaluationFilter, EvaluationPorts } from './ports.ts';

export type ListEvaluationsRequest = Omit<EvaluationFilter, 'reader'>;

/** An evaluation in a list, with the case it belongs to. */
export interface ListedEvaluation {
  readonly evaluation: Evaluation;
  readonly file: CaseFile;
  /** The share whose reply is judged, as it stands now. */
  readonly share: Share | undefined;
  /** People whom the reader may not know. */
  readonly hidden: ReadonlySet<string>;
}

export interface EvaluationPage {
  readonly evaluations: readonly ListedEvaluation[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

/** 测评, by the day the reply was delivered: those the caller may see, so a unit's own after submission alone. */
export function listEvaluations(ports: EvaluationPorts) {
  return (request: ListEvaluationsRequest, ctx: QueryContext): Promise<EvaluationPage> => {
    const { personId, unitId = '' } = ctx.actor;
    const reader = { all: readsAll(ctx), personId, unitId, officeShares: officeShares(ctx) };
    return ports.uow.read(ctx.tenant, async (tx) => {
      const page = await ports.evaluations.list(tx, ctx.tenant, { ...request, reader });
      const evaluations = page.found
        .filter(({ file, evaluation }) => mayReadEvaluation(ctx, file, evaluation))
        .map(({ file, evaluation }) => ({
          file,
          evaluation: evaluationShownTo(ctx, evaluation),
          share: shareOf(file, evaluation.assignmentId),
          hidden: hiddenDeputies(ctx, file),
        }));
      return { evaluations, nextCursor: page.nextCursor };
    });
  };
}
