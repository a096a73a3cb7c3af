import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { CommandResult, OpenStream } from '@huiyin/kernel/unit-of-work';
import type { Decision, SuggestionEvent } from '../domain/events.ts';
import { evolveAll } from '../domain/evolve.ts';
import { suggestionUnknown } from '../domain/rejections.ts';
import { refuseAct, type IntakeAction } from '../domain/rights.ts';
import { numberedOf, type Suggestion } from '../domain/suggestion.ts';
import type { IntakePorts } from './ports.ts';

/** The change of one suggestion: its lock, the right to it, the decision, its facts and its new state. */
export async function changeSuggestion(
  ports: IntakePorts,
  ctx: CommandContext,
  change: {
    readonly suggestionId: string;
    readonly action: IntakeAction | ((suggestion: Suggestion) => IntakeAction);
    readonly decide: (tx: Tx, suggestion: Suggestion) => Promise<Decision>;
  },
): Promise<CommandResult | Rejection> {
  return ports.uow.command(ctx, change.suggestionId, async (tx, stream) => {
    const stored = await ports.suggestions.load(tx, ctx.tenant, change.suggestionId);
    if (stored === undefined) return suggestionUnknown;
    const { suggestion } = stored;
    const action = typeof change.action === 'function' ? change.action(suggestion) : change.action;
    const refused = refuseAct(ctx, action, suggestion);
    if (refused !== undefined) return refused;
    const decision = await change.decide(tx, suggestion);
    if (isRejection(decision)) return decision;
    const after = await recordFacts(
      ports,
      { tx, stream, tenant: ctx.tenant, at: ctx.at },
      suggestion,
      decision,
    );
    const numbered = numberedOf(after);
    return numbered.given ? { id: after.suggestionId, label: numbered.number } : { id: after.suggestionId };
  });
}

/** An open stream of one suggestion with the time its facts happen. */
export interface OpenSuggestion {
  readonly tx: Tx;
  readonly stream: OpenStream;
  readonly tenant: string;
  readonly at: Date;
}

/** Appends facts and saves the state they lead to. No facts: nothing is written. */
export async function recordFacts(
  ports: Pick<IntakePorts, 'publish' | 'suggestions'>,
  open: OpenSuggestion,
  before: Suggestion | undefined,
  facts: readonly SuggestionEvent[],
): Promise<Suggestion> {
  const after = evolveAll(before, facts);
  if (facts.length === 0) return after;
  await open.stream.append(...facts.map((fact) => ports.publish(after.suggestionId, fact)));
  const version = open.stream.version + facts.length;
  await ports.suggestions.save(open.tx, open.tenant, { suggestion: after, version }, open.at);
  return after;
}
