import { faceToFaceOf } from './face-to-face.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { dualConfirmationMissing, onSiteMissing, receivedRefusal } from './share-guards.ts';
import type { Share } from './share.ts';
import type { SuggestionCase } from './suggestion-case.ts';

/** What stands before the reply, in the order of decisions 5. */
export type ReplyGate = 'receipt' | 'dual-confirmation' | 'plan' | 'on-site' | 'contact' | 'face-to-face';

/** The first gate that is not open; undefined when the reply may be issued as far as gates go. */
export function firstClosedGate(suggestion: SuggestionCase, share: Share): ReplyGate | undefined {
  if (receivedRefusal(share) !== undefined) return 'receipt';
  if (!share.dualConfirmation.done) return 'dual-confirmation';
  if (!planStands(suggestion, share)) return 'plan';
  if (share.onSite.state === 'required') return 'on-site';
  // Each round must hear the deputy again (T22).
  if (share.contacts.inRound === 0) return 'contact';
  return faceToFaceOf(share) === 'none' ? 'face-to-face' : undefined;
}

/** A plan is filed; for a key item one that is complete by 五个一 (decisions 6). */
function planStands(suggestion: SuggestionCase, share: Share): boolean {
  return share.plan.state === 'filed' && (!suggestion.keyMark.marked || share.plan.fiveOnesComplete);
}

/** The refusal of a reply by its first closed gate. */
export function gateRefusal(suggestion: SuggestionCase, share: Share): AssignmentRejection | undefined {
  const gate = firstClosedGate(suggestion, share);
  switch (gate) {
    case undefined:
      return undefined;
    case 'receipt':
      return receivedRefusal(share);
    case 'dual-confirmation':
      return dualConfirmationMissing(suggestion);
    case 'plan':
      return suggestion.keyMark.marked && share.plan.state !== 'requested'
        ? refuse('wrong-state', 'five-ones-incomplete', '已列为重点建议，请按“五个一”补齐办理方案后再答复')
        : refuse('wrong-state', 'plan-missing', '请先报送办理方案');
    case 'on-site':
      return onSiteMissing(suggestion);
    case 'contact':
      return contactMissing();
    case 'face-to-face':
      return faceToFaceMissing();
  }
}

export function contactMissing(): AssignmentRejection {
  return refuse('wrong-state', 'contact-missing', '本轮尚无与代表的沟通记录，请先沟通并记录');
}

export function faceToFaceMissing(): AssignmentRejection {
  return refuse(
    'wrong-state',
    'face-to-face-not-tried',
    '答复前须先当面与代表沟通；代表婉拒或未能见到的，请在沟通记录中写明原因',
  );
}
