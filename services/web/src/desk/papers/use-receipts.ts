import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import type { ReceiptFilter } from './receipt-filter.ts';
import { PAPER_FORMS } from './use-take-in.ts';

export type PaperReceipt = Schemas['PaperReceipt'];

interface ReceiptPage {
  readonly items: PaperReceipt[];
  readonly nextCursor?: string | undefined;
}

/** Receipts fetched at a time. */
const PAGE = 50;
const REFRESH_MS = 60_000;

/** Receipts of the forms that the reader may see, the latest first, page after page. */
export function useReceipts(filter: ReceiptFilter): UseInfiniteQueryResult<InfiniteData<ReceiptPage>> {
  return useInfiniteQuery({
    queryKey: [PAPER_FORMS, filter],
    queryFn: async ({ pageParam: cursor }): Promise<ReceiptPage> =>
      dataOf(await api.GET('/api/v1/paper-forms', { params: { query: { ...filter, limit: PAGE, cursor } } })),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: REFRESH_MS,
  });
}

export function everyReceipt(filter: ReceiptFilter): Promise<readonly PaperReceipt[]> {
  return allPages((page) => api.GET('/api/v1/paper-forms', { params: { query: { ...filter, ...page } } }));
}
