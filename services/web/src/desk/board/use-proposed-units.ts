import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client.ts';

/** Units that answered for the like before, the likeliest first, and from how many cases that was read. */
export function useProposedUnits(id: string): UseQueryResult<{
  readonly units: readonly Schemas['ProposedUnit'][];
  readonly cases: number;
}> {
  return useQuery({
    queryKey: ['proposed-units', id],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/suggestions/{id}:propose-units', { params: { path: { id } } })),
  });
}
