import { useState } from 'react';
import { forget, keep, keptUnder } from '../kept.ts';
import { hasMembers, isListOf, isText } from '../kept-shape.ts';
import type { PlannedShare } from './shares-fault.ts';

/** The units meant for a suggestion, and why a wished one is not among them. */
export interface UnitsMeant {
  readonly shares: readonly PlannedShare[];
  readonly wishReason: string;
}

const isUnitsMeant = hasMembers<UnitsMeant>({
  shares: isListOf(hasMembers<PlannedShare>({ unitId: isText, role: isText })),
  wishReason: isText,
});

/** What is being chosen and written about units, kept in this browser until it is in the list. */
export function useUnitsMeant(
  keptAs: string,
  start: UnitsMeant,
): {
  readonly meant: UnitsMeant;
  readonly change: (changed: Partial<UnitsMeant>) => void;
  /** It is in the list, or out of it: nothing is typed that stands nowhere else. */
  readonly settle: () => void;
} {
  const [meant, setMeant] = useState(() => keptUnder(keptAs, isUnitsMeant) ?? start);
  return {
    meant,
    change: (changed) => {
      const next = { ...meant, ...changed };
      keep(keptAs, next);
      setMeant(next);
    },
    settle: () => forget(keptAs),
  };
}
