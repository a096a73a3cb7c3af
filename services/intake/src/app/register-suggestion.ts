import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { seriesOf } from '../domain/number.ts';
import { registerSuggestion as decide } from '../domain/registering.ts';
import { notYetKnown, wrongStatus } from '../domain/rejections.ts';
import { changeSuggestion } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';
import { rulesInForce } from './rules-in-force.ts';

/** The desk gives number and category. Lock order: the suggestion's stream, then the counter of its series. */
export function registerSuggestion(ports: IntakePorts) {
  return (
    request: { suggestionId: string; category: string; oneMatterReason: string },
    ctx: CommandContext,
  ) =>
    changeSuggestion(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'intake.register',
      decide: async (tx, suggestion) => {
        // Only a submitted suggestion belongs to a series; any other is refused before a number is drawn.
        if (suggestion.status !== 'submitted')
          return wrongStatus(suggestion.status, '只有已提交的建议可以登记');
        const rules = await rulesInForce(ports.reference, tx, ctx.at);
        if (isRejection(rules)) return rules;
        const tenant = await ports.reference.tenant(tx);
        if (tenant === undefined) return notYetKnown('directory', ctx.tenant);
        const on = localDateOf(ctx.at);
        const leadMemberships = await ports.reference.memberships(tx, suggestion.leadDeputyId);
        const series = seriesOf({ period: suggestion.period, registeredOn: on });
        const n = await ports.numbers.next(tx, ctx.tenant, series);
        const { category, oneMatterReason } = request;
        const overseerIds = await ports.reference.overseersOf(tx, category);
        const area = tenant.areaCode;
        const command = { on, category, area, n, leadMemberships, overseerIds, oneMatterReason, rules };
        return decide(suggestion, command);
      },
    });
}
