import type { NewEvent } from '@huiyin/kernel/event';

import type { Instant } from './moment.ts';

/** 催办: a push to the unit's liaison and clerk, or to its head as well. */
export interface Urge {
  readonly id: string;
  readonly caseId: string;
  readonly clockId: string;
  readonly unitId: string;
  readonly automatic: boolean;
  readonly toHead: boolean;
  readonly message: string;
  readonly urgedAt: Instant;
}

export function unitUrged(urge: Urge): NewEvent {
  const { caseId, id, clockId, unitId, automatic, toHead, message } = urge;
  return {
    type: 'unit-urged',
    payload: { suggestionId: caseId, urgeId: id, clockId, unitId, automatic, toHead },
    reason: message,
  };
}
