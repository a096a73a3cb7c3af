import type { CaseFile, ShareFile } from './case-file.ts';
import { contactOutcome } from './contact-outcome.ts';
import { count, flag, objects, text, type Fact } from './fact.ts';
import { takeMatter } from './fold-matters.ts';
import { takeTaskForce } from './fold-task-force.ts';
import { takeFaceToFace } from './fold-face-to-face.ts';
import { letGoOfDraft, nameFiles } from './name-files.ts';

/** What assignment's facts change in a file. */
export function foldAssignment(file: CaseFile, fact: Fact, on: string): void {
  const share = file.shares[text(fact, 'assignmentId')];
  takeMatter(file, fact);
  takeTaskForce(file, fact);
  takePreparation(share, fact);
  nameEvidence(file, fact);
  takeFaceToFace(file, fact);
  switch (fact.type) {
    case 'suggestion-classified':
      file.classified = true;
      file.handlingType = text(fact, 'handlingType');
      takeOnSite(file, fact);
      break;
    case 'suggestion-marked-key':
      file.isKey = true;
      takeOnSite(file, fact);
      break;
    case 'assignment-made':
      file.shares[text(fact, 'assignmentId')] = newShare(fact, on);
      break;
    case 'assignment-acknowledged':
      if (share !== undefined) share.state = 'acknowledged';
      break;
    case 'assignment-return-requested':
      if (share !== undefined) share.state = 'return-requested';
      break;
    case 'assignment-returned':
      if (share !== undefined) share.state = 'returned';
      break;
    case 'assignment-return-refused':
      if (share !== undefined) share.state = 'acknowledged';
      break;
    case 'assignment-reassigned':
      delete file.shares[text(fact, 'fromAssignmentId')];
      break;
    case 'assignment-succeeded':
      delete file.shares[text(fact, 'endedAssignmentId')];
      if (share !== undefined) {
        share.unitId = text(fact, 'unitId');
        share.decidingOffice = text(fact, 'decidingOffice');
      }
      break;
    case 'plan-filed':
      if (share !== undefined) takePlan(share, fact, on);
      break;
    case 'co-opinion-given':
      if (share !== undefined) share.opinionGiven = true;
      break;
    case 'co-opinion-sent-back':
      if (share !== undefined) share.opinionGiven = false;
      break;
    case 'reply-issued':
      takeReply(file, fact, on);
      break;
    case 'reply-delivered':
      takeDelivery(file, fact);
      break;
    case 'reply-supplemented': {
      const reply = file.replies[text(fact, 'replyId')];
      if (reply !== undefined && text(fact, 'resultClass') !== '')
        reply.resultClass = text(fact, 'resultClass');
      break;
    }
    default:
      break;
  }
}

/** An attempt at a face-to-face talk is no contact, yet it was tried. */
function takeContact(share: ShareFile, fact: Fact): void {
  if (contactOutcome(fact) === 'talked') share.contactsInRound += 1;
  if (['visit', 'seminar'].includes(text(fact, 'form'))) share.faceToFaceTried = true;
}

/** What the unit does towards its reply, apart from the gates. */
function takePreparation(share: ShareFile | undefined, fact: Fact): void {
  if (share === undefined) return;
  if (fact.type === 'contact-recorded' && count(fact, 'round') === share.round) takeContact(share, fact);
  if (fact.type === 'difficulty-reported') share.difficultyOpen = !flag(fact, 'resolved');
  if (fact.type === 'reply-drafted') share.replyDrafted = true;
  if (fact.type === 'situation-changed') share.supplementOwed = true;
  if (fact.type === 'situation-change-superseded' || fact.type === 'reply-supplemented')
    share.supplementOwed = false;
  if (fact.type === 'confidant-named')
    share.confidant = { personId: text(fact, 'personId'), unitId: text(fact, 'unitId') };
}

/** Files that a share's draft, its reply and a supplement show; a share that is over has no draft. */
function nameEvidence(file: CaseFile, fact: Fact): void {
  const assignmentId = text(fact, 'assignmentId');
  switch (fact.type) {
    case 'reply-drafted':
    case 'reply-draft-files-changed':
      nameFiles(file, objects(fact, 'attachments'), { part: 'draft-reply', draft: true, assignmentId });
      break;
    case 'reply-issued':
    case 'reply-supplemented':
      if (fact.type === 'reply-issued') letGoOfDraft(file, 'draft-reply', assignmentId);
      nameFiles(file, evidenceFiles(fact), { part: 'final-reply', draft: false });
      break;
    case 'assignment-returned':
      letGoOfDraft(file, 'draft-reply', assignmentId);
      break;
    case 'assignment-reassigned':
      letGoOfDraft(file, 'draft-reply', text(fact, 'fromAssignmentId'));
      break;
    case 'assignment-succeeded':
      letGoOfDraft(file, 'draft-reply', text(fact, 'endedAssignmentId'));
      break;
    default:
      break;
  }
}

/** Another type or a key mark says by its clocks for which shares the on-site meeting is now required. */
function takeOnSite(file: CaseFile, fact: Fact): void {
  for (const { op, kind, subject } of objects(fact, 'clocks')) {
    const share = kind === 'on_site' && typeof subject === 'string' ? file.shares[subject] : undefined;
    if (share !== undefined) share.onSiteRequired = op === 'CLOCK_OP_START';
  }
}

function newShare(fact: Fact, on: string): ShareFile {
  return {
    unitId: text(fact, 'unitId'),
    role: text(fact, 'role'),
    decidingOffice: text(fact, 'decidingOffice'),
    state: 'pending',
    assignedOn: text(fact, 'assignedOn') || on,
    dualConfirmedOn: '',
    onSiteRequired: flag(fact, 'onSiteRequired'),
    onSiteOn: '',
    planVersion: 0,
    planOn: '',
    fiveOnesComplete: false,
    liaisonUntrained: flag(fact, 'liaisonUntrained'),
    opinionGiven: false,
    round: 1,
    contactsInRound: 0,
    faceToFaceTried: false,
    difficultyOpen: false,
    replyDrafted: false,
  };
}

function takePlan(share: ShareFile, fact: Fact, on: string): void {
  share.planVersion = count(fact, 'planVersion');
  share.planOn = on;
  share.fiveOnesComplete = flag(fact, 'fiveOnesComplete');
  share.state = 'in-handling';
}

function takeReply(file: CaseFile, fact: Fact, on: string): void {
  const assignmentId = text(fact, 'assignmentId');
  file.replies[text(fact, 'replyId')] = {
    assignmentId,
    round: count(fact, 'round'),
    resultClass: text(fact, 'resultClass'),
    letterNumber: text(fact, 'letterNumber'),
    issuedOn: text(fact, 'issuedOn') || on,
    opening: text(fact, 'opening'),
    sections: objects(fact, 'sections').map((section) => ({
      demand: textOf(section['demand']),
      answer: textOf(section['answer']),
    })),
    deliveredTo: [],
    owed: objects(fact, 'owed').length,
  };
  const share = file.shares[assignmentId];
  if (share !== undefined) share.state = 'replied';
}

function takeDelivery(file: CaseFile, fact: Fact): void {
  const deputy = fact.payload['deputy'] as { deputyId?: string } | undefined;
  file.replies[text(fact, 'replyId')]?.deliveredTo.push(deputy?.deputyId ?? '');
  file.allDelivered = flag(fact, 'allDelivered');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What the result class shows for itself. */
function evidenceFiles({ payload }: Fact): readonly Readonly<Record<string, unknown>>[] {
  const files = (payload['evidence'] as { attachments?: unknown } | undefined)?.attachments;
  return Array.isArray(files) ? (files as Record<string, unknown>[]) : [];
}
