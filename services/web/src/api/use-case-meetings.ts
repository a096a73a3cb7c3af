import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

/** The meetings of a case that the reader may see, with their records. */
export function useCaseMeetings(caseId: string, enabled: boolean): UseQueryResult<Schemas['CaseMeetings']> {
  return useQuery({
    queryKey: ['case-meetings', caseId],
    queryFn: async () => {
      const params = { path: { id: caseId } };
      return dataOf(await api.GET('/api/v1/suggestions/{id}/meetings', { params }));
    },
    enabled,
  });
}
