import type { CommandContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { rectificationUnknown } from '../domain/rejections.ts';
import { changeCase, type CaseChange } from './change-case.ts';
import type { EvaluationPorts } from './ports.ts';

/** A change of one rectification, found by its id. */
export async function changeRectification(
  ports: EvaluationPorts,
  ctx: CommandContext,
  change: Pick<CaseChange, 'action' | 'decide'> & { readonly rectificationId: string },
): Promise<CommandResult | Rejection> {
  const { rectificationId, action, decide } = change;
  const caseId = await ports.uow.read(ctx.tenant, (tx) =>
    ports.rectifications.caseOf(tx, ctx.tenant, rectificationId),
  );
  if (caseId === undefined) return rectificationUnknown();
  return changeCase(ports, ctx, {
    ...{ caseId, action, decide },
    concern: (file) => {
      const found = file.rectifications.find((candidate) => candidate.rectificationId === rectificationId);
      return found === undefined ? {} : { assignmentId: found.assignmentId };
    },
    answerId: () => rectificationId,
  });
}
