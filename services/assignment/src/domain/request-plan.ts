import { startClock, type Circumstances } from './clock-fact.ts';
import type { Decision } from './events.ts';
import { shareOf, type SuggestionCase } from './suggestion-case.ts';

/** Both sides confirmed: the plan gate opens with its clock. Nothing when it was opened before or the share is gone. */
export function decidePlanRequest(
  suggestion: SuggestionCase,
  shareId: string,
  under: Circumstances,
): Decision {
  const share = shareOf(suggestion, shareId);
  if (suggestion.phase.name !== 'handling' || share?.plan.state !== 'closed') return [];
  if (!share.dualConfirmation.done || share.status.name === 'replaced' || share.status.name === 'returned')
    return [];
  const clock = startClock(
    { kind: 'plan', subject: share.id, round: 1 },
    { owner: 'unit', unitId: share.unitId },
    { startDate: share.dualConfirmation.on, startEvent: confirmedBy(share.dualConfirmation), under },
  );
  return [
    {
      type: 'plan-requested',
      payload: {
        suggestionId: suggestion.id,
        assignmentId: share.id,
        requestedOn: under.today,
        clocks: [clock],
      },
    },
  ];
}

/** The deputy, or 代表工委 in place of one who stayed silent (decisions 5). */
function confirmedBy({ manner }: { readonly manner: string }): 'dual_confirmation' | 'no_response_record' {
  return manner === 'deputy-not-responding' ? 'no_response_record' : 'dual_confirmation';
}
