import type { CommandContext } from '@huiyin/kernel/command-context';
import { decideDraftReading, draftAtHand } from '../domain/read-draft.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** 代表工委 reads a draft on demand: recorded first, shown by the share's answer afterwards. Answers the reply's id. */
export function readReplyDraft(ports: AssignmentPorts) {
  return ({ assignmentId }: { readonly assignmentId: string }, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.open-draft-reply',
      share: () => assignmentId,
      decide: async (suggestion, under, tx) => {
        const draft = draftAtHand(suggestion, assignmentId);
        if ('rejected' in draft) return draft;
        const saved = await ports.papers.reply(tx, ctx.tenant, draft.replyId);
        if (saved === undefined) throw new Error(`the draft ${draft.replyId} has no words`);
        const reading = { readerId: ctx.actor.personId, textHash: saved.textHash, on: under.today };
        return { id: draft.replyId, events: decideDraftReading(suggestion, draft, reading) };
      },
    });
}
