import { factMissing, refuse, type AssignmentRejection } from './rejections.ts';
import { owesReply, type Share } from './share.ts';
import { shareOf, type SuggestionCase } from './suggestion-case.ts';

/** Why nothing can be decided about a case any more; undefined while it is to be assigned or handled. */
export function overRefusal(suggestion: SuggestionCase): AssignmentRejection | undefined {
  switch (suggestion.phase.name) {
    case 'to-assign':
    case 'handling':
      return undefined;
    case 'merged':
      return refuse('wrong-state', 'case-merged', '该建议已并案，请在主建议中办理');
    case 'ended':
      return refuse('wrong-state', 'case-ended', '该建议已撤回，办理终止');
    case 'closed':
      return refuse('wrong-state', 'case-closed', '该建议已办结');
  }
}

/** The same for what is said about a reply: until the file is sealed (S14), also after closing. */
export function sealedRefusal(suggestion: SuggestionCase): AssignmentRejection | undefined {
  if (suggestion.phase.name !== 'closed') return overRefusal(suggestion);
  if (suggestion.phase.sealed !== true) return undefined;
  return refuse('wrong-state', 'case-sealed', '该建议已归档');
}

/** The share, in a case that goes on. */
export function shareInCourse(suggestion: SuggestionCase, shareId: string): Share | AssignmentRejection {
  const share = shareOf(suggestion, shareId);
  if (share === undefined) return unknownShare();
  return overRefusal(suggestion) ?? share;
}

/** The share of a unit that owes a reply and has taken it on: received, not being returned, not replied. */
export function replyingShareInHand(
  suggestion: SuggestionCase,
  shareId: string,
): Share | AssignmentRejection {
  const share = shareInCourse(suggestion, shareId);
  if ('rejected' in share) return share;
  if (!owesReply(share)) {
    return refuse('wrong-state', 'share-owes-no-reply', '协办、参阅单位不负责答复代表');
  }
  return receivedRefusal(share) ?? share;
}

/** Why a share is not in its unit's hands: not received yet, being returned, gone, or answered. */
export function receivedRefusal(share: Share): AssignmentRejection | undefined {
  switch (share.status.name) {
    case 'acknowledged':
    case 'in-handling':
      return undefined;
    case 'pending':
      return refuse('wrong-state', 'not-acknowledged', '请先签收');
    case 'for-reference':
      return refuse('wrong-state', 'not-a-handling-share', '参阅件无需办理');
    case 'return-requested':
    case 'returned':
    case 'replaced':
    case 'replied':
    case 'ended':
      return refuse('wrong-state', 'not-in-handling', NOT_IN_HANDLING[share.status.name]);
  }
}

const NOT_IN_HANDLING = {
  'return-requested': '申退尚未答复，请等待决定',
  returned: '该件已退办',
  replaced: '该件已改由其他单位办理',
  replied: '本轮已答复',
  ended: '该件已终止办理',
} as const;

export function unknownShare(): AssignmentRejection {
  return refuse('not-found', 'assignment-unknown', '没有找到该承办件');
}

/** The meeting's fact is missing: no plan and no reply before both sides confirmed (decisions 5). */
export function dualConfirmationMissing(suggestion: SuggestionCase): AssignmentRejection {
  return factMissing('双确认会尚未完成，请先与代表面商并双方确认', {
    owner: 'meeting',
    stream: suggestion.id,
    fact: 'dual-confirmation-completed',
  });
}

export function onSiteMissing(suggestion: SuggestionCase): AssignmentRejection {
  return factMissing('须先召开现场会（或由代表工委免开）再答复', {
    owner: 'meeting',
    stream: suggestion.id,
    fact: 'meeting-held',
  });
}
