import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.ts';
import { api, type Schemas } from '../../api/client.ts';
import type { CaseSummary } from './queue.ts';
import { urgedOn } from './urging.ts';

const REFRESH_MS = 30_000;

/** What waits for the reader, and every red case the reader may see; the nearest date first. */
export function useTodayQueue(): UseQueryResult<{
  readonly mine: readonly CaseSummary[];
  readonly red: readonly CaseSummary[];
}> {
  return useQuery({
    queryKey: ['cases', 'today'],
    queryFn: async () => {
      const common = { progress: 'open', origin: 'live', order: 'due' } as const;
      const [mine, red] = await Promise.all([
        allPages((page) =>
          api.GET('/api/v1/cases', { params: { query: { ...common, ...page, mine: 'true' } } }),
        ),
        allPages((page) =>
          api.GET('/api/v1/cases', { params: { query: { ...common, ...page, colour: 'red' } } }),
        ),
      ]);
      return { mine, red };
    },
    refetchInterval: REFRESH_MS,
  });
}

/** What urging needs to know: running clocks of units, and which cases were urged on the day. */
export function useUrging(
  today: string,
  isWanted: boolean,
): UseQueryResult<{
  readonly clocks: readonly Schemas['Clock'][];
  readonly urgedToday: ReadonlySet<string>;
}> {
  return useQuery({
    queryKey: ['urging', today],
    queryFn: async () => {
      const [red, yellow, urges] = await Promise.all([
        allPages((page) => api.GET('/api/v1/clocks', { params: { query: { ...page, colour: 'red' } } })),
        allPages((page) => api.GET('/api/v1/clocks', { params: { query: { ...page, colour: 'yellow' } } })),
        allPages((page) => api.GET('/api/v1/urges', { params: { query: page } })),
      ]);
      return { clocks: [...red, ...yellow], urgedToday: urgedOn(urges, today) };
    },
    enabled: isWanted,
  });
}
