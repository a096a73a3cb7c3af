import { AssignmentServiceService } from '@huiyin/contracts/gen/assignment/v1/service';
import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { command, query, type HandlerFor } from '@huiyin/rpc/handlers';
import { grpcService, type GrpcService } from '@huiyin/rpc/service';
import type { CommandReply } from '@huiyin/contracts/gen/common/v1/common';
import type { ShareViewPage } from '../app/list-assignments.ts';
import type { AssignmentUseCases } from '../app/use-cases.ts';
import { CONTACT_OUTCOMES } from '../domain/face-to-face.ts';
import { KEY_CRITERIA, KEY_PROPOSERS } from '../domain/key-grounds.ts';
import { CONTACT_FORMS } from '../domain/record-contact.ts';
import { DELIVERY_METHODS } from '../domain/deliver-reply.ts';
import type { ReplyDraft } from '../domain/reply-draft.ts';
import { TASK_FORCE_LEADER_RANKS } from '../domain/suggestion-case.ts';
import * as decode from './decode.ts';
import { checksTo } from './encode-checks.ts';
import { assignmentTo, caseSummaryTo, caseTo, proposedTo, summaryTo } from './encode.ts';

type Definition = typeof AssignmentServiceService;
type Handlers = Parameters<typeof grpcService<Definition>>[1];

const HANDLING_TYPES = ['', 'general', 'complex'] as const;
const ROLES = ['lead', 'co', 'parallel', 'reference'] as const;
const SEVERITIES = ['yellow', 'red'] as const;

/** The gRPC API: decode, call the use case, encode. */
export function assignmentGrpc(use: AssignmentUseCases): GrpcService {
  return grpcService(AssignmentServiceService, {
    ...officeRpcs(use),
    ...receiptRpcs(use),
    ...handlingRpcs(use),
    ...replyRpcs(use),
    ...questions(use),
  });
}

/** A command whose request has words and days to be read first. */
function decodedCommand<Req, Decoded>(
  decodeRequest: (request: Req) => Decoded,
  run: (request: Decoded, ctx: CommandContext) => Promise<CommandResult | Rejection>,
): HandlerFor<Req, CommandReply> {
  return command(async (request, ctx) => {
    const read = decode.decoded(() => decodeRequest(request));
    return isRejection(read) ? read : run(read as Decoded, ctx);
  });
}

function officeRpcs(use: AssignmentUseCases) {
  return {
    classifySuggestion: decodedCommand(
      (request) => ({
        suggestionId: request.suggestionId,
        scores: {
          scope: decode.score(request.scope),
          difficulty: decode.score(request.difficulty),
          urgency: decode.score(request.urgency),
        },
        expectedUnits: request.expectedUnits,
        handlingType: decode.word(HANDLING_TYPES, request.handlingType, 'handlingType'),
        overrideReason: request.overrideReason,
        keyProposed: request.keyProposed,
      }),
      use.classifySuggestion,
    ),
    markKey: decodedCommand(
      (request) => ({
        ...request,
        decidedOn: decode.day(request.decidedOn, 'decidedOn'),
        criteria: request.criteria.map((each) => decode.word(KEY_CRITERIA, each, 'criteria')),
        proposedBy: decode.word(KEY_PROPOSERS, request.proposedBy, 'proposedBy'),
      }),
      use.markKey,
    ),
    moveRules: decodedCommand((request) => request, use.moveRules),
    assignSuggestion: decodedCommand(
      ({ suggestionId, shares, wishReason }) => ({
        suggestionId,
        wishReason,
        shares: shares.map(({ unitId, role }) => ({ unitId, role: decode.word(ROLES, role, 'shares.role') })),
      }),
      use.assignSuggestion,
    ),
    formTaskForce: decodedCommand(
      (request) => ({
        ...request,
        workPackages: request.workPackages.map(({ unitId, task, dueOn }) => ({
          unitId,
          task,
          dueOn: decode.day(dueOn, 'workPackages.dueOn'),
        })),
        leaderRank: decode.word(TASK_FORCE_LEADER_RANKS, request.leaderRank, 'leaderRank'),
      }),
      use.formTaskForce,
    ),
    addWorkPackage: decodedCommand(
      (request) => ({ ...request, dueOn: decode.day(request.dueOn, 'dueOn') }),
      use.addWorkPackage,
    ),
    amendWorkPackage: decodedCommand(
      (request) => ({ ...request, dueOn: decode.day(request.dueOn, 'dueOn') }),
      use.amendWorkPackage,
    ),
    nameConfidant: command(use.nameConfidant),
    decideReturn: command(use.decideReturnRequested),
    reassignShare: command(use.reassignShare),
    decideExtension: command(use.decideExtensionRequested),
    closeCoordination: command(use.closeCoordination),
  } satisfies Partial<Handlers>;
}

function receiptRpcs(use: AssignmentUseCases) {
  return {
    acknowledgeAssignment: command(use.acknowledgeAssignment),
    requestReturn: command(use.requestReturn),
    requestCoordination: command(use.requestCoordination),
  } satisfies Partial<Handlers>;
}

function handlingRpcs(use: AssignmentUseCases) {
  return {
    filePlan: decodedCommand(
      ({ assignmentId, plan }) => ({ assignmentId, plan: decode.plan(plan) }),
      use.filePlan,
    ),
    amendPlan: decodedCommand(
      ({ assignmentId, plan, reason }) => ({ assignmentId, plan: decode.plan(plan), reason }),
      use.amendPlan,
    ),
    recordContact: decodedCommand(
      (request) => ({
        ...request,
        form: decode.word(CONTACT_FORMS, request.form, 'form'),
        outcome: decode.word(CONTACT_OUTCOMES, request.outcome || 'talked', 'outcome'),
        onDate: decode.day(request.onDate, 'onDate'),
      }),
      use.recordContact,
    ),
    completeWorkPackage: command(use.completeWorkPackage),
    draftCoOpinion: decodedCommand(
      (request) => ({ assignmentId: request.assignmentId, ...decode.opinionWords(request) }),
      use.draftCoOpinion,
    ),
    giveCoOpinion: decodedCommand(
      (request) => ({ assignmentId: request.assignmentId, ...decode.opinionWords(request) }),
      use.giveCoOpinion,
    ),
    sendBackCoOpinion: command(use.sendBackCoOpinion),
    acceptCoOpinion: command(use.acceptCoOpinion),
    requestExtension: command(use.requestExtension),
    reportDifficulty: decodedCommand(
      (request) => ({ ...request, severity: decode.word(SEVERITIES, request.severity, 'severity') }),
      use.reportDifficulty,
    ),
    resolveDifficulty: command(use.resolveDifficulty),
  } satisfies Partial<Handlers>;
}

function replyRpcs(use: AssignmentUseCases) {
  return {
    draftReply: decodedCommand(
      ({ assignmentId, draft, basedOn }) => ({
        assignmentId,
        draft: decode.draft(draft),
        ...(basedOn === undefined ? {} : { basedOn }),
      }),
      use.draftReply,
    ),
    readReplyDraft: command(use.readReplyDraft),
    issueReply: command(use.issueReply),
    deliverReply: decodedCommand(
      (request) => ({
        ...request,
        method: decode.word(DELIVERY_METHODS, request.method, 'method'),
        deliveredOn: decode.day(request.deliveredOn, 'deliveredOn'),
      }),
      use.deliverReply,
    ),
    recordFaceToFace: decodedCommand(
      (request) => ({ ...request, onDate: decode.day(request.onDate, 'onDate') }),
      use.recordFaceToFace,
    ),
    answerFaceToFace: command(use.answerFaceToFace),
    recordSituationChange: decodedCommand(
      (request) => ({ ...request, changedOn: decode.day(request.changedOn, 'changedOn') }),
      use.recordSituationChange,
    ),
    supplementReply: decodedCommand(
      (request) => ({
        ...request,
        resultClass: decode.resultClass(request.resultClass),
        evidence: decode.evidence(request.evidence),
        promises: decode.promises(request.promises),
      }),
      use.supplementReply,
    ),
  } satisfies Partial<Handlers>;
}

function questions(use: AssignmentUseCases) {
  return {
    proposeUnits: query(async (request, ctx) => {
      const found = await use.proposeUnits(request, ctx);
      return isRejection(found) ? found : { units: found.units.map(proposedTo), cases: found.cases };
    }),
    proposeClassification: query(async (request, ctx) => {
      const found = await use.proposeClassification(request, ctx);
      if (isRejection(found)) return found;
      const { scores, expectedUnits, handlingType } = found;
      return { ...scores, expectedUnits, handlingType };
    }),
    getCase: query(async (request, ctx) => {
      const view = await use.getCase(request, ctx);
      return isRejection(view) ? view : { assignmentCase: caseTo(view) };
    }),
    listCases: query(async (request, ctx) => {
      const found = await use.listCases({ ...decode.page(request.page), status: request.status }, ctx);
      return isRejection(found)
        ? found
        : { cases: found.cases.map(caseSummaryTo), nextCursor: found.nextCursor };
    }),
    listAssignments: query(async ({ page, unitId, status, role }, ctx) =>
      sharesTo(await use.listAssignments({ ...decode.page(page), unitId, status, role }, ctx)),
    ),
    getAssignment: query(async (request, ctx) => {
      const view = await use.getAssignment(request, ctx);
      return isRejection(view) ? view : assignmentTo(view);
    }),
    checkReply: query(async ({ assignmentId, draft }, ctx) => {
      const read = decode.decoded(() => decode.draft(draft));
      if (isRejection(read)) return read;
      const checks = await use.checkReply({ assignmentId, draft: read as ReplyDraft }, ctx);
      return isRejection(checks) ? checks : checksTo(checks);
    }),
    previewReply: query(async ({ assignmentId, draft }, ctx) => {
      const read = decode.decoded(() => decode.draft(draft));
      if (isRejection(read)) return read;
      const pdf = await use.previewReply({ assignmentId, draft: read as ReplyDraft }, ctx);
      return isRejection(pdf) ? pdf : { pdf: Buffer.from(pdf) };
    }),
    listReturnRequests: query(async ({ page }, ctx) =>
      sharesTo(await use.listReturnRequests(decode.page(page), ctx)),
    ),
  } satisfies Partial<Handlers>;
}

function sharesTo(found: ShareViewPage | Rejection) {
  if (isRejection(found)) return found;
  return { assignments: found.shares.map(summaryTo), nextCursor: found.nextCursor };
}
