import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { accountableParties, type AccountableParty } from '../domain/accountable-party.ts';
import { keySelectionDueOn } from '../domain/key-selection.ts';
import { mayOverCase, mayReadCoordination, suggestionUnknown } from '../domain/rights.ts';
import { allDelivered, type SuggestionCase } from '../domain/suggestion-case.ts';
import { nextMeetingDueOn } from '../domain/task-force.ts';
import type { AssignmentPorts } from './ports.ts';
import { readCase } from './read-case.ts';
import { circumstancesIfKnown, shareView, type ShareView } from './share-view.ts';

/** Assignment's part of a case as its readers see it. */
export interface CaseView {
  readonly suggestion: SuggestionCase;
  readonly version: number;
  /** Every deputy has the reply of every share. */
  readonly replied: boolean;
  readonly accountable: readonly AccountableParty[];
  readonly shares: readonly ShareView[];
  /** False for units: how it was classified is not theirs to read (domain.md §3.2). */
  readonly analysisKnown: boolean;
  /** False for units for reference and for the session's secretariat: what is done about it is not theirs to read. */
  readonly handlingKnown: boolean;
  /** 专班 is its members' and the offices'. */
  readonly taskForceKnown: boolean;
  /** 协调 is the parties' and the offices'. */
  readonly coordinationKnown: boolean;
  /** Last day for the monthly meeting of the task force; '' when none is due. */
  readonly nextTaskForceMeetingDueOn: string;
  /** Last day for the 主任会议 to decide about what was proposed as a key one; '' when no term runs. */
  readonly keySelectionDueOn: string;
}

/** What the answer is read from. */
type CasePorts = Pick<AssignmentPorts, 'reference'> & {
  readonly uow: Pick<AssignmentPorts['uow'], 'read'>;
  readonly cases: Pick<AssignmentPorts['cases'], 'load'>;
};

export function getCase(ports: CasePorts) {
  return (request: { readonly suggestionId: string }, ctx: QueryContext): Promise<CaseView | Rejection> =>
    readCase(ports, ctx, request.suggestionId, async ({ suggestion, version }, tx) => {
      if (!mayOverCase(ctx, 'assignment.read-case', suggestion)) return suggestionUnknown();
      const under = await circumstancesIfKnown(ports.reference, tx, { suggestion, at: ctx.at });
      return {
        suggestion,
        version,
        replied: allDelivered(suggestion),
        accountable: accountableParties(suggestion),
        analysisKnown: mayOverCase(ctx, 'assignment.read-analysis', suggestion),
        handlingKnown: mayOverCase(ctx, 'assignment.read-share', suggestion),
        taskForceKnown: mayOverCase(ctx, 'assignment.read-task-force', suggestion),
        coordinationKnown: mayReadCoordination(ctx, suggestion),
        keySelectionDueOn: (under && keySelectionDueOn(suggestion, under)) ?? '',
        nextTaskForceMeetingDueOn: (under && nextMeetingDueOn(suggestion, under)) ?? '',
        shares: suggestion.shares.map((share) => shareView(ctx, { suggestion, share }, under)),
      };
    });
}
