import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

const FRESH_MS = 60_000;

/** The business clock, which runs ahead in a rehearsal. */
export function useBusinessClock(): UseQueryResult<Schemas['BusinessClock']> {
  return useQuery({
    queryKey: ['business-clock'],
    queryFn: async () => dataOf(await api.GET('/api/v1/operations/clock')),
    staleTime: FRESH_MS,
    refetchInterval: FRESH_MS,
  });
}
