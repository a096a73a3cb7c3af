import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api/client.ts';

const REFRESH_MS = 15_000;

export type CaseFile = Schemas['CaseFile'];
export type CaseClock = Schemas['CaseClock'];

/** One case with the parts the reader may see, kept current while the page is open. */
export function useCase(id: string): UseQueryResult<CaseFile> {
  return useQuery({
    queryKey: ['case', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/cases/{id}', { params: { path: { id } } })),
    refetchInterval: REFRESH_MS,
  });
}
