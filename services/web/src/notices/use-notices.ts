import {
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api/client.ts';

/** Notices fetched at a time. */
const PAGE = 50;
/** The stream tells of news; this is for when there is none. */
const REFRESH_MS = 60_000;

export type Notice = Schemas['Notice'];

interface NoticePage {
  readonly items: readonly Notice[];
  readonly nextCursor?: string | undefined;
}

/** The reader's own notices, newest first. */
export function useNotices(unreadOnly: boolean): UseInfiniteQueryResult<InfiniteData<NoticePage>> {
  return useInfiniteQuery({
    queryKey: ['notices', unreadOnly],
    queryFn: async ({ pageParam: cursor }): Promise<NoticePage> => {
      const query = { unreadOnly: unreadOnly ? 'true' : 'false', limit: PAGE, cursor } as const;
      return dataOf(await api.GET('/api/v1/notices', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** How many of them are unread. */
export function useUnread(): UseQueryResult<number> {
  return useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: async () => dataOf(await api.GET('/api/v1/notices:count-unread')).unread,
    refetchInterval: REFRESH_MS,
  });
}
