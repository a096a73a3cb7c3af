import { reject } from '@huiyin/kernel/rejection';
import { malformed, type DirectoryRejection } from './rejections.ts';

/** 常用筛选: filters of a list under a name. */
export interface SavedView {
  readonly viewId: string;
  /** Which list, by the key that its page gives it. */
  readonly list: string;
  /** Unique among the views that one membership has of the list. */
  readonly name: string;
  /** The query string of the list's address, without `?`. */
  readonly filters: string;
}

const MOST_OF_A_LIST = 20;
/** Lists that a membership can have views of; there are fewer. */
const MOST_LISTS = 10;
const LONGEST_NAME = 40; // characters
const LONGEST_FILTERS = 1_000; // characters
const LIST = /^[a-z][a-z-]{0,39}$/;

/** The most views that one membership can have. */
export const MOST_VIEWS = MOST_OF_A_LIST * MOST_LISTS;

/** Takes another view beside those that the membership has, of whatever list. */
export function addView(views: readonly SavedView[], wanted: SavedView): SavedView | DirectoryRejection {
  if (!LIST.test(wanted.list)) return malformed('list');
  if (wanted.filters === '' || wanted.filters.length > LONGEST_FILTERS) return malformed('filters');
  const ofList = views.filter(({ list }) => list === wanted.list);
  const isFull = ofList.length >= MOST_OF_A_LIST || views.length >= MOST_VIEWS;
  if (isFull) return reject('wrong-state', 'saved-views-full', `每个列表最多存${MOST_OF_A_LIST}个常用筛选`);
  return named(ofList, wanted);
}

/** Gives a view another name. */
export function renameView(
  views: readonly SavedView[],
  wanted: Pick<SavedView, 'viewId' | 'name'>,
): SavedView | DirectoryRejection {
  const view = views.find(({ viewId }) => viewId === wanted.viewId);
  if (view === undefined) return viewUnknown();
  const others = views.filter((other) => other !== view && other.list === view.list);
  return named(others, { ...view, name: wanted.name });
}

export function viewUnknown(): DirectoryRejection {
  return reject('not-found', 'saved-view-unknown', '没有这个常用筛选');
}

function named(others: readonly SavedView[], wanted: SavedView): SavedView | DirectoryRejection {
  const name = wanted.name.trim();
  if (name === '') return malformed('name', '请写名称');
  if (name.length > LONGEST_NAME) return malformed('name', `名称不超过${LONGEST_NAME}字`);
  if (others.some((other) => other.name === name)) {
    return reject('wrong-state', 'saved-view-name-taken', '已经有这个名称，请换一个', { field: 'name' });
  }
  return { ...wanted, name };
}
