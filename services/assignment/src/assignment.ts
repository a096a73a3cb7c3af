import type { Compose, ServiceKit } from '@huiyin/chassis/service';
import { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import type { OfficialDocument } from '@huiyin/documents/document/official-document';
import { createPdfRenderer } from '@huiyin/documents/pdf/pdf-renderer';
import { acceptCoOpinion } from './app/accept-co-opinion.ts';
import { acknowledgeAssignment } from './app/acknowledge-assignment.ts';
import { addWorkPackage } from './app/add-work-package.ts';
import { amendPlan } from './app/amend-plan.ts';
import { amendWorkPackage } from './app/amend-work-package.ts';
import { answerFaceToFace } from './app/answer-face-to-face.ts';
import { assignSuggestion } from './app/assign-suggestion.ts';
import { checkReply } from './app/check-reply.ts';
import { classifySuggestion } from './app/classify-suggestion.ts';
import { closeCoordination } from './app/close-coordination.ts';
import { completeWorkPackage } from './app/complete-work-package.ts';
import { decideExtensionRequested } from './app/decide-extension.ts';
import { decideReturnRequested } from './app/decide-return.ts';
import { deliverReply } from './app/deliver-reply.ts';
import { draftCoOpinion } from './app/draft-co-opinion.ts';
import { draftReply } from './app/draft-reply.ts';
import { filePlan } from './app/file-plan.ts';
import { openRegisteredCase, keepForeignFact, keepLeavingBeforeCase } from './app/foreign-fact.ts';
import { formTaskForce } from './app/form-task-force.ts';
import { getAssignment } from './app/get-assignment.ts';
import { getCase } from './app/get-case.ts';
import { giveCoOpinion } from './app/give-co-opinion.ts';
import { issueReply } from './app/issue-reply.ts';
import { listAssignments, listReturnRequests } from './app/list-assignments.ts';
import { listCases } from './app/list-cases.ts';
import { markKey } from './app/mark-key.ts';
import { moveRules } from './app/move-rules.ts';
import { nameConfidant } from './app/name-confidant.ts';
import { noteCertificateIssued, noteCertificateExpired } from './app/note-certificates.ts';
import { actOnMissedClock } from './app/act-on-missed-clock.ts';
import type { AssignmentPorts } from './app/ports.ts';
import { previewReply } from './app/preview-reply.ts';
import { proposeClassification } from './app/propose-classification.ts';
import { proposeUnits } from './app/propose-units.ts';
import { readReplyDraft } from './app/read-reply-draft.ts';
import { reassignShare } from './app/reassign-share.ts';
import { recordContact } from './app/record-contact.ts';
import { recordFaceToFace } from './app/record-face-to-face.ts';
import { recordSituationChange } from './app/record-situation-change.ts';
import { reportDifficulty } from './app/report-difficulty.ts';
import { requestCoordination } from './app/request-coordination.ts';
import { requestExtension } from './app/request-extension.ts';
import { requestReturn } from './app/request-return.ts';
import { resolveDifficulty } from './app/resolve-difficulty.ts';
import { sendBackCoOpinion } from './app/send-back-co-opinion.ts';
import { succeedUnit } from './app/succeed-unit.ts';
import { supplementReply } from './app/supplement-reply.ts';
import type { AssignmentReactions, AssignmentUseCases } from './app/use-cases.ts';
import { cases } from './storage/cases.ts';
import { certificates } from './storage/certificates.ts';
import { earlyFacts } from './storage/early-facts.ts';
import { handlingPapers } from './storage/handling-papers.ts';
import { unitLoads } from './storage/unit-loads.ts';
import { archiveFiles, archivePeer } from './transport/archive-peer.ts';
import { assignmentConsumers } from './transport/consume.ts';
import { assignmentGrpc } from './transport/grpc.ts';
import { peopleNames } from './transport/people-names.ts';
import { publish } from './transport/publish.ts';

/** What assignment can be asked and told. */
export function assignmentUseCases(ports: AssignmentPorts): AssignmentUseCases {
  return {
    classifySuggestion: classifySuggestion(ports),
    markKey: markKey(ports),
    moveRules: moveRules(ports),
    assignSuggestion: assignSuggestion(ports),
    acknowledgeAssignment: acknowledgeAssignment(ports),
    requestReturn: requestReturn(ports),
    decideReturnRequested: decideReturnRequested(ports),
    reassignShare: reassignShare(ports),
    filePlan: filePlan(ports),
    amendPlan: amendPlan(ports),
    recordContact: recordContact(ports),
    draftCoOpinion: draftCoOpinion(ports),
    giveCoOpinion: giveCoOpinion(ports),
    sendBackCoOpinion: sendBackCoOpinion(ports),
    acceptCoOpinion: acceptCoOpinion(ports),
    formTaskForce: formTaskForce(ports),
    addWorkPackage: addWorkPackage(ports),
    amendWorkPackage: amendWorkPackage(ports),
    completeWorkPackage: completeWorkPackage(ports),
    requestExtension: requestExtension(ports),
    decideExtensionRequested: decideExtensionRequested(ports),
    reportDifficulty: reportDifficulty(ports),
    resolveDifficulty: resolveDifficulty(ports),
    requestCoordination: requestCoordination(ports),
    closeCoordination: closeCoordination(ports),
    draftReply: draftReply(ports),
    readReplyDraft: readReplyDraft(ports),
    nameConfidant: nameConfidant(ports),
    checkReply: checkReply(ports),
    previewReply: previewReply(ports),
    issueReply: issueReply(ports),
    deliverReply: deliverReply(ports),
    recordFaceToFace: recordFaceToFace(ports),
    answerFaceToFace: answerFaceToFace(ports),
    recordSituationChange: recordSituationChange(ports),
    supplementReply: supplementReply(ports),
    proposeUnits: proposeUnits(ports),
    proposeClassification: proposeClassification(ports),
    getCase: getCase(ports),
    listCases: listCases(ports),
    getAssignment: getAssignment(ports),
    listAssignments: listAssignments(ports),
    listReturnRequests: listReturnRequests(ports),
  };
}

/** What assignment does about others' facts. */
export function assignmentReactions(ports: AssignmentPorts): AssignmentReactions {
  return {
    openRegisteredCase: openRegisteredCase(ports),
    keepForeignFact: keepForeignFact(ports),
    keepLeavingBeforeCase: keepLeavingBeforeCase(ports),
    actOnMissedClock: actOnMissedClock(ports),
    succeedUnit: succeedUnit(ports),
    noteCertificateIssued: noteCertificateIssued(ports),
    noteCertificateExpired: noteCertificateExpired(ports),
  };
}

/** Postgres behind every port of storage. */
export const assignmentStores = { cases, papers: handlingPapers, earlyFacts, certificates, unitLoads };

/** Wires storage and transport around the use cases. */
export const composeAssignment: Compose = ({ uow, reference, peer }: ServiceKit) => {
  const pdfs = createPdfRenderer();
  const ports = {
    ...{ ...assignmentStores, uow, reference, publish },
    earlierCases: archivePeer(peer('archive', ArchiveServiceService)),
    evidenceFiles: archiveFiles(peer('archive', ArchiveServiceService)),
    letters: { pdf: (document: OfficialDocument) => pdfs.render(document) },
    people: peopleNames(() => peer('directory', DirectoryServiceService)),
  };
  return {
    grpc: [assignmentGrpc(assignmentUseCases(ports))],
    reactions: assignmentConsumers(assignmentReactions(ports)),
  };
};
