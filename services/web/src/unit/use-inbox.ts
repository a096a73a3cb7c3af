import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { inboxItems, type InboxItem } from './inbox-item.ts';

/** The API's own bound of one page. */
const PAGE = 200;
/** More than any unit of a district has had in a year; beyond it the inbox says so. */
const MOST_PAGES = 5;
const REFRESH_MS = 30_000;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}

/** What waits for the reader's unit, soonest first. */
export function useInbox(unitId: string): UseQueryResult<readonly InboxItem[]> {
  return useQuery({
    queryKey: ['inbox', unitId],
    queryFn: async () => {
      const [shares, clocks, turns] = await Promise.all([
        everyPage(async (cursor) => {
          const query = { limit: PAGE, cursor };
          return dataOf(await api.GET('/api/v1/assignments', { params: { query } }));
        }),
        everyPage(async (cursor) => {
          const query = { unitId, limit: PAGE, cursor };
          return dataOf(await api.GET('/api/v1/clocks', { params: { query } }));
        }),
        everyPage(async (cursor) => {
          const query = { origin: 'live' as const, mine: 'true' as const, limit: PAGE, cursor };
          return dataOf(await api.GET('/api/v1/cases', { params: { query } }));
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

async function everyPage<Item>(fetch: (cursor: string) => Promise<Page<Item>>): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items: more, nextCursor = '' } = await fetch(cursor);
    items.push(...more);
    if (nextCursor === '') break;
    cursor = nextCursor;
  }
  return items;
}
