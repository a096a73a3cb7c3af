import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf } from '@huiyin/kernel/local-date';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { mergeSuggestion as decide } from '../domain/merging.ts';
import { suggestionUnknown } from '../domain/rejections.ts';
import { refuseAct } from '../domain/rights.ts';
import { recordFacts } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';

/**
 * 并案: one fact on the child's stream and one on the parent's, in one transaction. Lock order: both streams by
 * ascending id, which the unit of work does for the list it is given; two merges the other way round cannot deadlock.
 */
export function mergeSuggestion(ports: IntakePorts) {
  return (
    request: { suggestionId: string; parentId: string; reason: string; competence: string },
    ctx: CommandContext,
  ): Promise<CommandResult | Rejection> =>
    ports.uow.command(ctx, [request.suggestionId, request.parentId], async (tx, stream, open) => {
      const child = await ports.suggestions.load(tx, ctx.tenant, request.suggestionId);
      const parent = await ports.suggestions.load(tx, ctx.tenant, request.parentId);
      if (child === undefined || parent === undefined) return suggestionUnknown;
      const refused =
        refuseAct(ctx, 'intake.merge', child.suggestion) ?? refuseAct(ctx, 'intake.merge', parent.suggestion);
      if (refused !== undefined) return refused;
      const { reason, competence } = request;
      const merge = { on: localDateOf(ctx.at), reason, competence };
      const decision = decide(child.suggestion, parent.suggestion, merge);
      if (isRejection(decision)) return decision;
      const { tenant, at } = ctx;
      const parentStream = await open(request.parentId);
      await recordFacts(ports, { tx, stream, tenant, at }, child.suggestion, decision.child);
      await recordFacts(ports, { tx, stream: parentStream, tenant, at }, parent.suggestion, decision.parent);
      return { id: request.suggestionId };
    });
}
