import type { RulePack } from '@huiyin/calendar/rule-pack';

import { cancelClock, startClock, type Circumstances, type ClockFact } from './clock-fact.ts';
import { isActive, owesReply, type Share } from './share.ts';
import type { HandlingType, SuggestionCase } from './suggestion-case.ts';

interface Kind {
  readonly handlingType: HandlingType;
  readonly isKey: boolean;
}

/** Whether meeting 2 现场会 gates the reply: for complex and key ones by default (domain T17). */
export function needsOnSite(kind: Kind, pack: RulePack): boolean {
  const required = pack.params.on_site_required_for;
  return required.includes(kind.handlingType) || (kind.isKey && required.includes('key'));
}

/**
 * The on_site clocks that a new type or a key mark starts or cancels for shares not yet answered. The term counts from
 * the day the meeting became required, so that it cannot be overdue at once. A meeting held or waived stays so.
 */
export function onSiteChanges(
  suggestion: SuggestionCase,
  kind: Kind & { readonly because: 'reclassification' | 'key_mark' },
  under: Circumstances,
): readonly ClockFact[] {
  const required = needsOnSite(kind, under.pack);
  return suggestion.shares
    .filter((share) => owesReply(share) && isActive(share) && share.status.name !== 'replied')
    .flatMap((share) => onSiteChange(share, { required, because: kind.because }, under));
}

function onSiteChange(
  share: Share,
  { required, because }: { readonly required: boolean; readonly because: 'reclassification' | 'key_mark' },
  under: Circumstances,
): readonly ClockFact[] {
  const name = onSiteClock(share.id);
  if (required && share.onSite.state === 'not-required') {
    const from = { startDate: under.today, startEvent: because, under };
    return [startClock(name, { owner: 'unit', unitId: share.unitId }, from)];
  }
  return !required && share.onSite.state === 'required' ? [cancelClock(name, under.today)] : [];
}

export function onSiteClock(shareId: string): { kind: 'on_site'; subject: string; round: 1 } {
  return { kind: 'on_site', subject: shareId, round: 1 };
}
