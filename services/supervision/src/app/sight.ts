import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import { refuse } from '../domain/rejections.ts';
import {
  mayKnowTitle,
  mayReadDrafts,
  seesGovernmentOnly,
  sightOfBoard,
  sightOfCase,
} from '../domain/rights.ts';
import type { CaseLabel, PageOf, Scope, SupervisionPorts } from './ports.ts';

interface Filter {
  readonly caseId: string;
  readonly unitId: string;
}

/** A filter cut down to what the asker may see: of one case by its circle, across cases by office or own unit. */
export async function narrowed<Asked extends Filter>(
  ports: SupervisionPorts,
  tx: Tx,
  ctx: QueryContext,
  asked: Asked,
): Promise<(Asked & Scope) | Rejection> {
  const filter = { ...asked, government: seesGovernmentOnly(ctx), submittedOnly: !mayReadDrafts(ctx) };
  const circle = filter.caseId === '' ? undefined : await ports.cases.circle(tx, ctx.tenant, filter.caseId);
  if (filter.caseId !== '' && circle === undefined) return refuse('clock-not-found');
  const sight = circle === undefined ? sightOfBoard(ctx) : sightOfCase(ctx, circle);
  // Whoever may not read of the case is told that there is none.
  if (isRejection(sight)) return circle === undefined ? sight : refuse('clock-not-found');
  if (sight.type === 'all') return filter;
  return { ...filter, unitId: sight.unitId };
}

/** A list as the asker may read it: without the titles of cases whose text the asker may not open. */
export function titled<Item extends CaseLabel>(ctx: QueryContext, page: PageOf<Item>): PageOf<Item> {
  return { ...page, items: page.items.map((item) => untitledFor(ctx, item)) };
}

/** One thing of such a list. */
export function untitledFor<Item extends CaseLabel>(ctx: QueryContext, item: Item): Item {
  return mayKnowTitle(ctx, item.circle) ? item : { ...item, title: '' };
}
