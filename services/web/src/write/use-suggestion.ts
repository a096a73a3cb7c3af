import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api/client.ts';

const REFRESH_MS = 15_000;

export type Suggestion = Schemas['Suggestion'];

/** A suggestion as intake has it: words, co-signers, advice. Nothing is asked for without an id. */
export function useSuggestion(id: string | undefined): UseQueryResult<Suggestion> {
  return useQuery({
    queryKey: ['suggestion', id],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/suggestions/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    refetchInterval: REFRESH_MS,
  });
}
