import type { acceptCoOpinion } from './accept-co-opinion.ts';
import type { acknowledgeAssignment } from './acknowledge-assignment.ts';
import type { amendPlan } from './amend-plan.ts';
import type { assignSuggestion } from './assign-suggestion.ts';
import type { classifySuggestion } from './classify-suggestion.ts';
import type { closeCoordination } from './close-coordination.ts';
import type { decideExtensionRequested } from './decide-extension.ts';
import type { decideReturnRequested } from './decide-return.ts';
import type { deliverReply } from './deliver-reply.ts';
import type { draftReply } from './draft-reply.ts';
import type { filePlan } from './file-plan.ts';
import type { openRegisteredCase, keepForeignFact, keepLeavingBeforeCase } from './foreign-fact.ts';
import type { formTaskForce } from './form-task-force.ts';
import type { getAssignment } from './get-assignment.ts';
import type { getCase } from './get-case.ts';
import type { giveCoOpinion } from './give-co-opinion.ts';
import type { issueReply } from './issue-reply.ts';
import type { listAssignments, listReturnRequests } from './list-assignments.ts';
import type { listCases } from './list-cases.ts';
import type { markKey } from './mark-key.ts';
import type { noteCertificateIssued, noteCertificateExpired } from './note-certificates.ts';
import type { actOnMissedClock } from './act-on-missed-clock.ts';
import type { moveRules } from './move-rules.ts';
import type { proposeClassification } from './propose-classification.ts';
import type { proposeUnits } from './propose-units.ts';
import type { reassignShare } from './reassign-share.ts';
import type { recordContact } from './record-contact.ts';
import type { reportDifficulty } from './report-difficulty.ts';
import type { requestCoordination } from './request-coordination.ts';
import type { requestExtension } from './request-extension.ts';
import type { requestReturn } from './request-return.ts';
import type { resolveDifficulty } from './resolve-difficulty.ts';
import type { sendBackCoOpinion } from './send-back-co-opinion.ts';
import type { succeedUnit } from './succeed-unit.ts';
import type { supplementReply } from './supplement-reply.ts';

/** What assignment can be asked and told; the composition root builds each over the ports. */
export interface AssignmentUseCases {
  readonly classifySuggestion: ReturnType<typeof classifySuggestion>;
  readonly markKey: ReturnType<typeof markKey>;
  readonly moveRules: ReturnType<typeof moveRules>;
  readonly assignSuggestion: ReturnType<typeof assignSuggestion>;
  readonly acknowledgeAssignment: ReturnType<typeof acknowledgeAssignment>;
  readonly requestReturn: ReturnType<typeof requestReturn>;
  readonly decideReturnRequested: ReturnType<typeof decideReturnRequested>;
  readonly reassignShare: ReturnType<typeof reassignShare>;
  readonly filePlan: ReturnType<typeof filePlan>;
  readonly amendPlan: ReturnType<typeof amendPlan>;
  readonly recordContact: ReturnType<typeof recordContact>;
  readonly giveCoOpinion: ReturnType<typeof giveCoOpinion>;
  readonly sendBackCoOpinion: ReturnType<typeof sendBackCoOpinion>;
  readonly acceptCoOpinion: ReturnType<typeof acceptCoOpinion>;
  readonly formTaskForce: ReturnType<typeof formTaskForce>;
  readonly requestExtension: ReturnType<typeof requestExtension>;
  readonly decideExtensionRequested: ReturnType<typeof decideExtensionRequested>;
  readonly reportDifficulty: ReturnType<typeof reportDifficulty>;
  readonly resolveDifficulty: ReturnType<typeof resolveDifficulty>;
  readonly requestCoordination: ReturnType<typeof requestCoordination>;
  readonly closeCoordination: ReturnType<typeof closeCoordination>;
  readonly draftReply: ReturnType<typeof draftReply>;
  readonly issueReply: ReturnType<typeof issueReply>;
  readonly deliverReply: ReturnType<typeof deliverReply>;
  readonly supplementReply: ReturnType<typeof supplementReply>;
  readonly proposeUnits: ReturnType<typeof proposeUnits>;
  readonly proposeClassification: ReturnType<typeof proposeClassification>;
  readonly getCase: ReturnType<typeof getCase>;
  readonly listCases: ReturnType<typeof listCases>;
  readonly getAssignment: ReturnType<typeof getAssignment>;
  readonly listAssignments: ReturnType<typeof listAssignments>;
  readonly listReturnRequests: ReturnType<typeof listReturnRequests>;
}

/** What assignment does about others' facts. */
export interface AssignmentReactions {
  readonly openRegisteredCase: ReturnType<typeof openRegisteredCase>;
  readonly keepForeignFact: ReturnType<typeof keepForeignFact>;
  readonly keepLeavingBeforeCase: ReturnType<typeof keepLeavingBeforeCase>;
  readonly actOnMissedClock: ReturnType<typeof actOnMissedClock>;
  readonly succeedUnit: ReturnType<typeof succeedUnit>;
  readonly noteCertificateIssued: ReturnType<typeof noteCertificateIssued>;
  readonly noteCertificateExpired: ReturnType<typeof noteCertificateExpired>;
}
