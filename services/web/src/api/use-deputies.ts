import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

/** As many as a list to choose from shows. */
const SHOWN = 20;

/** Deputies whose name contains these characters; nobody is asked for without one. */
export function useDeputies(name: string): UseQueryResult<readonly Schemas['Person'][]> {
  return useQuery({
    queryKey: ['deputies', name],
    queryFn: async () => {
      const query = { role: 'deputy' as const, name, limit: SHOWN };
      return dataOf(await api.GET('/api/v1/people', { params: { query } })).items;
    },
    enabled: name.trim() !== '',
  });
}
