import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { allPages } from '../api/all-pages.ts';
import { api, dataOf, type Schemas } from '../api/client.ts';
import type { Colour } from '../design/status-mark.tsx';

/** Cases fetched at a time. */
const PAGE = 50;
const REFRESH_MS = 30_000;

export type CaseSummary = Schemas['CaseSummary'];
export type ColourCount = Schemas['ColourCount'];

export interface CaseFilter {
  readonly origin: 'live' | 'register';
  /** 在办 or 已结; absent for a register. */
  readonly progress?: 'open' | 'ended';
  readonly title: string;
  readonly colour?: Colour;
  /** Only cases in which the reader acts next. */
  readonly mine: boolean;
  /** Only cases to which the reader is a party. */
  readonly involved: boolean;
  readonly order: 'number' | 'due';
}

interface CasePage {
  readonly items: CaseSummary[];
  readonly nextCursor?: string | undefined;
}

/** Cases of one filter, page after page. */
export function useCases(filter: CaseFilter): UseInfiniteQueryResult<InfiniteData<CasePage>> {
  return useInfiniteQuery({
    queryKey: ['cases', filter],
    queryFn: async ({ pageParam: cursor }): Promise<CasePage> => {
      const query = { ...queryOf(filter), limit: PAGE, cursor };
      return dataOf(await api.GET('/api/v1/cases', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: REFRESH_MS,
  });
}

/** All cases of some filters, one filter after the other. */
export async function everyCase(filters: readonly CaseFilter[]): Promise<readonly CaseSummary[]> {
  const found: CaseSummary[] = [];
  for (const filter of filters) {
    const get = (page: object) =>
      api.GET('/api/v1/cases', { params: { query: { ...queryOf(filter), ...page } } });
    found.push(...(await allPages(get)));
  }
  return found;
}

/** How many cases there are by colour. What was counted before stays while a changed filter is being counted. */
export function useColourCounts(
  filter: Pick<CaseFilter, 'progress' | 'title'>,
): UseQueryResult<readonly ColourCount[]> {
  return useQuery({
    queryKey: ['colours', filter],
    queryFn: async () => {
      const answer = await api.GET('/api/v1/cases:count-colours', { params: { query: filter } });
      return dataOf(answer).colours;
    },
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
}

function queryOf({ mine, involved, ...rest }: CaseFilter) {
  return { ...rest, mine: flag(mine), involved: flag(involved) };
}

function flag(value: boolean): 'true' | 'false' {
  return value ? 'true' : 'false';
}
