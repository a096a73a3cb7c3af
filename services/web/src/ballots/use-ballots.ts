import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { allPages } from '../api/all-pages.ts';
import { api, type Schemas } from '../api/client.ts';

export type Ballot = Schemas['Ballot'];

/** People sit in one room and wait for the next step, milliseconds. */
const REFRESH_MS = 5_000;

/** 无记名投票, newest first, kept up to date. */
export function useBallots(): UseQueryResult<readonly Ballot[]> {
  return useQuery({
    queryKey: ['ballots'],
    queryFn: () => allPages((page) => api.GET('/api/v1/ballots', { params: { query: page } })),
    refetchInterval: REFRESH_MS,
  });
}
