import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideDraft, type ReplyDraft } from '../domain/reply-draft.ts';
import { shareOf } from '../domain/suggestion-case.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';
import { textHash } from '../domain/text-hash.ts';

export interface DraftToSave {
  readonly assignmentId: string;
  readonly draft: ReplyDraft;
}

/** Saves the draft of this round's reply. Its words stay with the unit. Answers the id of the reply. */
export function draftReply(ports: AssignmentPorts) {
  return (request: DraftToSave, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.draft-reply',
      share: () => request.assignmentId,
      decide: (suggestion) => {
        const { assignmentId, draft } = request;
        const decided = decideDraft(suggestion, { assignmentId, newReplyId: newId() });
        if (isRejection(decided)) return decided;
        const round = shareOf(suggestion, assignmentId)?.round ?? 1;
        const kept = { id: decided.replyId, assignmentId, round, draft, textHash: textHash(draft) };
        return {
          id: decided.replyId,
          events: decided.events,
          keep: (tx) => ports.papers.saveDraft(tx, ctx.tenant, kept),
        };
      },
    });
}
