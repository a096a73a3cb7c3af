import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

/** One meeting with its invitations and, once it was held, its record. */
export function useMeeting(id: string): UseQueryResult<Schemas['Meeting']> {
  return useQuery({
    queryKey: ['meeting', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/meetings/{id}', { params: { path: { id } } })),
  });
}
