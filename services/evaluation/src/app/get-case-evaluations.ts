import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { CaseFile } from '../domain/case-file.ts';
import { openConditions, type ClosingCondition } from '../domain/closing.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { caseUnknown } from '../domain/rejections.ts';
import type { Rectification } from '../domain/rectification.ts';
import { hiddenDeputies, mayReadCase, mayReadEvaluation, mayReadShare } from '../domain/rights.ts';
import type { Share } from '../domain/share.ts';
import { evaluationShownTo } from './evaluation-shown-to.ts';
import type { EvaluationPorts } from './ports.ts';

/** A case's evaluations as one reader may see them. */
export interface CaseEvaluations {
  readonly file: CaseFile;
  readonly version: number;
  /** Those this reader may see, with opinions only where they may be seen. */
  readonly evaluations: readonly Evaluation[];
  /** The course of the shares that this reader may see, and what they are to put right: a unit its own. */
  readonly shares: readonly Share[];
  readonly rectifications: readonly Rectification[];
  /** People whom the reader may not know. */
  readonly hidden: ReadonlySet<string>;
  /** What closing still waits for, of what the reader may see. */
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
      return { file, version, evaluations, hidden, ...courseSeen(ctx, file) };
    });
}

function courseSeen(
  ctx: QueryContext,
  file: CaseFile,
): Pick<CaseEvaluations, 'shares' | 'rectifications' | 'waitingFor'> {
  const isSeen = ({ assignmentId }: { assignmentId: string }): boolean =>
    mayReadShare(ctx, file, assignmentId);
  const unseen = new Set([
    ...file.shares.filter((share) => !isSeen(share)).map(({ assignmentId }) => assignmentId),
    ...file.rectifications.filter((one) => !isSeen(one)).map(({ rectificationId }) => rectificationId),
  ]);
  const open = file.standing.phase === 'open' ? openConditions(file) : [];
  return {
    shares: file.shares.filter(isSeen),
    rectifications: file.rectifications.filter(isSeen),
    waitingFor: open.filter(({ subject }) => !unseen.has(subject)),
  };
}
