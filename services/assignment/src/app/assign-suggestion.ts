import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideAssignment, type ShareToMake } from '../domain/assign-suggestion.ts';
import type { ShareRole } from '../domain/share.ts';
import { changeCase } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';
import { unitToAssign } from './unit-to-assign.ts';

export interface AssignSuggestion {
  readonly suggestionId: string;
  readonly wishReason: string;
  readonly shares: readonly { readonly unitId: string; readonly role: ShareRole }[];
}

/** 交办: hands a suggestion over to its units; the clocks start. */
export function assignSuggestion(ports: AssignmentPorts) {
  return (request: AssignSuggestion, ctx: CommandContext) =>
    changeCase(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'assignment.assign',
      decide: async (suggestion, under, tx) => {
        const shares: ShareToMake[] = [];
        for (const { unitId, role } of request.shares) {
          const unit = await unitToAssign(ports, tx, { tenant: ctx.tenant, unitId, day: under.today });
          if (isRejection(unit)) return unit;
          shares.push({ id: newId(), role, unit });
        }
        const events = decideAssignment(suggestion, { shares, wishReason: request.wishReason }, under);
        return isRejection(events) ? events : { id: suggestion.id, events };
      },
    });
}
