import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';
import { batchesOf } from './batches-of.ts';

/** As many as one call takes. */
const MOST_A_CALL = 100;

/** Names of people by id. Empty until they are there, and where the reader may not ask for them. */
export function useNames(personIds: readonly string[]): ReadonlyMap<string, string> {
  const ids = [...new Set(personIds)].filter((id) => id !== '').toSorted();
  const names = useQuery({
    queryKey: ['names', ids],
    queryFn: async () => new Map((await Promise.all(batchesOf(ids, MOST_A_CALL).map(namesOf))).flat()),
    enabled: ids.length > 0,
    staleTime: Infinity,
    retry: false,
  });
  return names.data ?? NOBODY;
}

async function namesOf(ids: readonly string[]): Promise<readonly (readonly [id: string, name: string])[]> {
  const query = { ids: ids.join(',') };
  const { people } = dataOf(await api.GET('/api/v1/people:resolve', { params: { query } }));
  return people.map(({ personId, name }) => [personId, name]);
}

const NOBODY: ReadonlyMap<string, string> = new Map();
