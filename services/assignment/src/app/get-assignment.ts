import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import { awaitedOpinions, type AwaitedOpinion } from '../domain/co-opinion.ts';
import type { OpinionWords } from '../domain/opinion-words.ts';
import { mayOverCase, mayOverShare, mayReadDraft, mayReadPlan } from '../domain/rights.ts';
import type { Share } from '../domain/share.ts';
import { shareOf, type SuggestionCase } from '../domain/suggestion-case.ts';
import { partUnknown } from './change-case.ts';
import type { AssignmentPorts, KeptContact, KeptPlan, KeptReply } from './ports.ts';
import { circumstancesIfKnown, shareView, type ShareView } from './share-view.ts';

/** One share with its papers, as far as this reader may see them (domain §3.2). */
export interface AssignmentView extends ShareView {
  readonly version: number;
  readonly plans: readonly KeptPlan[];
  readonly contacts: readonly KeptContact[];
  /** Co-handlers' shares whose opinions the reader may see. */
  readonly opinionShares: readonly Share[];
  readonly replies: readonly KeptReply[];
  /** To the unit itself: what waits for its head's signature. */
  readonly opinionDraft:
    (OpinionWords & { readonly draftedBy: string; readonly draftedOn: string }) | undefined;
  /** To whoever writes the reply: opinions that are not there yet. */
  readonly awaitedOpinions: readonly AwaitedOpinion[];
  /** False for a reader who may not know a confidential author. */
  readonly authorKnown: boolean;
}

/** What the answer is read from. */
type SharePorts = Pick<AssignmentPorts, 'reference'> & {
  readonly uow: Pick<AssignmentPorts['uow'], 'read'>;
  readonly cases: Pick<AssignmentPorts['cases'], 'load' | 'caseOfPart'>;
  readonly papers: Pick<AssignmentPorts['papers'], 'plansOf' | 'contactsOf' | 'repliesOf' | 'opinionDraft'>;
};

export function getAssignment(ports: SharePorts) {
  return (
    request: { readonly assignmentId: string },
    ctx: QueryContext,
  ): Promise<AssignmentView | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const { assignmentId } = request;
      const suggestionId = await ports.cases.caseOfPart(tx, ctx.tenant, assignmentId);
      const stored = suggestionId && (await ports.cases.load(tx, ctx.tenant, suggestionId));
      if (!stored) return partUnknown('assignment-unknown');
      const { suggestion, version } = stored;
      const share = shareOf(suggestion, assignmentId);
      if (share === undefined || !mayOverCase(ctx, 'assignment.read-case', suggestion)) {
        return partUnknown('assignment-unknown');
      }
      const under = await circumstancesIfKnown(ports.reference, tx, { suggestion, at: ctx.at });
      const papers = await papersFor(ports, tx, { ctx, suggestion, share });
      const opinionDraft = await opinionDraftFor(ports, tx, { ctx, suggestion, share });
      const writes =
        under !== undefined && mayOverShare(ctx, 'assignment.draft-reply', { suggestion, share });
      const awaited = writes ? awaitedOpinions(suggestion, under) : [];
      const view = shareView(ctx, { suggestion, share }, under);
      return { ...view, version, ...papers, opinionDraft, awaitedOpinions: awaited };
    });
}

async function papersFor(
  ports: Pick<SharePorts, 'papers'>,
  tx: Tx,
  of: { readonly ctx: QueryContext; readonly suggestion: SuggestionCase; readonly share: Share },
): Promise<Pick<AssignmentView, 'plans' | 'contacts' | 'opinionShares' | 'replies' | 'authorKnown'>> {
  const { ctx, suggestion, share } = of;
  const plansSeen = mayReadPlan(ctx, { suggestion, share });
  const contactsSeen = mayOverShare(ctx, 'assignment.read-share', { suggestion, share });
  const replies = await ports.papers.repliesOf(tx, ctx.tenant, share.id);
  const finalSeen = mayOverCase(ctx, 'assignment.read-final-reply', suggestion);
  return {
    plans: plansSeen ? await ports.papers.plansOf(tx, ctx.tenant, share.id) : [],
    contacts: contactsSeen ? await ports.papers.contactsOf(tx, ctx.tenant, share.id) : [],
    opinionShares: suggestion.shares.filter((other) => seesOpinion(ctx, suggestion, other)),
    replies: replies.filter(({ issued, textHash }) =>
      issued === undefined ? mayReadDraft(ctx, { suggestion, share }, textHash) : finalSeen,
    ),
    authorKnown: mayOverCase(ctx, 'assignment.read-author', suggestion),
  };
}

async function opinionDraftFor(
  ports: Pick<SharePorts, 'papers'>,
  tx: Tx,
  of: { readonly ctx: QueryContext; readonly suggestion: SuggestionCase; readonly share: Share },
): Promise<AssignmentView['opinionDraft']> {
  const { opinionDraft } = of.share;
  if (opinionDraft === undefined || !mayOverShare(of.ctx, 'assignment.draft-co-opinion', of))
    return undefined;
  const words = await ports.papers.opinionDraft(tx, of.ctx.tenant, of.share.id);
  return words && { ...words, draftedBy: opinionDraft.by, draftedOn: opinionDraft.on };
}

/** Whoever writes the lead's reply, which must state them, sees all opinions; a co-handler its own. */
function seesOpinion(ctx: QueryContext, suggestion: SuggestionCase, share: Share): boolean {
  if (share.coOpinion.state === 'none') return false;
  return (
    mayOverShare(ctx, 'assignment.read-co-opinions', { suggestion, share }) ||
    mayOverCase(ctx, 'assignment.draft-reply', suggestion)
  );
}
