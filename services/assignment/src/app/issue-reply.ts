import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import { decideReply, type SavedDraft } from '../domain/issue-reply.ts';
import type { ResultEvidence } from '../domain/result-class.ts';
import { shareOf, type SuggestionCase } from '../domain/suggestion-case.ts';
import { changeWithFiles } from './evidence-files.ts';
import type { AssignmentPorts } from './ports.ts';

export interface ReplyToIssue {
  readonly assignmentId: string;
  readonly letterNumber: string;
  readonly textHash: string;
}

/** The head signs the draft and the reply is issued. Answers the reply's id, labelled with the letter's number. */
export function issueReply(ports: AssignmentPorts) {
  return async (request: ReplyToIssue, ctx: CommandContext) =>
    changeWithFiles(ports, ctx, {
      evidence: await evidenceToSign(ports, request, ctx),
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.issue-reply',
      share: () => request.assignmentId,
      decide: async (suggestion, under, tx) => {
        const { assignmentId: shareId, letterNumber } = request;
        const saved = await savedDraft(ports, tx, { tenant: ctx.tenant, suggestion, shareId });
        const promiseIds = saved?.draft.promises.map(() => newId()) ?? [];
        const signedBy = ctx.actor.personId;
        const events = decideReply(suggestion, { ...request, saved, signedBy, promiseIds }, under);
        if (isRejection(events)) return events;
        const id = saved?.replyId ?? '';
        const mark = { id, letterNumber, issuedOn: under.today, signedBy };
        return {
          id,
          label: letterNumber,
          events,
          keep: (tx) => ports.papers.markIssued(tx, ctx.tenant, mark),
        };
      },
    });
}

/** What the draft that the head has read names; another draft is refused by its hash in the transaction. */
function evidenceToSign(
  ports: AssignmentPorts,
  { assignmentId: shareId, textHash }: ReplyToIssue,
  { tenant }: CommandContext,
): Promise<Pick<ResultEvidence, 'attachments'>> {
  return ports.uow.read(tenant, async (tx) => {
    const suggestionId = await ports.cases.caseOfPart(tx, tenant, shareId);
    const stored = suggestionId && (await ports.cases.load(tx, tenant, suggestionId));
    if (!stored) return { attachments: [] };
    const saved = await savedDraft(ports, tx, { tenant, suggestion: stored.suggestion, shareId });
    return saved?.textHash === textHash ? saved.draft.evidence : { attachments: [] };
  });
}

async function savedDraft(
  ports: Pick<AssignmentPorts, 'papers'>,
  tx: Tx,
  of: { readonly tenant: string; readonly suggestion: SuggestionCase; readonly shareId: string },
): Promise<SavedDraft | undefined> {
  const draft = shareOf(of.suggestion, of.shareId)?.draft;
  if (draft?.state !== 'saved') return undefined;
  const reply = await ports.papers.reply(tx, of.tenant, draft.replyId);
  return reply && { replyId: reply.id, draft: reply.draft, textHash: reply.textHash };
}
