import { useState } from 'react';
import { keep, keptUnder } from '../../act/kept.ts';
import { hasMembers, isListOf, isRecord, isText } from '../../act/kept-shape.ts';
import type { PlannedShare } from '../../act/units/shares-fault.ts';

/** Who is to get which suggestion, by suggestion: the list before 交办. */
export type AssignList = Readonly<Record<string, readonly PlannedShare[]>>;

const isShares = isListOf(hasMembers<PlannedShare>({}));

function isAssignList(value: unknown): value is AssignList {
  return isRecord(value) && Object.values(value).every(isShares);
}

/** Why a unit that the deputy wished for handles nothing, by suggestion. */
export type WishReasons = Readonly<Record<string, string>>;

function isWishReasons(value: unknown): value is WishReasons {
  return isRecord(value) && Object.values(value).every(isText);
}

/** The list as it is being made, kept in this browser until it is handed over. */
export function useAssignList(personId: string): {
  readonly list: AssignList;
  readonly reasons: WishReasons;
  readonly put: (suggestionId: string, shares: readonly PlannedShare[], wishReason: string) => void;
  readonly remove: (suggestionIds: readonly string[]) => void;
} {
  const key = `${personId}.assign-list`;
  const reasonsKey = `${personId}.assign-wish-reasons`;
  const [reasons, setReasons] = useState<WishReasons>(() => keptUnder(reasonsKey, isWishReasons) ?? {});
  const [list, setList] = useState<AssignList>(() => keptUnder(key, isAssignList) ?? {});
  const change = (next: AssignList): void => {
    keep(key, next);
    setList(next);
  };
  return {
    list,
    reasons,
    put: (suggestionId, shares, wishReason) => {
      change({ ...list, [suggestionId]: shares });
      const said = { ...reasons, [suggestionId]: wishReason };
      keep(reasonsKey, said);
      setReasons(said);
    },
    remove: (suggestionIds) => {
      const gone = new Set(suggestionIds);
      change(Object.fromEntries(Object.entries(list).filter(([id]) => !gone.has(id))));
    },
  };
}
