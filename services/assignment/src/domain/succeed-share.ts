import type { LocalDate } from '@huiyin/kernel/local-date';

import type { Circumstances } from './clock-fact.ts';
import type { AssignmentSucceeded, Decision } from './events.ts';
import { shareClocksCancelled } from './return-assignment.ts';
import type { DecidingOffice, Share, ShareRole } from './share.ts';
import { activeShares, type SuggestionCase } from './suggestion-case.ts';

export interface UnitSuccession {
  readonly fromUnitId: string;
  readonly unitId: string;
  /** Of the unit that takes over. */
  readonly decidingOffice: DecidingOffice;
  readonly on: LocalDate;
}

/** Whose share stays when one unit would hold two: who owes the reply before who helps. */
const WEIGHT: Readonly<Record<ShareRole, number>> = { lead: 3, parallel: 2, co: 1, reference: 0 };

/**
 * 机构改革 (domain §2.9): the share of a unit whose duties went to another moves there, whatever it is in; what the old
 * unit did stays in its name, in the events. A unit that took part already holds one share afterwards: the weightier
 * one, and the other ends. Nothing in a case that was withdrawn or merged.
 */
export function decideSuccession(
  suggestion: SuggestionCase,
  succession: UnitSuccession,
  under: Circumstances,
): Decision {
  // A closed case can be taken up again by a supplement, which only the successor can give.
  if (suggestion.phase.name !== 'handling' && suggestion.phase.name !== 'closed') return [];
  const active = activeShares(suggestion);
  const share = active.find(({ unitId }) => unitId === succession.fromUnitId);
  if (share === undefined) return [];
  const own = active.find(({ unitId }) => unitId === succession.unitId);
  if (own === undefined) return [succeeded(suggestion, { kept: share, ended: undefined, succession, under })];
  const [kept, ended] = WEIGHT[share.role] > WEIGHT[own.role] ? [share, own] : [own, share];
  return [succeeded(suggestion, { kept, ended, succession, under })];
}

function succeeded(
  suggestion: SuggestionCase,
  of: {
    readonly kept: Share;
    readonly ended: Share | undefined;
    readonly succession: UnitSuccession;
    readonly under: Circumstances;
  },
): AssignmentSucceeded {
  const { kept, ended, succession, under } = of;
  const { fromUnitId, unitId, decidingOffice, on } = succession;
  return {
    type: 'assignment-succeeded',
    payload: {
      suggestionId: suggestion.id,
      assignmentId: kept.id,
      fromUnitId,
      unitId,
      decidingOffice,
      succeededOn: on,
      endedAssignmentId: ended?.id ?? '',
      clocks: ended === undefined ? [] : shareClocksCancelled(suggestion, ended, under),
    },
    reason: '机构改革，职责划转',
  };
}
