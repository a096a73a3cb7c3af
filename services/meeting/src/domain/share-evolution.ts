import type { MeetingEvent } from './events.ts';
import type { Fact } from './facts.ts';
import { replies, type Share } from './share.ts';

/** A share as handed over (交办). */
export function shareMade(fact: Extract<Fact, { type: 'assignment-made' }>): Share {
  const { assignmentId, unitId, role, decidingOffice, owed, assignedOn, onSiteRequired } = fact;
  const { authorConfidential, overseerIds } = fact;
  const share: Share = {
    assignmentId,
    unitId,
    role,
    decidingOffice,
    standing: 'active',
    owed,
    authorConfidential,
    overseerIds,
    assignedOn,
    signing: { phase: 'unsigned' },
    plan: { phase: 'none' },
    dualConfirmation: { phase: 'open' },
    onSite: { phase: 'optional' },
  };
  return replies(share) && onSiteRequired ? { ...share, onSite: { phase: 'required' } } : share;
}

/** Another type or a key mark changes what is required; what was held or waived stays so (decisions.md 6). */
export function onSiteChanged(share: Share, change: Extract<Fact, { type: 'on-site-changed' }>): Share {
  const { phase } = share.onSite;
  if (phase === 'optional' && change.requiredFor.includes(share.assignmentId)) {
    return { ...share, onSite: { phase: 'required' } };
  }
  if (phase === 'required' && change.optionalFor.includes(share.assignmentId)) {
    return { ...share, onSite: { phase: 'optional' } };
  }
  return share;
}

/** The gates of a share after an event of its meetings. */
export function evolveShare(share: Share, event: MeetingEvent): Share {
  if (!('assignmentId' in event) || !concerns(event.assignmentId, share)) return share;
  switch (event.type) {
    case 'dual-confirmation-completed':
      return {
        ...share,
        dualConfirmation: { phase: 'completed', on: event.completedOn, manner: event.manner },
      };
    case 'meeting-held':
      if (event.kind !== 'on-site' || share.onSite.phase === 'held') return share;
      return { ...share, onSite: { phase: 'held', on: event.heldOn } };
    case 'on-site-waived':
      return { ...share, onSite: { phase: 'waived', reason: event.reason } };
    default:
      return share;
  }
}

/** An on-site meeting named without a share was held for all who owe a reply. */
function concerns(assignmentId: string, share: Share): boolean {
  if (assignmentId === '') return share.standing === 'active' && replies(share);
  return assignmentId === share.assignmentId;
}
