import { useState } from 'react';
import { forget, keep, keptUnder } from '../act/kept.ts';
import { isListOf, isText } from '../act/kept-shape.ts';
import type { Hint } from './hint.ts';

interface LeftHints {
  readonly left: ReadonlySet<string>;
  readonly leave: (hint: Hint) => void;
}

/** 保留: hints of one draft that the deputy has read and leaves as they are; they do not come back. */
export function useLeftHints(personId: string, suggestionId: string | undefined): LeftHints {
  const key = keyOf(personId, suggestionId);
  const [known, setKnown] = useState<{ key: string; left: ReadonlySet<string> }>();
  const left = known?.key === key ? known.left : new Set(keptUnder(key, isListOf(isText)) ?? []);
  const leave = (hint: Hint): void => {
    const more = new Set([...left, hint.key]);
    keep(key, [...more]);
    setKnown({ key, left: more });
  };
  return { left, leave };
}

/** A new draft was saved and has an id: what was left on it goes with it. */
export function leftHintsOfSaved(personId: string, suggestionId: string): void {
  const left = keptUnder(keyOf(personId, undefined), isListOf(isText));
  if (left === undefined) return;
  keep(keyOf(personId, suggestionId), left);
  forget(keyOf(personId, undefined));
}

/** The next draft begins without them. */
export function forgetLeftHints(personId: string): void {
  forget(keyOf(personId, undefined));
}

function keyOf(personId: string, suggestionId: string | undefined): string {
  return [personId, 'left-hints', suggestionId ?? 'new'].join('.');
}
