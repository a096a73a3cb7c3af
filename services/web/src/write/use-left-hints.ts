import { useState } from 'react';
import { keep, keptUnder } from '../act/kept.ts';
import type { Hint } from './hint.ts';

interface LeftHints {
  readonly left: ReadonlySet<string>;
  readonly leave: (hint: Hint) => void;
}

/** 保留: hints of one draft that the deputy has read and leaves as they are; they do not come back. */
export function useLeftHints(personId: string, suggestionId: string | undefined): LeftHints {
  const key = [personId, 'left-hints', suggestionId ?? 'new'].join('.');
  const [known, setKnown] = useState<{ key: string; left: ReadonlySet<string> }>();
  const left = known?.key === key ? known.left : new Set((keptUnder(key) as string[] | undefined) ?? []);
  const leave = (hint: Hint): void => {
    const more = new Set([...left, hint.key]);
    keep(key, [...more]);
    setKnown({ key, left: more });
  };
  return { left, leave };
}
