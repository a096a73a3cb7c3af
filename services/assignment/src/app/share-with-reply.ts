import type { SuggestionCase } from '../domain/suggestion-case.ts';

/** The share whose present reply this is; empty when it belongs to an earlier round. */
export function shareWithReply(suggestion: SuggestionCase, replyId: string): string {
  const found = suggestion.shares.find(
    ({ status }) => status.name === 'replied' && status.reply.id === replyId,
  );
  return found?.id ?? '';
}
