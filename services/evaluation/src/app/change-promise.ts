import type { CommandContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { promiseUnknown } from '../domain/rejections.ts';
import { changeCase, type CaseChange } from './change-case.ts';
import type { EvaluationPorts } from './ports.ts';

/** A change of one promise, found by its id. */
export async function changePromise(
  ports: EvaluationPorts,
  ctx: CommandContext,
  change: Pick<CaseChange, 'action' | 'decide'> & { readonly promiseId: string },
): Promise<CommandResult | Rejection> {
  const { promiseId, action, decide } = change;
  const caseId = await ports.uow.read(ctx.tenant, (tx) => ports.promises.caseOf(tx, ctx.tenant, promiseId));
  if (caseId === undefined) return promiseUnknown();
  return changeCase(ports, ctx, {
    ...{ caseId, action, decide },
    concern: (file) => {
      const promise = file.promises.find((candidate) => candidate.promiseId === promiseId);
      return promise === undefined ? {} : { assignmentId: promise.assignmentId };
    },
    answerId: () => promiseId,
  });
}
