import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type Handling = Schemas['AssignmentCase'];

/** Classification, shares, coordination and task force of one case. */
export function useHandling(suggestionId: string): UseQueryResult<Handling> {
  return useQuery({
    queryKey: ['handling', suggestionId],
    queryFn: async () => {
      const params = { path: { id: suggestionId } };
      return dataOf(await api.GET('/api/v1/suggestions/{id}/handling', { params }));
    },
    enabled: suggestionId !== '',
  });
}
