import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { accountableParties, type AccountableParty } from '../domain/accountable-party.ts';
import { mayOverCase, suggestionUnknown } from '../domain/rights.ts';
import { allDelivered, type SuggestionCase } from '../domain/suggestion-case.ts';
import type { AssignmentPorts } from './ports.ts';
import { circumstancesIfKnown, shareView, type ShareView } from './share-view.ts';

/** Assignment's part of a case as its readers see it. */
export interface CaseView {
  readonly suggestion: SuggestionCase;
  readonly version: number;
  /** Every deputy has the reply of every share. */
  readonly replied: boolean;
  readonly accountable: readonly AccountableParty[];
  readonly shares: readonly ShareView[];
}

export function getCase(ports: AssignmentPorts) {
  return (request: { readonly suggestionId: string }, ctx: QueryContext): Promise<CaseView | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const stored = await ports.cases.load(tx, ctx.tenant, request.suggestionId);
      if (stored === undefined || !mayOverCase(ctx, 'assignment.read-case', stored.suggestion)) {
        return suggestionUnknown();
      }
      const { suggestion, version } = stored;
      const under = await circumstancesIfKnown(ports.reference, tx, { suggestion, at: ctx.at });
      return {
        suggestion,
        version,
        replied: allDelivered(suggestion),
        accountable: accountableParties(suggestion),
        shares: suggestion.shares.map((share) => shareView(suggestion, share, under)),
      };
    });
}
