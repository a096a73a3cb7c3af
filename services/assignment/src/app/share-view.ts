import { isRejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { Circumstances } from '../domain/clock-fact.ts';
import { replyDueOn } from '../domain/extension.ts';
import { mayOverShare, type Asker } from '../domain/rights.ts';
import { firstClosedGate, type ReplyGate } from '../domain/reply-gates.ts';
import { owesReply, type Share } from '../domain/share.ts';
import type { SuggestionCase } from '../domain/suggestion-case.ts';
import { circumstancesOf } from './circumstances.ts';
import type { ReferenceFacts } from './ports.ts';

/** A share with what a list says about it. */
export interface ShareView {
  readonly suggestion: SuggestionCase;
  readonly share: Share;
  /** Empty when no reply is owed now. */
  readonly replyDueOn: string;
  readonly nextGate: ReplyGate | 'none';
  /** False for units that do not handle this share: what it asks of its office, and its difficulties, are its own. */
  readonly papersSeen: boolean;
}

export function shareView(
  asker: Asker,
  { suggestion, share }: { readonly suggestion: SuggestionCase; readonly share: Share },
  under: Circumstances | undefined,
): ShareView {
  const papersSeen = mayOverShare(asker, 'assignment.read-share', { suggestion, share });
  const due = under && owesReply(share) ? replyDueOn(suggestion, share, under) : undefined;
  const gate = owesReply(share) ? firstClosedGate(suggestion, share) : undefined;
  return { suggestion, share, replyDueOn: due ?? '', nextGate: gate ?? 'none', papersSeen };
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
    readonly ctx: Asker & { readonly at: Date };
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
