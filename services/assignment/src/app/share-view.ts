import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { Circumstances } from '../domain/clock-fact.ts';
import { replyDueOn } from '../domain/extension.ts';
import { firstClosedGate, type ReplyGate } from '../domain/reply-gates.ts';
import { mayOverShare, type Asker } from '../domain/rights.ts';
import { owesReply, type Share } from '../domain/share.ts';
import type { SuggestionCase } from '../domain/suggestion-case.ts';
import { circumstancesOf } from './circumstances.ts';
import type { ReferenceFacts } from './reference-facts.ts';

/** A share with what a list says about it. */
export interface ShareView {
  readonly suggestion: SuggestionCase;
  readonly share: Share;
  /** Empty when no reply is owed now. */
  readonly replyDueOn: string;
  readonly nextGate: ReplyGate | 'none';
  /** False where what is done about the share, and asked for it, is not this reader's (domain.md §3.2). */
  readonly handlingKnown: boolean;
}

export function shareView(
  asker: Asker,
  { share, suggestion }: { readonly share: Share; readonly suggestion: SuggestionCase },
  under: Circumstances | undefined,
): ShareView {
  const due = under && owesReply(share) ? replyDueOn(suggestion, share, under) : undefined;
  const gate = owesReply(share) ? firstClosedGate(suggestion, share) : undefined;
  const handlingKnown = mayOverShare(asker, 'assignment.read-share', { suggestion, share });
  return { suggestion, share, replyDueOn: due ?? '', nextGate: gate ?? 'none', handlingKnown };
}

/** For questions: without directory's facts a case is shown without due dates. */
export async function circumstancesIfKnown(
  reference: ReferenceFacts,
  tx: Tx,
  of: { readonly suggestion: SuggestionCase; readonly at: Date },
): Promise<Circumstances | undefined> {
  const under = await circumstancesOf(reference, tx, of);
  return isRejection(under) ? undefined : under;
}

/** A page of shares, each under the rules its case keeps; each version is read once. */
export async function shareViews(
  reference: ReferenceFacts,
  tx: Tx,
  of: {
    readonly shares: readonly { readonly share: Share; readonly suggestion: SuggestionCase }[];
    readonly ctx: QueryContext;
  },
): Promise<readonly ShareView[]> {
  const known = new Map<string, Circumstances | undefined>();
  const views: ShareView[] = [];
  for (const { share, suggestion } of of.shares) {
    const rules = suggestion.rulePackVersion === '' ? suggestion.registeredOn : suggestion.rulePackVersion;
    if (!known.has(rules)) {
      known.set(rules, await circumstancesIfKnown(reference, tx, { suggestion, at: of.ctx.at }));
    }
    views.push(shareView(of.ctx, { suggestion, share }, known.get(rules)));
  }
  return views;
}
