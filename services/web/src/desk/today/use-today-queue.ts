import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import type { CaseSummary } from './queue.ts';

const MOST_AT_ONCE = 200;
const REFRESH_MS = 30_000;

/** What waits for the reader, and every red case the reader may see; the nearest date first. */
export function useTodayQueue(): UseQueryResult<{
  readonly mine: readonly CaseSummary[];
  readonly red: readonly CaseSummary[];
}> {
  return useQuery({
    queryKey: ['cases', 'today'],
    queryFn: async () => {
      const common = { progress: 'open', origin: 'live', order: 'due', limit: MOST_AT_ONCE } as const;
      const [mine, red] = await Promise.all([
        api.GET('/api/v1/cases', { params: { query: { ...common, mine: 'true' } } }),
        api.GET('/api/v1/cases', { params: { query: { ...common, colour: 'red' } } }),
      ]);
      return { mine: dataOf(mine).items, red: dataOf(red).items };
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
      const query = { limit: MOST_AT_ONCE };
      const [red, yellow, urges] = await Promise.all([
        api.GET('/api/v1/clocks', { params: { query: { ...query, colour: 'red' } } }),
        api.GET('/api/v1/clocks', { params: { query: { ...query, colour: 'yellow' } } }),
        api.GET('/api/v1/urges', { params: { query } }),
      ]);
      const ofToday = dataOf(urges).items.filter(({ urgedAt }) => urgedAt.slice(0, 10) === today);
      return {
        clocks: [...dataOf(red).items, ...dataOf(yellow).items],
        urgedToday: new Set(ofToday.map(({ suggestionId }) => suggestionId)),
      };
    },
    enabled: isWanted,
  });
}
