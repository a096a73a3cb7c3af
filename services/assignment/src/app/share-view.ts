import { isRejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { Circumstances } from '../domain/clock-fact.ts';
import { replyDueOn } from '../domain/extension.ts';
import { firstClosedGate, type ReplyGate } from '../domain/reply-gates.ts';
import { owesReply, type Share } from '../domain/share.ts';
import type { SuggestionCase } from '../domain/suggestion-case.ts';
import { circumstancesAt } from './circumstances.ts';
import type { ReferenceFacts } from './ports.ts';

/** A share with what a list says about it. */
export interface ShareView {
  readonly suggestion: SuggestionCase;
  readonly share: Share;
  /** Empty when no reply is owed now. */
  readonly replyDueOn: string;
  readonly nextGate: ReplyGate | 'none';
}

export function shareView(
  suggestion: SuggestionCase,
  share: Share,
  under: Circumstances | undefined,
): ShareView {
  const due = under && owesReply(share) ? replyDueOn(suggestion, share, under) : undefined;
  const gate = owesReply(share) ? firstClosedGate(suggestion, share) : undefined;
  return { suggestion, share, replyDueOn: due ?? '', nextGate: gate ?? 'none' };
}

/** For questions: without directory's facts a list is shown without due dates. */
export async function circumstancesIfKnown(
  reference: ReferenceFacts,
  tx: Tx,
  at: Date,
): Promise<Circumstances | undefined> {
  const under = await circumstancesAt(reference, tx, at);
  return isRejection(under) ? undefined : under;
}
