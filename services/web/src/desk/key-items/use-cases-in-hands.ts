import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.ts';
import { api, type Schemas } from '../../api/client.ts';

export type BoardCase = Schemas['AssignmentBoardCase'];

/** Every case that units have in hands now. */
export function useCasesInHands(): UseQueryResult<readonly BoardCase[]> {
  return useCasesThat('handling');
}

/** Every case that is to be given to units. */
export function useCasesToAssign(): UseQueryResult<readonly BoardCase[]> {
  return useCasesThat('to-assign');
}

function useCasesThat(status: 'handling' | 'to-assign'): UseQueryResult<readonly BoardCase[]> {
  return useQuery({
    queryKey: ['assignment-board', status],
    queryFn: async () => {
      const query = { status };
      return allPages((page) =>
        api.GET('/api/v1/assignment-board', { params: { query: { ...query, ...page } } }),
      );
    },
  });
}
