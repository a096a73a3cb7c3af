import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { allPages } from '../api/all-pages.ts';
import { api, dataOf } from '../api/client.ts';
import { changed, type SavedView, type ViewChange } from './saved-views.ts';

const KEY = ['saved-views'] as const;

/**
 * What the present membership has saved for a list, wherever it was saved. A change stands at once, and is taken back
 * when it is refused.
 */
export function useSavedViews(list: string): {
  readonly views: readonly SavedView[];
  readonly change: UseMutationResult<unknown, Error, ViewChange, { before: SavedView[] | undefined }>;
} {
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: KEY,
    queryFn: () => allPages((page) => api.GET('/api/v1/me/views', { params: { query: page } })),
  });
  const change = useMutation({
    mutationFn: send,
    onMutate: async (wanted: ViewChange) => {
      await queries.cancelQueries({ queryKey: KEY });
      const before = queries.getQueryData<SavedView[]>(KEY);
      queries.setQueryData<SavedView[]>(KEY, changed(before ?? [], wanted));
      return { before };
    },
    onError: (_error, _wanted, context) => queries.setQueryData(KEY, context?.before),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return { views: (found.data ?? []).filter((view) => view.list === list), change };
}

async function send(change: ViewChange): Promise<unknown> {
  const header = { 'idempotency-key': change.key };
  switch (change.kind) {
    case 'add': {
      const { list, name, filters } = change;
      return dataOf(
        await api.POST('/api/v1/me/views', { params: { header }, body: { list, name, filters } }),
      );
    }
    case 'rename': {
      const params = { path: { id: change.viewId }, header };
      return dataOf(await api.POST('/api/v1/me/views/{id}:rename', { params, body: { name: change.name } }));
    }
    case 'remove':
      return dataOf(await api.DELETE('/api/v1/me/views/{id}', { params: { path: { id: change.viewId } } }));
  }
}
