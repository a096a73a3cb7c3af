import { hasRole, type Actor } from '@huiyin/kernel/actor';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { mayReadCoordination, refuseInGeneral } from '../domain/rights.ts';
import type { SuggestionCase } from '../domain/suggestion-case.ts';
import type { AssignmentPorts, CaseSight, Page } from './ports.ts';

/** A row of the board as its reader may see it. */
export interface ListedCase {
  readonly suggestion: SuggestionCase;
  /** False for the session's secretariat: a disagreement of the handlers is not its to read. */
  readonly coordinationKnown: boolean;
}

export interface ListedCasePage {
  readonly cases: readonly ListedCase[];
  readonly nextCursor: string;
}

/** The desk's board of cases to classify, to assign and in handling. */
export function listCases(ports: AssignmentPorts) {
  return async (
    request: { readonly status: string } & Page,
    ctx: QueryContext,
  ): Promise<ListedCasePage | Rejection> => {
    const refused = refuseInGeneral(ctx, 'assignment.read-board');
    if (refused !== undefined) return refused;
    return ports.uow.read(ctx.tenant, async (tx) => {
      const which = { ...request, sight: sightOf(ctx.actor) };
      const { cases, nextCursor } = await ports.cases.list(tx, ctx.tenant, which);
      const listed = cases.map((suggestion) => ({
        suggestion,
        coordinationKnown: mayReadCoordination(ctx, suggestion),
      }));
      return { cases: listed, nextCursor };
    });
  };
}

/** Which cases the caller may open: 大会秘书处 those of the session, 政府办 those it distributes, a committee its field. */
function sightOf(actor: Actor): CaseSight {
  if (hasRole(actor, 'congress-desk', 'council')) return { of: 'all', key: '' };
  if (hasRole(actor, 'session-registrar')) return { of: 'period', key: 'in-session' };
  if (hasRole(actor, 'government-office')) return { of: 'office', key: 'government-office' };
  return { of: 'committee', key: actor.unitId ?? '' };
}
