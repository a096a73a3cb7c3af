import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';

const MOST_AT_ONCE = 50;

/** Names of people by id. Empty until they are there, and where the reader may not ask for them. */
export function useNames(personIds: readonly string[]): ReadonlyMap<string, string> {
  const ids = [...new Set(personIds)]
    .filter((id) => id !== '')
    .toSorted()
    .slice(0, MOST_AT_ONCE);
  const names = useQuery({
    queryKey: ['names', ids],
    queryFn: async () => {
      const query = { ids: ids.join(',') };
      const { people } = dataOf(await api.GET('/api/v1/people:resolve', { params: { query } }));
      return new Map(people.map(({ personId, name }) => [personId, name]));
    },
    enabled: ids.length > 0,
    staleTime: Infinity,
    retry: false,
  });
  return names.data ?? NOBODY;
}

const NOBODY: ReadonlyMap<string, string> = new Map();
