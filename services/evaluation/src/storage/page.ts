import type { Listed, ListFilter, ListPage } from '../app/ports.ts';

/** A row of a list by day. */
export interface ListRow<Item> {
  readonly id: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly state: Item;
  readonly caseId: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly version: number;
}

/** For `state->'shares' @> …`: null matches nothing. */
export function officeSharesOf({ officeShares }: ListFilter['reader']): string | null {
  return officeShares === undefined ? null : JSON.stringify([officeShares]);
}

/** The cursor is `day~id`; one nobody gave out begins at the first page. */
export function positionOf(cursor: string): { readonly day: string; readonly id: string } {
  const [day = '', id = ''] = cursor.split('~');
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day, id } : { day: '', id: '' };
}

/** One row more than asked for tells that there is a next page. */
export function pageOf<Item>(found: readonly ListRow<Item>[], limit: number): ListPage<Item> {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ state, caseId, number, title, version }): Listed<Item> => ({
      ...{ item: state, caseId, version },
      ...{ number: number ?? undefined, title: title ?? undefined },
    })),
    nextCursor: found.length > limit && last !== undefined ? `${last.day}~${last.id}` : '',
  };
}
