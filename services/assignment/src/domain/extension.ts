import { latestExtensionRequest } from '@huiyin/calendar/extension-request';

import {
  lastDay,
  meetClock,
  sameClock,
  startClock,
  type Circumstances,
  type ClockFact,
  type OpenClock,
} from './clock-fact.ts';
import type { Decision } from './events.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { overRefusal, replyingShareInHand } from './share-guards.ts';
import { isActive, replyClock, type Share } from './share.ts';
import type { SuggestionCase } from './suggestion-case.ts';

export interface RequestExtension {
  readonly assignmentId: string;
  readonly extensionId: string;
  readonly grounds: string;
}

/**
 * 延期申请 (T18): the first handling only, once, after the deputy was contacted, and early enough before the reply is
 * due; the whole term may reach six months from 交办 (代表法51, SD19).
 */
export function decideExtensionRequest(
  suggestion: SuggestionCase,
  command: RequestExtension,
  under: Circumstances,
): Decision | AssignmentRejection {
  const share = replyingShareInHand(suggestion, command.assignmentId);
  if ('rejected' in share) return share;
  const refusal = requestRefusal(suggestion, share, { grounds: command.grounds, under });
  if (refusal !== undefined) return refusal;
  const { extensionId, grounds } = command;
  const decision = startClock(
    { kind: 'extension_decision', subject: extensionId, round: 1 },
    { owner: 'desk' },
    { startDate: under.today, startEvent: 'request', under },
  );
  const ids = { suggestionId: suggestion.id, assignmentId: share.id, extensionId, unitId: share.unitId };
  return [{ type: 'extension-requested', payload: { ...ids, grounds, clocks: [decision] }, reason: grounds }];
}

function requestRefusal(
  suggestion: SuggestionCase,
  share: Share,
  of: { readonly grounds: string; readonly under: Circumstances },
): AssignmentRejection | undefined {
  const { under } = of;
  if (share.round > 1) {
    return refuse('wrong-state', 'extension-first-round-only', '重新办理不能申请延期');
  }
  const asked = share.extension.state === 'none' ? 0 : share.extension.asked;
  if (asked >= under.pack.params.extension_max_times) {
    return refuse('wrong-state', 'extension-already-asked', '延期只能申请一次');
  }
  if (share.contacts.total === 0) {
    return refuse('wrong-state', 'extension-needs-contact', '请先与代表沟通并记录，再申请延期');
  }
  if (of.grounds.trim() === '') {
    return refuse('invalid', 'extension-grounds-missing', '请写明涉及面广、处理难度大的情况', {
      field: 'grounds',
    });
  }
  const due = replyDueOn(suggestion, share, under);
  return due !== undefined && under.today > latestExtensionRequest({ due, ...under })
    ? refuse('wrong-state', 'extension-too-late', '已过申请时限，不能再申请延期')
    : undefined;
}

/** Consent of the assigner (SD19): same start, the longer term. */
export function decideExtension(
  suggestion: SuggestionCase,
  command: { readonly extensionId: string; readonly grant: boolean; readonly reason: string },
  under: Circumstances,
): Decision | AssignmentRejection {
  const over = overRefusal(suggestion);
  if (over !== undefined) return over;
  const share = suggestion.shares.find(
    ({ extension }) => extension.state === 'requested' && extension.id === command.extensionId,
  );
  const clock = share && runningReplyClock(suggestion, share);
  // A share handed back takes its request along: the next unit asks for itself.
  if (share === undefined || clock === undefined || !isActive(share) || share.status.name === 'replied') {
    return refuse('wrong-state', 'extension-not-requested', '该延期申请已有决定或已不再需要');
  }
  if (command.reason.trim() === '') {
    return refuse('invalid', 'decision-reason-missing', '请写明决定理由', { field: 'reason' });
  }
  const { extensionId, grant, reason } = command;
  const decided = meetClock({ kind: 'extension_decision', subject: extensionId, round: 1 }, under.today);
  const clocks = grant ? [decided, extended(share, clock, under)] : [decided];
  const payload = {
    suggestionId: suggestion.id,
    assignmentId: share.id,
    extensionId,
    unitId: share.unitId,
    clocks,
  };
  return [{ type: grant ? 'extension-granted' : 'extension-refused', payload, reason }];
}

function extended(share: Share, clock: OpenClock, under: Circumstances): ClockFact {
  const { n, unit } = under.pack.rules.extended_total;
  const { kind, subject, round, startDate } = clock;
  const owner = { owner: 'unit', unitId: share.unitId, personId: '' };
  return {
    op: 'extend',
    kind,
    subject,
    round,
    startDate,
    term: { n, unit },
    rulePackVersion: under.packVersion,
    ...owner,
  };
}

/** The clock of this round's reply while it runs. */
function runningReplyClock(suggestion: SuggestionCase, share: Share): OpenClock | undefined {
  return suggestion.openClocks.find((clock) => sameClock(clock, replyClock(share)));
}

/** The day this round's reply is due by the same facts and arithmetic that supervision uses (decisions 19). */
export function replyDueOn(suggestion: SuggestionCase, share: Share, under: Circumstances) {
  const clock = runningReplyClock(suggestion, share);
  return clock && lastDay(clock.startDate, clock.term, under);
}
