import type { LocalDate } from '@huiyin/kernel/local-date';

import type { ClockFact } from './clock-fact.ts';
import type { AssignmentEvent, AssignmentMade, AssignmentSucceeded } from './events.ts';
import { withContact } from './face-to-face.ts';
import type { IssuedReply, OnSiteGate, Receipt, Share } from './share.ts';
import { owedKey, withShare, type OwedDeputy, type SuggestionCase } from './suggestion-case.ts';

/** The shares after one event. */
export function evolveShares(suggestion: SuggestionCase, event: AssignmentEvent): SuggestionCase {
  switch (event.type) {
    case 'assignment-made':
      return { ...suggestion, shares: [...suggestion.shares, newShare(event.payload)] };
    case 'suggestion-classified':
      return withOnSite(suggestion, event.payload.clocks ?? []);
    case 'suggestion-marked-key':
      return withReopenedPlans(
        withOnSite(suggestion, event.payload.clocks ?? []),
        event.payload.clocks ?? [],
      );
    case 'assignment-reassigned':
      return withShare(suggestion, event.payload.fromAssignmentId, (share) => ({
        ...share,
        status: { name: 'replaced', by: event.payload.assignmentId },
      }));
    case 'assignment-succeeded':
      return withSuccessor(suggestion, event.payload);
    default:
      return 'assignmentId' in event.payload
        ? withShare(suggestion, event.payload.assignmentId, (share) => evolveShare(share, event))
        : suggestion;
  }
}

/** The share goes on under the new unit; one that the same unit would hold beside it has given way. */
function withSuccessor(suggestion: SuggestionCase, fact: AssignmentSucceeded['payload']): SuggestionCase {
  const { assignmentId, unitId, decidingOffice, endedAssignmentId } = fact;
  const given = withShare(suggestion, endedAssignmentId, (share) => ({
    ...share,
    status: { name: 'replaced', by: assignmentId },
  }));
  return withShare(given, assignmentId, (share) => ({ ...share, unitId, decidingOffice }));
}

function newShare(fact: AssignmentMade['payload']): Share {
  return {
    id: fact.assignmentId,
    unitId: fact.unitId,
    role: fact.role,
    decidingOffice: fact.decidingOffice,
    assignedOn: fact.assignedOn,
    clockStartOn: fact.clockStartOn,
    liaisonUntrained: fact.liaisonUntrained,
    replaces: fact.replacesAssignmentId,
    round: 1,
    status: fact.role === 'reference' ? { name: 'for-reference' } : { name: 'pending' },
    dualConfirmation: { done: false },
    plan: { state: 'closed' },
    onSite: { state: fact.onSiteRequired ? 'required' : 'not-required' },
    contacts: { total: 0, inRound: 0 },
    coOpinion: { state: 'none' },
    extension: { state: 'none' },
    difficulty: { state: 'none' },
    draft: { state: 'none' },
  };
}

function evolveShare(share: Share, event: AssignmentEvent): Share {
  switch (event.type) {
    case 'assignment-acknowledged': {
      const receipt = { on: event.payload.receiptOn, deemed: event.payload.deemed };
      return { ...share, status: { name: 'acknowledged', receipt } };
    }
    case 'assignment-accepted':
    case 'assignment-return-refused':
      return inHandling(share);
    case 'assignment-return-requested':
    case 'assignment-returned':
      return { ...share, status: returnStatus(share, event) };
    case 'plan-requested':
      return { ...share, plan: { state: 'requested', on: event.payload.requestedOn } };
    case 'plan-filed': {
      const { planVersion: version, fiveOnesComplete } = event.payload;
      const plan = { state: 'filed', version, fiveOnesComplete } as const;
      return { ...(share.status.name === 'acknowledged' ? inHandling(share) : share), plan };
    }
    case 'contact-recorded': {
      const { form, outcome } = event.payload;
      return { ...share, contacts: withContact(share.contacts, { form, outcome }) };
    }
    case 'co-opinion-drafted': {
      const { draftedBy: by, draftedOn: on } = event.payload;
      return { ...share, opinionDraft: { by, on } };
    }
    case 'co-opinion-given': {
      const coOpinion = coOpinionAfter(share, event);
      const { opinionDraft: _signed, ...rest } = share;
      return { ...(share.status.name === 'acknowledged' ? inHandling(rest) : rest), coOpinion };
    }
    case 'co-opinion-sent-back':
    case 'co-opinion-accepted':
      return { ...share, coOpinion: coOpinionAfter(share, event) };
    case 'extension-requested': {
      const asked = share.extension.state === 'none' ? 1 : share.extension.asked + 1;
      const { extensionId: id, grounds } = event.payload;
      return { ...share, extension: { state: 'requested', id, grounds, asked } };
    }
    case 'extension-granted':
    case 'extension-refused':
      if (share.extension.state === 'none') return share;
      return {
        ...share,
        extension: { ...share.extension, state: event.type === 'extension-granted' ? 'granted' : 'refused' },
      };
    case 'difficulty-reported': {
      const { resolved, severity, description } = event.payload;
      return {
        ...share,
        difficulty: resolved ? { state: 'none' } : { state: 'open', severity, description },
      };
    }
    default:
      return evolveReadersAndReply(share, event);
  }
}

function evolveReadersAndReply(share: Share, event: AssignmentEvent): Share {
  switch (event.type) {
    case 'reply-drafted':
      return { ...share, draft: { state: 'saved', replyId: event.payload.replyId } };
    case 'confidant-named': {
      const { personId, unitId } = event.payload;
      return { ...share, confidant: { personId, unitId } };
    }
    case 'reply-draft-read': {
      const { readerId, textHash } = event.payload;
      return { ...share, draftReadings: [...(share.draftReadings ?? []), { readerId, textHash }] };
    }
    case 'reply-issued': {
      const { replyId: id, resultClass, issuedOn } = event.payload;
      const reply = { id, resultClass, issuedOn, deliveredTo: [] };
      return { ...share, status: { name: 'replied', receipt: receiptOf(share), reply } };
    }
    case 'reply-delivered': {
      const { deputy, deliveredOn } = event.payload;
      return withReply(share, (reply) => deliveredTo(reply, deputy, deliveredOn));
    }
    case 'face-to-face-recorded':
    case 'face-to-face-denied':
      return withReply(share, (reply) => withFaceToFace(reply, event));
    case 'situation-changed': {
      const { situationChangeId: id, changedOn: on, round } = event.payload;
      return { ...share, situationChange: { id, on, round } };
    }
    case 'situation-change-superseded':
      return withoutChange(share);
    case 'reply-supplemented': {
      const { status } = share;
      if (status.name !== 'replied') return share;
      const reply = { ...status.reply, resultClass: event.payload.resultClass };
      return { ...withoutChange(share), status: { ...status, reply } };
    }
    case 'feedback-asked': {
      const { deputy } = event.payload;
      return withReply(share, (reply) => askedFor(reply, deputy));
    }
    default:
      return share;
  }
}

function withReply(share: Share, change: (reply: IssuedReply) => IssuedReply): Share {
  const { status } = share;
  if (status.name !== 'replied') return share;
  return { ...share, status: { ...status, reply: change(status.reply) } };
}

function withoutChange({ situationChange: _, ...share }: Share): Share {
  return share;
}

function returnStatus(
  share: Share,
  event: Extract<AssignmentEvent, { type: 'assignment-return-requested' | 'assignment-returned' }>,
): Share['status'] {
  if (event.type === 'assignment-returned') {
    if (share.status.name !== 'return-requested') throw new Error(`share ${share.id} asked for no return`);
    return { name: 'returned', request: share.status.request, on: event.payload.returnedOn };
  }
  const { returnRequestId: id, grounds, legalBasis, proposedUnitId, requestedOn } = event.payload;
  const request = { id, grounds, legalBasis, proposedUnitId, requestedOn };
  return { name: 'return-requested', receipt: receiptOf(share), request };
}

/** The receipt of a share that has one; a broken assumption otherwise. */
function receiptOf(share: Share): Receipt {
  if (!('receipt' in share.status))
    throw new Error(`share ${share.id} has no receipt in ${share.status.name}`);
  return share.status.receipt;
}

function inHandling(share: Share): Share {
  return { ...share, status: { name: 'in-handling', receipt: receiptOf(share) } };
}

function coOpinionAfter(
  share: Share,
  event: Extract<AssignmentEvent, { type: `co-opinion-${string}` }>,
): Share['coOpinion'] {
  if (event.type === 'co-opinion-given') {
    const { opinionId: id, opinion, attempt, givenOn: on, signedBy } = event.payload;
    const { facts, commitments, resultClass } = event.payload;
    const parts = { facts, commitments, resultClass };
    return { state: 'given', id, opinion, parts, attempt, on, signedBy };
  }
  if (share.coOpinion.state === 'none') return share.coOpinion;
  return { ...share.coOpinion, state: event.type === 'co-opinion-accepted' ? 'accepted' : 'sent-back' };
}

/** An on_site clock that starts makes the meeting required; one that is cancelled makes it optional again. */
function withOnSite(suggestion: SuggestionCase, clocks: readonly ClockFact[]): SuggestionCase {
  const changes = new Map(
    clocks.filter((clock) => clock.kind === 'on_site').map((clock) => [clock.subject, clock.op]),
  );
  const gateOf = (share: Share): OnSiteGate => {
    const op = changes.get(share.id);
    if (op === 'start') return { state: 'required' };
    return op === 'cancel' ? { state: 'not-required' } : share.onSite;
  };
  return { ...suggestion, shares: suggestion.shares.map((share) => ({ ...share, onSite: gateOf(share) })) };
}

/** A key mark starts one plan clock for each plan that was filed before it. */
function withReopenedPlans(suggestion: SuggestionCase, clocks: readonly ClockFact[]): SuggestionCase {
  const reopened = new Set(clocks.filter((clock) => clock.kind === 'plan').map((clock) => clock.subject));
  return {
    ...suggestion,
    shares: suggestion.shares.map((share) =>
      reopened.has(keyPlanSubject(share.id)) && share.plan.state === 'filed'
        ? { ...share, plan: { state: 'reopened', version: share.plan.version } }
        : share,
    ),
  };
}

/** Subject of the plan clock that a key mark starts: the first plan clock of the share has run and cannot run again. */
export function keyPlanSubject(shareId: string): string {
  return `${shareId}:key`;
}

function deliveredTo(reply: IssuedReply, deputy: OwedDeputy, on: LocalDate): IssuedReply {
  const { lastDeliveredOn = on } = reply;
  const delivered = {
    ...reply,
    deliveredTo: [...reply.deliveredTo, owedKey(deputy)],
    lastDeliveredOn: on > lastDeliveredOn ? on : lastDeliveredOn,
    ...unsignedBut(reply, deputy),
  };
  return deputy.isLead ? askedFor(delivered, deputy) : delivered;
}

/** A record takes the place of an earlier one of the same deputy; a denied one stays on view until then. */
function withFaceToFace(
  reply: IssuedReply,
  event: Extract<AssignmentEvent, { type: 'face-to-face-recorded' | 'face-to-face-denied' }>,
): IssuedReply {
  if (event.type === 'face-to-face-denied') {
    const faceToFace = (reply.faceToFace ?? []).map((record) =>
      record.id === event.payload.recordId ? { ...record, state: 'denied' as const } : record,
    );
    return { ...reply, faceToFace };
  }
  const { recordId: id, deputy, onDate: on } = event.payload;
  const { deputyId, suggestionId } = deputy;
  const { faceToFace } = unsignedBut(reply, deputy);
  return { ...reply, faceToFace: [...faceToFace, { id, deputyId, suggestionId, on, state: 'waiting' }] };
}

/** The records of the others. */
function unsignedBut(reply: IssuedReply, deputy: OwedDeputy): Required<Pick<IssuedReply, 'faceToFace'>> {
  const key = owedKey(deputy);
  return { faceToFace: (reply.faceToFace ?? []).filter((record) => owedKey(record) !== key) };
}

function askedFor(reply: IssuedReply, { suggestionId }: OwedDeputy): IssuedReply {
  return { ...reply, askedFor: [...new Set([...(reply.askedFor ?? []), suggestionId])] };
}
