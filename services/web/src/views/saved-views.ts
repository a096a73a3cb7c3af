import type { Schemas } from '../api/client.ts';

/** Filters of a list under a name that somebody gave them. */
export type SavedView = Schemas['SavedView'];

/** What somebody does to the own views; `key` makes it count once, and stands for the id of a view until it has one. */
export type ViewChange =
  | ({ readonly kind: 'add'; readonly key: string } & Omit<SavedView, 'viewId'>)
  | ({ readonly kind: 'rename'; readonly key: string } & Pick<SavedView, 'viewId' | 'name'>)
  | ({ readonly kind: 'remove'; readonly key: string } & Pick<SavedView, 'viewId'>);

/** The filters of an address in one order, so that the same filters are the same text. */
export function filtersOf(search: URLSearchParams): string {
  const set = [...search].filter(([, value]) => value !== '');
  return new URLSearchParams(set.toSorted(([a], [b]) => a.localeCompare(b))).toString();
}

/** The views as they will be once the change is accepted: a new one comes last, a renamed one keeps its place. */
export function changed(views: readonly SavedView[], change: ViewChange): SavedView[] {
  switch (change.kind) {
    case 'add': {
      const { key: viewId, list, name, filters } = change;
      return [...views, { viewId, list, name, filters }];
    }
    case 'rename':
      return views.map((view) => (view.viewId === change.viewId ? { ...view, name: change.name } : view));
    case 'remove':
      return views.filter((view) => view.viewId !== change.viewId);
  }
}

/** Why a name cannot be used, or ''. */
export function nameFault(name: string, others: readonly SavedView[]): string {
  if (name === '') return '请写名称';
  return others.some((other) => other.name === name) ? '已经有这个名称，请换一个' : '';
}
