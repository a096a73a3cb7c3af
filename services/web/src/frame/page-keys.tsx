import type { ReactElement } from 'react';
import { KeysHelp } from '../act/keys-help.tsx';
import { useKeys } from '../act/use-keys.ts';

/** The keys of a page that has none of its own: through its list where it is one, and the table of keys. */
export function PageKeys({ isList }: { isList: boolean }): ReactElement {
  useKeys(
    isList ? { j: () => focusRow(1), k: () => focusRow(-1), '/': () => focusables(FIELDS)[0]?.focus() } : {},
  );
  return <KeysHelp keys={isList ? LIST_KEYS : []} />;
}

/** What opens a row, one for each; and what narrows the list. */
const ROWS = 'main :is(a.title, a.case-card, li > a.verb)';
const FIELDS = 'main :is(input[type=search], [role=search] input:not([type=radio]), input:not([type=radio]))';

/** Goes to the next or the one before; Enter then opens it as it opens any link. Stays at the ends. */
function focusRow(steps: 1 | -1): void {
  const rows = focusables(ROWS);
  const at = rows.findIndex((row) => row === document.activeElement);
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + steps))]?.focus();
}

function focusables(selector: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility());
}

const LIST_KEYS = [
  ['J K', '下一件、上一件'],
  ['Enter', '打开'],
  ['/', '到查找'],
] as const;
