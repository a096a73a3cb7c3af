import type { ReactElement, ReactNode } from 'react';
import { useShown } from './use-shown.tsx';

/** The beginning of a list that may be long, and below it the button for more. */
export function Shown<Item>(props: {
  readonly items: readonly Item[];
  /** Drawn at a time, where a row is more than a line or asks for more of itself. */
  readonly rows?: number;
  readonly children: (shown: readonly Item[]) => ReactNode;
}): ReactElement {
  const { items, rows, children } = props;
  const { shown, more } = useShown(items, 0, rows);
  return (
    <>
      {children(shown)}
      {more}
    </>
  );
}
