import { useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, Refused, type Schemas } from '../api/client.ts';

export type Me = Schemas['Me'];

/** Who is logged in; null when nobody is. */
export function useSession(): UseQueryResult<Me | null> {
  return useQuery({
    queryKey: ['me'],
    queryFn: async () => {
      try {
        return dataOf(await api.GET('/api/v1/me'));
      } catch (error) {
        if (error instanceof Refused && error.problem.status === 401) return null;
        throw error;
      }
    },
  });
}

/** Another person, another identity or nobody: nothing that was fetched for the one before may stay. */
export function changeSession(queries: QueryClient, me: Me | null): void {
  queries.setQueryData(['me'], me);
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
}
