import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import { inviteCosigners as decide } from '../domain/cosigning.ts';
import { refuseOutOfOffice } from '../domain/mandate.ts';
import type { IntakeRejection } from '../domain/rejections.ts';
import { changeSuggestion } from './change-suggestion.ts';
import type { IntakePorts, ReferenceFacts } from './ports.ts';

/** The lead asks deputies in office to sign too. */
export function inviteCosigners(ports: IntakePorts) {
  return (request: { suggestionId: string; deputyIds: readonly string[] }, ctx: CommandContext) =>
    changeSuggestion(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'intake.invite-cosigner',
      decide: async (tx, suggestion) => {
        // The decider limits how many may be invited, so it speaks before directory's facts are read for each.
        const decision = decide(suggestion, { deputyIds: request.deputyIds });
        if (isRejection(decision)) return decision;
        return (await refuseNonDeputies(ports.reference, tx, request.deputyIds)) ?? decision;
      },
    });
}

async function refuseNonDeputies(
  reference: ReferenceFacts,
  tx: Tx,
  deputyIds: readonly string[],
): Promise<IntakeRejection | undefined> {
  for (const deputyId of deputyIds) {
    const refused = refuseOutOfOffice(deputyId, await reference.memberships(tx, deputyId));
    if (refused !== undefined) return refused;
  }
  return undefined;
}
