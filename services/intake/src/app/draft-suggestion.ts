import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { draftSuggestion as decide } from '../domain/drafting.ts';
import { refuseOutOfOffice } from '../domain/mandate.ts';
import { refuseInGeneral } from '../domain/rights.ts';
import type { SuggestionText } from '../domain/text.ts';
import { recordFacts } from './change-suggestion.ts';
import { settleFiles } from './named-files.ts';
import type { IntakePorts } from './ports.ts';
import { refuseOtherDelegationOf } from './other-delegation.ts';
import { refuseUnknownUnits } from './wished-units.ts';

/** A deputy begins a suggestion, or a clerk of the delegation types a deputy's paper form. */
export function draftSuggestion(ports: IntakePorts) {
  return async (
    request: { kind: 'suggestion' | 'motion'; text: SuggestionText; leadDeputyId: string | undefined },
    ctx: CommandContext,
  ): Promise<CommandResult | Rejection> => {
    const refused = refuseInGeneral(ctx, 'intake.draft');
    if (refused !== undefined) return refused;
    const enteredBy = ctx.actor.personId;
    // A deputy drafts only own suggestions; whose form a clerk holds must be said.
    const leadDeputyId = ctx.actor.roles.includes('deputy') ? enteredBy : (request.leadDeputyId ?? enteredBy);
    const text = await settleFiles(ports, ctx, request.text, {
      before: [],
      uploaderIds: [leadDeputyId, enteredBy],
    });
    if (isRejection(text)) return text;
    const suggestionId = newId();
    return ports.uow.command(ctx, suggestionId, async (tx, stream) => {
      const lead = await ports.reference.memberships(tx, leadDeputyId);
      const { actor } = ctx;
      const refusedLead =
        refuseOutOfOffice(leadDeputyId, lead) ??
        (await refuseOtherDelegationOf(ports.reference, tx, { actor, lead }));
      if (refusedLead !== undefined) return refusedLead;
      const unknownUnit = await refuseUnknownUnits(ports.reference, tx, text.wishedUnitIds);
      if (unknownUnit !== undefined) return unknownUnit;
      const decision = decide({
        suggestionId,
        kind: request.kind,
        leadDeputyId,
        enteredBy,
        text,
      });
      if (isRejection(decision)) return decision;
      await recordFacts(ports, { tx, stream, tenant: ctx.tenant, at: ctx.at }, undefined, decision);
      return { id: suggestionId };
    });
  };
}
