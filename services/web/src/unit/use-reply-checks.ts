import { api, dataOf, type Schemas } from '../api/client.ts';
import type { AssignmentFile } from '../api/use-assignment.ts';
import { draftInput, type ReplyText } from './reply-text.ts';
import { useAtRest, type AtRest } from './use-at-rest.ts';

/** 送签前检查 as the server makes them: the same list that signing is refused by. */
export function useReplyChecks({
  text,
  file,
}: {
  readonly text: ReplyText;
  readonly file: AssignmentFile;
}): AtRest<readonly Schemas['ReplyCheck'][]> {
  // What happens to the case changes the checks too.
  const question = { draft: draftInput(text, file), version: file.version };
  return useAtRest(question, async ({ draft }) => {
    const params = {
      path: { id: file.assignment.assignmentId },
      header: { 'idempotency-key': crypto.randomUUID() },
    };
    return dataOf(await api.POST('/api/v1/assignments/{id}/replies:check', { params, body: draft })).checks;
  });
}
