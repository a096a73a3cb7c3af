import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client.ts';

/** What evaluation knows of a case: evaluations awaited and given, rectifications. */
export function useEvaluations(caseId: string): UseQueryResult<Schemas['CaseEvaluations']> {
  return useQuery({
    queryKey: ['evaluations', caseId],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/suggestions/{id}/evaluations', { params: { path: { id: caseId } } })),
  });
}
