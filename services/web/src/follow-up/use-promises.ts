import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { allPages } from '../api/all-pages.ts';
import { api } from '../api/client.ts';
import type { PromiseItem } from './promise-columns.ts';

export type PromiseStatus = 'open' | 'kept' | 'broken';

/** 承诺台账 as far as the reader may see it, or of one unit, soonest due first. */
export function usePromises(status: PromiseStatus, unitId = ''): UseQueryResult<readonly PromiseItem[]> {
  return useQuery({
    queryKey: ['promises', unitId, status],
    queryFn: async () => {
      const query = unitId === '' ? { status } : { status, unitId };
      return allPages((page) => api.GET('/api/v1/promises', { params: { query: { ...query, ...page } } }));
    },
  });
}
