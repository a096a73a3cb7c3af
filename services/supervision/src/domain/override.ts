import type { NewEvent } from '@huiyin/kernel/event';
import { isRejection } from '@huiyin/kernel/rejection';

import type { Colour } from './colour-scale.ts';
import type { CaseFact } from './fact.ts';
import type { Instant } from './moment.ts';
import { refuse, type SupervisionRejection } from './rejections.ts';
import type { Watch } from './watch.ts';
import { wording } from './wording.ts';

/** One person's half of a change of colour by hand; it waits for the second person. */
export interface OverrideRequest {
  readonly caseId: string;
  readonly clockId: string;
  readonly from: Colour;
  readonly to: Colour;
  readonly grounds: string;
  readonly firstPersonId: string;
  readonly requestedAt: Instant;
}

/** Asks for another colour, with the reason (T31). A newer request replaces one that still waits. */
export function requestOverride(
  watch: Watch,
  request: Omit<OverrideRequest, 'clockId' | 'from'>,
): { request: OverrideRequest; event: NewEvent } | SupervisionRejection {
  const grounds = wording(request.grounds, 'grounds');
  if (isRejection(grounds)) return grounds;
  if (watch.clock.status !== 'open') return refuse('clock-not-open');
  if (watch.standing.colour === request.to) return refuse('colour-unchanged');
  const { caseId, to, firstPersonId } = request;
  return {
    request: { ...request, grounds, clockId: watch.id, from: watch.standing.colour },
    event: {
      type: 'colour-override-requested',
      payload: { suggestionId: caseId, clockId: watch.id, toColour: to, firstPersonId },
      reason: grounds,
    },
  };
}

/** The second person's half (domain.md §2.5: reason and second person). The colour must still be the one discussed. */
export function confirmOverride(
  watch: Watch,
  request: OverrideRequest | undefined,
  secondPersonId: string,
): { fact: Extract<CaseFact, { type: 'override' }>; event: NewEvent } | SupervisionRejection {
  if (request === undefined) return refuse('override-not-requested');
  if (watch.clock.status !== 'open') return refuse('clock-not-open');
  if (request.firstPersonId === secondPersonId) return refuse('override-same-person');
  if (watch.standing.colour !== request.from) return refuse('override-outdated');
  const { caseId, clockId, from, to, grounds, firstPersonId } = request;
  return {
    fact: { type: 'override', clockId, from, to, grounds, firstPersonId, secondPersonId },
    event: {
      type: 'colour-overridden',
      payload: { suggestionId: caseId, clockId, toColour: to, firstPersonId, secondPersonId },
      reason: grounds,
    },
  };
}
