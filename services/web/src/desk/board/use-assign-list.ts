import { useState } from 'react';
import { keep, keptUnder } from '../../act/kept.ts';
import { hasMembers, isListOf, isRecord } from '../../act/kept-shape.ts';
import type { PlannedShare } from './shares-fault.ts';

/** Who is to get which suggestion, by suggestion: the list before 交办. */
export type AssignList = Readonly<Record<string, readonly PlannedShare[]>>;

const isShares = isListOf(hasMembers<PlannedShare>({}));

function isAssignList(value: unknown): value is AssignList {
  return isRecord(value) && Object.values(value).every(isShares);
}

/** The list as it is being made, kept in this browser until it is handed over. */
export function useAssignList(personId: string): {
  readonly list: AssignList;
  readonly put: (suggestionId: string, shares: readonly PlannedShare[]) => void;
  readonly remove: (suggestionIds: readonly string[]) => void;
} {
  const key = `${personId}.assign-list`;
  const [list, setList] = useState<AssignList>(() => keptUnder(key, isAssignList) ?? {});
  const change = (next: AssignList): void => {
    keep(key, next);
    setList(next);
  };
  return {
    list,
    put: (suggestionId, shares) => change({ ...list, [suggestionId]: shares }),
    remove: (suggestionIds) => {
      const gone = new Set(suggestionIds);
      change(Object.fromEntries(Object.entries(list).filter(([id]) => !gone.has(id))));
    },
  };
}
