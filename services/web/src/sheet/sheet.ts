/** One column of a sheet: its heading, and what stands there of a row. Numbers stay numbers. */
export interface Column<Item> {
  readonly name: string;
  readonly of: (item: Item) => string | number;
  /** Characters; what a number of a case needs, unless told. */
  readonly width?: number;
}

export type Cell =
  | { readonly value: string; readonly type: StringConstructor; readonly fontWeight?: 'bold' }
  | { readonly value: number; readonly type: NumberConstructor }
  | null;

/** The headings and a row for each item. Every text is a text, also one that begins with = + - or @. */
export function cellsOf<Item>(columns: readonly Column<Item>[], items: readonly Item[]): Cell[][] {
  const heading = columns.map(({ name }): Cell => ({ value: name, type: String, fontWeight: 'bold' }));
  return [heading, ...items.map((item) => columns.map(({ of }) => cellOf(of(item))))];
}

function cellOf(value: string | number): Cell {
  if (typeof value === 'number') return { value, type: Number };
  return value === '' ? null : { value: value.replace(UNWRITABLE, ''), type: String };
}

// XML has no place for these.
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;
