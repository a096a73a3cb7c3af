import { useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, Refused } from '../api/client.ts';
import { nobody, type Session } from './session.ts';

export function useSession(): UseQueryResult<Session> {
  return useQuery({
    queryKey: ['me'],
    queryFn: async ({ client }) => {
      try {
        return { me: dataOf(await api.GET('/api/v1/me')) };
      } catch (error) {
        if (!(error instanceof Refused) || error.problem.status !== 401) throw error;
        return nobody(client.getQueryData<Session>(['me']), error.problem.code);
      }
    },
  });
}

/** Another person, another identity or nobody: nothing that was fetched for the one before may stay. */
export function changeSession(queries: QueryClient, session: Session): void {
  queries.setQueryData<Session>(['me'], session);
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
}
