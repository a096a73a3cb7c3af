import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideDraft, draftChangedMeanwhile, type ReplyDraft } from '../domain/reply-draft.ts';
import { shareOf } from '../domain/suggestion-case.ts';
import { changeWithFiles } from './evidence-files.ts';
import type { AssignmentPorts } from './ports.ts';
import { textHash } from '../domain/text-hash.ts';

export interface DraftToSave {
  readonly assignmentId: string;
  readonly draft: ReplyDraft;
  /** Hash of the draft it was written over, '' when there was none; absent: whatever is there is replaced. */
  readonly basedOn?: string;
}

/**
 * Saves the draft of this round's reply. Its words stay with the unit. Answers the reply's id, labelled with the hash of
 * the words.
 */
export function draftReply(ports: AssignmentPorts) {
  return (request: DraftToSave, ctx: CommandContext) =>
    changeWithFiles(ports, ctx, {
      evidence: request.draft.evidence,
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.draft-reply',
      share: () => request.assignmentId,
      decide: async (suggestion, _under, tx) => {
        const { assignmentId, draft, basedOn } = request;
        const share = shareOf(suggestion, assignmentId);
        const saved =
          share?.draft.state === 'saved'
            ? await ports.papers.reply(tx, ctx.tenant, share.draft.replyId)
            : undefined;
        const decided = decideDraft(suggestion, {
          ...{ assignmentId, newReplyId: newId() },
          files: draft.evidence.attachments,
          filesBefore: saved?.draft.evidence.attachments ?? [],
        });
        if (isRejection(decided)) return decided;
        const overwritten = draftChangedMeanwhile(basedOn, saved?.textHash ?? '');
        if (overwritten !== undefined) return overwritten;
        const round = share?.round ?? 1;
        const kept = { id: decided.replyId, assignmentId, round, draft, textHash: textHash(draft) };
        return {
          id: decided.replyId,
          label: kept.textHash,
          events: decided.events,
          keep: (tx) => ports.papers.saveDraft(tx, ctx.tenant, kept),
        };
      },
    });
}
