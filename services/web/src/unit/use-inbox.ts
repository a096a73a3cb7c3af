import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { allPages } from '../api/all-pages.ts';
import { api, type Schemas } from '../api/client.ts';
import { inboxItems, type InboxItem } from './inbox-item.ts';

const REFRESH_MS = 30_000;

/** What waits for the reader's unit, soonest first. */
export function useInbox(unitId: string): UseQueryResult<readonly InboxItem[]> {
  return useQuery({
    queryKey: ['inbox', unitId],
    queryFn: async () => {
      const [shares, clocks, turns] = await Promise.all([
        allPages((page) => api.GET('/api/v1/assignments', { params: { query: page } })),
        allPages((page) => api.GET('/api/v1/clocks', { params: { query: { unitId, ...page } } })),
        allPages((page) => {
          const query = { origin: 'live', mine: 'true', ...page } as const;
          return api.GET('/api/v1/cases', { params: { query } });
        }),
      ]);
      const running = clocks.filter(isDuty);
      return inboxItems({ shares, clocks: running, turns });
    },
    refetchInterval: REFRESH_MS,
  });
}

/** Runs, and asks something of the unit: the end of the days for a return does not. */
function isDuty({ status, owner, kind }: Schemas['Clock']): boolean {
  return owner === 'unit' && status === 'open' && kind !== 'deemed_accepted';
}
