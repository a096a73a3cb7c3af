import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { refuse } from '../domain/rejections.ts';
import type { SupervisionPorts } from './ports.ts';

/** The case and unit of a clock, so that the case can be locked. Both never change for a clock with a unit. */
export async function findClock(
  ports: Pick<SupervisionPorts, 'uow' | 'clocks'>,
  ctx: QueryContext,
  clockId: string,
): Promise<{ caseId: string; unitId: string } | Rejection> {
  const found = await ports.uow.read(ctx.tenant, (tx) => ports.clocks.read(tx, ctx.tenant, clockId));
  if (found === undefined) return refuse('clock-not-found');
  return { caseId: found.caseId, unitId: found.watch.unitId };
}
