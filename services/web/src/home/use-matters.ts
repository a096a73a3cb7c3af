import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import type { Matters } from './waiting.ts';

/** More than a deputy has in a term; what is beyond is found by 查建议. */
const MOST = 100;
const REFRESH_MS = 30_000;

interface DeputyMatters extends Matters {
  /** There are more cases than are shown here. */
  readonly hasMore: boolean;
}

/** Everything of one deputy, asked for together so that a count is of one moment. */
export function useMatters(): UseQueryResult<DeputyMatters> {
  return useQuery({
    queryKey: ['matters'],
    queryFn: async () => {
      const involved = { origin: 'live', involved: 'true', order: 'due', limit: MOST } as const;
      const mine = { mine: 'true', limit: MOST } as const;
      const [cases, suggestions, held, scheduled] = await Promise.all([
        api.GET('/api/v1/cases', { params: { query: involved } }),
        api.GET('/api/v1/suggestions', { params: { query: { limit: MOST } } }),
        api.GET('/api/v1/meetings', { params: { query: { ...mine, status: 'held' } } }),
        api.GET('/api/v1/meetings', { params: { query: { ...mine, status: 'scheduled' } } }),
      ]);
      const found = dataOf(cases);
      return {
        cases: found.items,
        suggestions: dataOf(suggestions).items,
        meetings: [...dataOf(held).items, ...dataOf(scheduled).items],
        hasMore: found.nextCursor !== undefined,
      };
    },
    refetchInterval: REFRESH_MS,
  });
}
