import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.ts';
import { api, type Schemas } from '../../api/client.ts';

export type Clock = Schemas['Clock'];

/** The running time limits of a case, as supervision watches them. */
export function useCaseClocks(caseId: string): UseQueryResult<readonly Clock[]> {
  return useQuery({
    queryKey: ['clocks', caseId],
    queryFn: async () =>
      allPages((page) => api.GET('/api/v1/clocks', { params: { query: { suggestionId: caseId, ...page } } })),
  });
}
