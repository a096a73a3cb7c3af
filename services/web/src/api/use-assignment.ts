import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type AssignmentFile = Schemas['AssignmentFile'];

/** One share with its plans, contacts, co-opinions and replies, as far as the reader may see them. */
export function useAssignment(id: string): UseQueryResult<AssignmentFile> {
  return useQuery({
    queryKey: ['assignment', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/assignments/{id}', { params: { path: { id } } })),
  });
}
