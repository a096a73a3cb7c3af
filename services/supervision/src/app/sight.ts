import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import { refuse } from '../domain/rejections.ts';
import { sightOfBoard, sightOfCase } from '../domain/rights.ts';
import type { SupervisionPorts } from './ports.ts';

/** A filter cut down to what the asker may see: of one case by its circle, across cases by office or own unit. */
export async function narrowed<Filter extends { readonly caseId: string; readonly unitId: string }>(
  ports: SupervisionPorts,
  tx: Tx,
  ctx: QueryContext,
  filter: Filter,
): Promise<Filter | Rejection> {
  const circle = filter.caseId === '' ? undefined : await ports.cases.circle(tx, ctx.tenant, filter.caseId);
  if (filter.caseId !== '' && circle === undefined) return refuse('clock-not-found');
  const sight = circle === undefined ? sightOfBoard(ctx) : sightOfCase(ctx, circle);
  if (isRejection(sight)) return sight;
  if (sight.type === 'all') return filter;
  return { ...filter, unitId: sight.unitId };
}
