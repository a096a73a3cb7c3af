import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.ts';
import { api, type Schemas } from '../../api/client.ts';

export type BoardCase = Schemas['AssignmentBoardCase'];

/** Every case that units have in hands now. */
export function useCasesInHands(): UseQueryResult<readonly BoardCase[]> {
  return useQuery({
    queryKey: ['assignment-board', 'handling'],
    queryFn: async () => {
      const query = { status: 'handling' as const };
      return allPages((page) =>
        api.GET('/api/v1/assignment-board', { params: { query: { ...query, ...page } } }),
      );
    },
  });
}
