import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { refuseInGeneral } from '../domain/rights.ts';
import type { IntakePorts, Page, SummaryPage } from './ports.ts';

/** Drafts whose deputies wait for pre-review advice, oldest request first. */
export function listPreReviews(ports: IntakePorts) {
  return async (request: Page, ctx: QueryContext): Promise<SummaryPage | Rejection> => {
    const refused = refuseInGeneral(ctx, 'intake.read-pre-reviews');
    if (refused !== undefined) return refused;
    return ports.uow.read(ctx.tenant, (tx) => ports.suggestions.awaitingPreReview(tx, ctx.tenant, request));
  };
}
