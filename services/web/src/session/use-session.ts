import { useQuery } from '@tanstack/react-query';
import { api, dataOf, Refused } from '../api/client.ts';

/** Who is logged in; undefined when nobody is. */
export function useSession() {
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
