import { useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, Refused, type Schemas } from '../api/client.ts';

export type Me = Schemas['Me'];

/** Who is logged in, or that nobody is (any more). */
export type Session = { readonly me: Me } | { readonly me: null; readonly hasEnded: boolean };

export function useSession(): UseQueryResult<Session> {
  return useQuery({
    queryKey: ['me'],
    queryFn: async () => {
      try {
        return { me: dataOf(await api.GET('/api/v1/me')) };
      } catch (error) {
        if (!(error instanceof Refused) || error.problem.status !== 401) throw error;
        return { me: null, hasEnded: error.problem.code === 'session-expired' };
      }
    },
  });
}

/** Another person, another identity or nobody: nothing that was fetched for the one before may stay. */
export function changeSession(queries: QueryClient, session: Session): void {
  queries.setQueryData<Session>(['me'], session);
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
}
