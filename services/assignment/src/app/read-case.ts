import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import { caseNotHeardOf, unlessUnregistered } from './case-not-heard-of.ts';
import type { AssignmentPorts, Stored } from './ports.ts';

/** Reads one case within a snapshot, asking intake first when it was not heard of yet. */
export async function readCase<Answer>(
  ports: {
    readonly uow: Pick<AssignmentPorts['uow'], 'read'>;
    readonly cases: Pick<AssignmentPorts['cases'], 'load'>;
  },
  ctx: QueryContext,
  suggestionId: string,
  read: (stored: Stored, tx: Tx) => Answer | Promise<Answer>,
): Promise<Answer | Rejection> {
  const answer = await ports.uow.read(ctx.tenant, async (tx): Promise<Answer | Rejection> => {
    const stored = await ports.cases.load(tx, ctx.tenant, suggestionId);
    return stored === undefined ? caseNotHeardOf(suggestionId) : read(stored, tx);
  });
  return unlessUnregistered(answer);
}
