const PREFIX = 'huiyin.views.';

/** Filters of a list under a name that somebody gave them. */
export interface SavedView {
  /** Unique among the views of a list. */
  readonly name: string;
  /** The filters as the address has them, see {@link filtersOf}. */
  readonly filters: string;
}

/** The filters of an address in one order, so that the same filters are the same text. */
export function filtersOf(search: URLSearchParams): string {
  const set = [...search].filter(([, value]) => value !== '');
  return new URLSearchParams(set.toSorted(([a], [b]) => a.localeCompare(b))).toString();
}

/** With the view under its new name, in its place; a view that has no place yet comes last. */
export function withView(
  views: readonly SavedView[],
  view: SavedView,
  before: SavedView | undefined,
): readonly SavedView[] {
  return before === undefined ? [...views, view] : views.map((each) => (each === before ? view : each));
}

/** Why a name cannot be used, or ''. */
export function nameFault(name: string, others: readonly SavedView[]): string {
  if (name === '') return '请写名称';
  return others.some((other) => other.name === name) ? '已经有这个名称，请换一个' : '';
}

/** What a person saved for a list in this browser. */
export function readViews(personId: string, list: string): readonly SavedView[] {
  return JSON.parse(localStorage.getItem(`${PREFIX}${personId}.${list}`) ?? '[]') as readonly SavedView[];
}

export function writeViews(personId: string, list: string, views: readonly SavedView[]): void {
  localStorage.setItem(`${PREFIX}${personId}.${list}`, JSON.stringify(views));
}
