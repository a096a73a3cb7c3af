import type { PageOf } from '../app/ports.ts';

/** Splits a cursor `day~id`; empty parts on the first page. */
export function cursorParts(cursor: string): readonly [string, string] {
  const [first = '', second = ''] = cursor.split('~');
  return [first, second];
}

/** One row more than asked for tells that there is a next page. */
export function pageOf<Row, Item>(
  found: readonly Row[],
  limit: number,
  shape: { item: (row: Row) => Item; cursor: (row: Row) => string },
): PageOf<Item> {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(shape.item),
    nextCursor: found.length > limit && last !== undefined ? shape.cursor(last) : '',
  };
}
