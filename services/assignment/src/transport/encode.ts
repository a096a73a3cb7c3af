import type {
  AssignmentCase,
  AssignmentSummary,
  CaseSummary,
  GetAssignmentResponse,
  KeyGrounds as KeyGroundsMessage,
  PlanVersion,
  ProposedUnit,
  Reply,
} from '@huiyin/contracts/gen/assignment/v1/service';
import { ReplySupplemented, SuggestionClassified } from '@huiyin/contracts/gen/assignment/v1/events';
import type { AssignmentView } from '../app/get-assignment.ts';
import type { CaseView } from '../app/get-case.ts';
import type { ListedCase } from '../app/list-cases.ts';
import type { KeptPlan, KeptReply } from '../app/ports.ts';
import type { ShareView } from '../app/share-view.ts';
import type { AccountableParty } from '../domain/accountable-party.ts';
import type { KeyGrounds } from '../domain/key-grounds.ts';
import type { ProposedUnit as Proposed } from '../domain/propose-units.ts';
import { emptyPassages } from '../domain/reply-draft.ts';
import type { Share } from '../domain/share.ts';
import { decidingOfficeOf, replyingShares, type SuggestionCase } from '../domain/suggestion-case.ts';
import { taskForceProgressTo, taskForceTo } from './encode-task-force.ts';

/** A unit that might lead or help, with what speaks for and against it. */
export function proposedTo({
  reasons,
  doubts,
  evidence,
  dutyWords,
  led: _,
  ...unit
}: Proposed): ProposedUnit {
  return {
    ...unit,
    reasons: [...reasons],
    doubts: [...doubts],
    evidence: evidence.map(({ caseId, number, title, year, similarity, words }) => ({
      ...{ caseId, number, title, year, similarity },
      words: [...words],
    })),
    dutyWords: [...dutyWords],
  };
}

/** Assignment's part of a case. */
export function caseTo(view: CaseView): AssignmentCase {
  const { suggestion } = view;
  const { phase, keyMark } = suggestion;
  const children = suggestion.owed.filter((owed) => owed.suggestionId !== suggestion.id && owed.isLead);
  return {
    suggestionId: suggestion.id,
    version: BigInt(view.version),
    number: suggestion.number,
    displayNumber: suggestion.displayNumber ?? suggestion.number,
    title: suggestion.title,
    category: suggestion.category,
    status: phase.name === 'handling' && view.replied ? 'replied' : phase.name,
    handlingType: handlingTypeOf(suggestion),
    isKey: keyMark.marked,
    classification: view.analysisKnown ? classificationTo(suggestion) : undefined,
    keySelectionDueOn: view.analysisKnown ? view.keySelectionDueOn : '',
    keyDecisionNumber: keyMark.marked ? keyMark.decisionNumber : '',
    keyDecidedOn: keyMark.marked ? keyMark.decidedOn : '',
    keyGrounds: keyMark.marked && keyMark.grounds ? keyGroundsTo(keyMark.grounds) : undefined,
    accountable: view.accountable.map(accountableTo),
    assignments: view.shares.map(summaryTo),
    taskForce: view.taskForceKnown ? taskForceTo(suggestion) : undefined,
    taskForceProgress: view.taskForceKnown
      ? taskForceProgressTo(suggestion, view.nextTaskForceMeetingDueOn)
      : undefined,
    coordination: view.coordinationKnown ? coordinationTo(suggestion) : undefined,
    parentId: phase.name === 'merged' ? phase.parentId : '',
    childIds: children.map((owed) => owed.suggestionId),
    demands: [...suggestion.demands],
    returnsGranted: view.handlingKnown ? suggestion.returnsGranted : 0,
  };
}

/** A row of a unit's inbox or the desk's list. */
export function summaryTo(view: ShareView): AssignmentSummary {
  const { suggestion, share } = view;
  return {
    assignmentId: share.id,
    suggestionId: suggestion.id,
    unitId: share.unitId,
    role: share.role,
    status: share.status.name,
    assignedOn: share.assignedOn,
    clockStartOn: share.clockStartOn,
    round: share.round,
    number: suggestion.number,
    displayNumber: suggestion.displayNumber ?? suggestion.number,
    title: suggestion.title,
    handlingType: handlingTypeOf(suggestion),
    isKey: suggestion.keyMark.marked,
    liaisonUntrained: share.liaisonUntrained,
    decidingOffice: share.decidingOffice,
    ...handlingTo(view),
  };
}

type Handling = Pick<
  AssignmentSummary,
  'replyDueOn' | 'extensionId' | 'extension' | 'nextGate' | 'returnRequest'
>;

/** How far the unit is and what it asked for; nothing of it where it is not the reader's. */
function handlingTo({ share, replyDueOn, nextGate, handlingKnown }: ShareView): Handling {
  if (!handlingKnown)
    return { replyDueOn: '', extensionId: '', extension: '', nextGate: '', returnRequest: undefined };
  const { extension, status } = share;
  return {
    ...{ replyDueOn, nextGate },
    extensionId: extension.state === 'none' ? '' : extension.id,
    extension: extension.state,
    returnRequest: 'request' in status ? returnRequestTo(status.request) : undefined,
  };
}

/** A row of the desk's board. */
export function caseSummaryTo({ suggestion, coordinationKnown }: ListedCase): CaseSummary {
  const lead = replyingShares(suggestion).find((share) => share.role === 'lead');
  const { classification } = suggestion;
  return {
    suggestionId: suggestion.id,
    number: suggestion.number,
    displayNumber: suggestion.displayNumber ?? suggestion.number,
    title: suggestion.title,
    category: suggestion.category,
    status: suggestion.phase.name,
    handlingType: handlingTypeOf(suggestion),
    isKey: suggestion.keyMark.marked,
    registeredOn: suggestion.registeredOn,
    leadUnitId: lead?.unitId ?? '',
    wishedUnitIds: [...suggestion.wishedUnitIds],
    coordinationOpen: coordinationKnown && suggestion.coordination.state === 'open',
    keyProposed: classification.state === 'classified' && classification.keyProposed === true,
    keySupervisorId: suggestion.keyMark.marked ? (suggestion.keyMark.grounds?.supervisorId ?? '') : '',
    decidingOffice: decidingOfficeOf(suggestion) ?? '',
  };
}

/** One share with the papers this reader may see. */
export function assignmentTo(view: AssignmentView): GetAssignmentResponse {
  const { suggestion } = view;
  return {
    assignment: summaryTo(view),
    version: BigInt(view.version),
    plans: view.plans.map(planTo),
    contacts: view.contacts.map(({ id, form, onDate, deputyIds, summary, round, outcome }) => ({
      contactId: id,
      form,
      onDate,
      deputyIds: view.authorKnown ? [...deputyIds] : [],
      summary,
      round,
      outcome,
    })),
    coOpinions: view.opinionShares.flatMap(coOpinionTo),
    replies: view.replies.map((reply) => replyTo(view, reply)),
    owed: view.authorKnown ? suggestion.owed.map((owed) => ({ ...owed })) : [],
    demands: [...suggestion.demands],
    ...courseTo(view),
    coOpinionDraft: view.opinionDraft && {
      ...view.opinionDraft,
      commitments: view.opinionDraft.commitments.map((each) => ({ ...each })),
    },
    awaitedCoOpinions: view.awaitedOpinions.map((awaited) => ({ ...awaited })),
  };
}

type Course = Pick<GetAssignmentResponse, 'difficulty' | 'dualConfirmedOn' | 'onSite'>;

function courseTo({ share, handlingKnown }: ShareView): Course {
  if (!handlingKnown) return { difficulty: '', dualConfirmedOn: '', onSite: '' };
  return {
    difficulty: share.difficulty.state === 'open' ? share.difficulty.description : '',
    dualConfirmedOn: share.dualConfirmation.done ? share.dualConfirmation.on : '',
    onSite: share.onSite.state,
  };
}

function handlingTypeOf({ classification }: SuggestionCase): string {
  return classification.state === 'classified' ? classification.handlingType : '';
}

function classificationTo({ id, classification }: SuggestionCase): SuggestionClassified | undefined {
  if (classification.state === 'unclassified') return undefined;
  const { scores, on, state: _state, ...known } = classification;
  return SuggestionClassified.fromPartial({
    ...known,
    suggestionId: id,
    scope: scores.scope.points,
    difficulty: scores.difficulty.points,
    urgency: scores.urgency.points,
    scopeReason: scores.scope.reason,
    difficultyReason: scores.difficulty.reason,
    urgencyReason: scores.urgency.reason,
    classifiedOn: on,
  });
}

function accountableTo(party: AccountableParty): AssignmentCase['accountable'][number] {
  const nobody = { kind: party.kind, unitId: '', office: '', assignmentId: '', parentId: '' };
  return { ...nobody, ...party };
}

function coordinationTo({ coordination }: SuggestionCase): AssignmentCase['coordination'] {
  if (coordination.state === 'none') return undefined;
  const closed = coordination.state === 'closed';
  return {
    coordinationId: coordination.id,
    assignmentId: coordination.assignmentId,
    requestedByUnitId: coordination.requestedByUnitId,
    decidingOffice: coordination.decidingOffice,
    grounds: coordination.grounds,
    closed,
    decision: closed ? coordination.decision : '',
    responsibleUnitId: closed ? coordination.responsibleUnitId : '',
  };
}

function returnRequestTo(request: Extract<Share['status'], { name: 'returned' }>['request']) {
  const { id: returnRequestId, grounds, legalBasis, proposedUnitId, requestedOn } = request;
  return { returnRequestId, grounds, legalBasis, proposedUnitId, requestedOn };
}

function planTo(kept: KeptPlan): PlanVersion {
  const { version: planVersion, plan, reason, filedOn, fiveOnesComplete } = kept;
  const milestones = plan.milestones.map((milestone) => ({ ...milestone }));
  return { planVersion, plan: { ...plan, milestones }, reason, filedOn, fiveOnesComplete };
}

function coOpinionTo({ id, unitId, coOpinion }: Share): GetAssignmentResponse['coOpinions'] {
  if (coOpinion.state === 'none') return [];
  const { id: opinionId, opinion, attempt, state: status, on: givenOn, signedBy = '' } = coOpinion;
  const { facts = '', commitments = [], resultClass = '' } = coOpinion.parts ?? {};
  const parts = { facts, commitments: commitments.map((each) => ({ ...each })), resultClass };
  return [{ opinionId, assignmentId: id, unitId, opinion, ...parts, attempt, status, givenOn, signedBy }];
}

function unsignedOf({ status }: Share, replyId: string): Reply['unsigned'] {
  if (status.name !== 'replied' || status.reply.id !== replyId) return [];
  const { faceToFace = [] } = status.reply;
  return faceToFace.map(({ id: recordId, deputyId, suggestionId, state }) => ({
    recordId,
    deputyId,
    suggestionId,
    state,
  }));
}

function replyTo(view: AssignmentView, kept: KeptReply): Reply {
  const { suggestion, share } = view;
  const { id: replyId, round, draft, textHash, issued } = kept;
  const ids = { suggestionId: suggestion.id, assignmentId: share.id, unitId: share.unitId, replyId, round };
  return {
    replyId,
    round,
    status: issued === undefined ? 'draft' : 'issued',
    draft: {
      ...draft,
      sections: draft.sections.map((section) => ({ ...section })),
      promises: draft.promises.map((promise) => ({ ...promise })),
      coOpinions: draft.coOpinions.map((opinion) => ({ ...opinion })),
      missingCoOpinions: (draft.missingCoOpinions ?? []).map((missing) => ({ ...missing })),
      evidence: { ...draft.evidence, attachments: draft.evidence.attachments.map((one) => ({ ...one })) },
    },
    textHash,
    letterNumber: issued?.letterNumber ?? '',
    issuedOn: issued?.issuedOn ?? '',
    signedBy: issued?.signedBy ?? '',
    delivered: view.authorKnown
      ? kept.deliveries.map(({ deputyId, suggestionId, isLead }) => ({ deputyId, suggestionId, isLead }))
      : [],
    unsigned: view.authorKnown ? unsignedOf(share, replyId) : [],
    supplements: kept.supplements.map(({ id: _id, ...said }) =>
      ReplySupplemented.fromPartial({ ...ids, ...said }),
    ),
    warnings:
      issued === undefined
        ? [...new Set(emptyPassages(draft).map(({ passage }) => `“${passage}”没有实质内容`))]
        : [],
  };
}

function keyGroundsTo({ criteria, ...grounds }: KeyGrounds): KeyGroundsMessage {
  return { ...grounds, criteria: [...criteria] };
}
