import type { QueryContext } from '@huiyin/kernel/command-context';
import type { IntakePorts, Page, SummaryPage } from './ports.ts';

/** What the caller leads, signed or is invited to sign; newest first. Everybody may ask, most have none. */
export function listMySuggestions(ports: IntakePorts) {
  return (request: Page & { status: string }, ctx: QueryContext): Promise<SummaryPage> =>
    ports.uow.read(ctx.tenant, (tx) =>
      ports.suggestions.ofDeputy(tx, ctx.tenant, { ...request, deputyId: ctx.actor.personId }),
    );
}
