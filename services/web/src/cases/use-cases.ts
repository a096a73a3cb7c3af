import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { api, dataOf, Refused, type Schemas } from '../api/client.ts';
import type { Colour } from '../design/status-mark.tsx';

/** Cases fetched at a time. */
const PAGE = 24;
const REFRESH_MS = 30_000;

export type CaseSummary = Schemas['CaseSummary'];

export interface CaseFilter {
  readonly origin: 'live' | 'register';
  readonly title?: string;
  readonly colour?: Colour;
  /** Only cases in which the reader acts next. */
  readonly mine?: boolean;
}

/** What waits for the reader. */
export const MINE: CaseFilter = { origin: 'live', mine: true };

interface CasePage {
  readonly items: CaseSummary[];
  readonly nextCursor?: string | undefined;
}

/** Cases of one filter, page after page. */
export function useCases(filter: CaseFilter): UseInfiniteQueryResult<InfiniteData<CasePage>> {
  return useInfiniteQuery({
    queryKey: ['cases', filter],
    queryFn: async ({ pageParam: cursor }): Promise<CasePage> => {
      const { mine = false, ...rest } = filter;
      const query = { ...rest, mine: mine ? ('true' as const) : ('false' as const), limit: PAGE, cursor };
      return dataOf(await api.GET('/api/v1/cases', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: REFRESH_MS,
  });
}

/** False once the server has said that this role has no list of cases: it is said once, not for every colour. */
export function useMayList(): boolean {
  const { error } = useCases(MINE);
  return !(error instanceof Refused && error.problem.status === 403);
}
