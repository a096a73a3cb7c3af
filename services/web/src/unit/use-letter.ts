import { api, dataOf, type Schemas } from '../api/client.ts';
import { useAtRest, type AtRest } from './use-at-rest.ts';

/** The letter as it would go out, drawn page by page. */
type Letter = readonly HTMLCanvasElement[];

/** The true letter of what is written, made by the server as the signed one will be; undefined asks for none. */
export function useLetter(
  assignmentId: string,
  draft: Schemas['ReplyDraftInput'] | undefined,
): AtRest<Letter> {
  return useAtRest(draft, async (body) => {
    const answer = await api.POST('/api/v1/assignments/{id}/replies:preview', {
      params: { path: { id: assignmentId }, header: { 'idempotency-key': crypto.randomUUID() } },
      body,
      parseAs: 'arrayBuffer',
    });
    const pdf = dataOf(answer);
    // The drawing library is large and needed on this page alone.
    const { drawLetter } = await import('./letter-pages.ts');
    return drawLetter(pdf);
  });
}
