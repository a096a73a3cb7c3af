import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { CaseFile } from '../domain/case-file.ts';
import { openConditions, type ClosingCondition } from '../domain/closing.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { caseUnknown } from '../domain/rejections.ts';
import { hiddenDeputies, mayReadCase, mayReadEvaluation } from '../domain/rights.ts';
import { evaluationShownTo } from './evaluation-shown-to.ts';
import type { EvaluationPorts } from './ports.ts';

/** A case's evaluations as one reader may see them. */
export interface CaseEvaluations {
  readonly file: CaseFile;
  readonly version: number;
  /** Those this reader may see, with opinions only where they may be seen. */
  readonly evaluations: readonly Evaluation[];
  /** People whom the reader may not know. */
  readonly hidden: ReadonlySet<string>;
  /** What closing still waits for. */
  readonly waitingFor: readonly ClosingCondition[];
}

/** One case by the reader's right; one that may not be read does not exist for the reader. */
export function getCaseEvaluations(ports: EvaluationPorts) {
  return (
    { suggestionId }: { suggestionId: string },
    ctx: QueryContext,
  ): Promise<CaseEvaluations | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const stored = await ports.files.load(tx, ctx.tenant, suggestionId);
      if (stored === undefined || !mayReadCase(ctx, stored.file)) return caseUnknown();
      const { file, version } = stored;
      const evaluations = file.evaluations
        .filter((evaluation) => mayReadEvaluation(ctx, file, evaluation))
        .map((evaluation) => evaluationShownTo(ctx, evaluation));
      const hidden = hiddenDeputies(ctx, file);
      const waitingFor = file.standing.phase === 'open' ? openConditions(file) : [];
      return { file, version, evaluations, waitingFor, hidden };
    });
}
