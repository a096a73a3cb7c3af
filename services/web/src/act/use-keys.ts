import { useEffect, useRef } from 'react';
import { singleKeysOn } from './key-habits.ts';

/** What keys do, by `KeyboardEvent.key`; letters in lower case. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

/**
 * Keys of a page. Single letters and digits never fire while somebody types, while a dialogue is open, or with another
 * key held; Enter leaves buttons and links their own meaning.
 */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = current.current[key];
      if (act === undefined || event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.length === 1 && !singleKeysOn()) return;
      if (isTaken(event) || document.querySelector('[role=dialog]') !== null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Whether what has the focus needs the key itself. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && PRESSED.has(target.type))
    return key === ' ' || key.startsWith('Arrow');
  if (target.isContentEditable || target.matches('input, textarea, select, [role=combobox]')) return true;
  return key === 'Enter' && target.matches('button, a, summary, [role=tab], [role=menuitem]');
}

/** Fields in which nothing is typed. */
const PRESSED: ReadonlySet<string> = new Set(['checkbox', 'radio']);
