import { Button } from 'antd';
import { useState, type ReactElement } from 'react';

/** Rows that are drawn at a time: a page stays fluent however long its list is. */
const ROWS = 200;

/** The beginning of a long list, up to the row that keys have reached, and the button for more of it. */
export function useShown<Item>(
  items: readonly Item[],
  reached = 0,
  rows = ROWS,
): { readonly shown: readonly Item[]; readonly more: ReactElement | null } {
  const [wanted, setWanted] = useState(rows);
  const count = Math.max(wanted, Math.ceil((reached + 1) / rows) * rows);
  const left = items.length - count;
  return {
    shown: items.slice(0, count),
    more:
      left > 0 ? (
        <Button type="link" onClick={() => setWanted(count + rows)}>
          再看 {Math.min(left, rows)} 件，还有 {left} 件
        </Button>
      ) : null,
  };
}
