import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { Circumstances } from '../domain/clock-fact.ts';
import { refuseAct } from '../domain/rights.ts';
import { replyingShareInHand } from '../domain/share-guards.ts';
import type { Share } from '../domain/share.ts';
import type { SuggestionCase } from '../domain/suggestion-case.ts';
import { partUnknown } from './change-case.ts';
import { circumstancesOf } from './circumstances.ts';
import type { AssignmentPorts } from './ports.ts';

interface ReplyAtHand {
  readonly suggestion: SuggestionCase;
  readonly share: Share;
  readonly under: Circumstances;
}

/** The share whose reply somebody is writing, for questions about a text that is not saved. */
export async function replyAtHand(
  ports: Pick<AssignmentPorts, 'cases' | 'reference'>,
  tx: Tx,
  of: { readonly assignmentId: string; readonly ctx: QueryContext },
): Promise<ReplyAtHand | Rejection> {
  const { ctx, assignmentId } = of;
  const suggestionId = await ports.cases.caseOfPart(tx, ctx.tenant, assignmentId);
  const stored = suggestionId && (await ports.cases.load(tx, ctx.tenant, suggestionId));
  if (!stored) return partUnknown('assignment-unknown');
  const { suggestion } = stored;
  const refused = refuseAct(ctx, 'assignment.draft-reply', suggestion, assignmentId);
  // Whoever may not read the case learns nothing of it, not even that the share exists.
  if (refused !== undefined)
    return refused.kind === 'not-found' ? partUnknown('assignment-unknown') : refused;
  const share = replyingShareInHand(suggestion, assignmentId);
  if (isRejection(share)) return share;
  const under = await circumstancesOf(ports.reference, tx, { suggestion, at: ctx.at });
  return isRejection(under) ? under : { suggestion, share: share as Share, under };
}
