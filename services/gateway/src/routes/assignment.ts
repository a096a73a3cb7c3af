import { AssignmentServiceService } from '@huiyin/contracts/gen/assignment/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { day, id, ids, line, text } from '../http/schemas.ts';
import { assignmentBatchRoutes } from './assignment-batches.ts';
import { coOpinionRoutes } from './assignment-co-opinions.ts';
import { assignmentQuestionRoutes } from './assignment-questions.ts';
import { assignmentReplyRoutes } from './assignment-replies.ts';
import { taskForceRoutes } from './assignment-task-forces.ts';
import { assignBody, classifyBody, markKeyBody, planBody } from './assignment-schemas.ts';

const forService = { tag: 'assignment', client: AssignmentServiceService } as const;
const ofSuggestion = ({ id: suggestionId }: { id: string }) => ({ suggestionId });
const ofAssignment = ({ id: assignmentId }: { id: string }) => ({ assignmentId });
const reason = z.string().trim().max(1_000).default('');

/** From classification to the reply in every deputy's hands. */
export function assignmentRoutes(api: Api): void {
  deskRoutes(api);
  assignmentBatchRoutes(api);
  confidantRoute(api);
  returnRoutes(api);
  handlingRoutes(api);
  coOpinionRoutes(api);
  taskForceRoutes(api);
  extensionRoutes(api);
  coordinationRoutes(api);
  assignmentReplyRoutes(api);
  assignmentQuestionRoutes(api);
}

function deskRoutes(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:classify',
    operationId: 'classifySuggestion',
    summary: '分类',
    body: classifyBody,
    rpc: 'classifySuggestion',
    toRequest: (params, body) => ({ ...ofSuggestion(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:mark-key',
    operationId: 'markKey',
    summary: '确定为重点建议（主任会议）',
    body: markKeyBody,
    rpc: 'markKey',
    toRequest: (params, body) => ({ ...ofSuggestion(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:move-rules',
    operationId: 'moveRules',
    summary: '改按另一版规则包办理（代表工委）',
    body: z.strictObject({ rulePackVersion: line(60), reason: line(500) }).meta({ id: 'MoveRules' }),
    rpc: 'moveRules',
    toRequest: (params, body) => ({ ...ofSuggestion(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:assign',
    operationId: 'assignSuggestion',
    summary: '交办',
    body: assignBody,
    rpc: 'assignSuggestion',
    toRequest: (params, body) => ({ ...ofSuggestion(params), ...body }),
  });
}

function confidantRoute(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/assignments/{id}:name-confidant',
    operationId: 'nameConfidant',
    summary: '指定保密知情人',
    body: z.strictObject({ personId: id, reason }).meta({ id: 'NameConfidant' }),
    rpc: 'nameConfidant',
    toRequest: (params, body) => ({ ...ofAssignment(params), ...body }),
  });
}

function returnRoutes(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/assignments/{id}:acknowledge',
    operationId: 'acknowledgeAssignment',
    summary: '签收',
    rpc: 'acknowledgeAssignment',
    toRequest: ofAssignment,
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/assignments/{id}:request-return',
    operationId: 'requestReturn',
    summary: '申退（单位负责人签字）',
    body: z
      .strictObject({ grounds: text(2_000), legalBasis: text(2_000), proposedUnitId: id })
      .meta({ id: 'RequestReturn' }),
    rpc: 'requestReturn',
    toRequest: (params, body) => ({ ...ofAssignment(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/return-requests/{id}:decide',
    operationId: 'decideReturn',
    summary: '决定申退',
    body: z.strictObject({ grant: z.boolean(), reason }).meta({ id: 'DecideReturn' }),
    rpc: 'decideReturn',
    toRequest: ({ id: returnRequestId }, body) => ({ returnRequestId, ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/assignments/{id}:reassign',
    operationId: 'reassignShare',
    summary: '改办',
    body: z.strictObject({ unitId: id, reason: text(1_000) }).meta({ id: 'ReassignShare' }),
    rpc: 'reassignShare',
    toRequest: (params, body) => ({ ...ofAssignment(params), ...body }),
  });
}

function handlingRoutes(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/assignments/{id}/plan',
    operationId: 'filePlan',
    summary: '报办理方案',
    body: planBody,
    rpc: 'filePlan',
    toRequest: (params, plan) => ({ ...ofAssignment(params), plan }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/assignments/{id}/plan:amend',
    operationId: 'amendPlan',
    summary: '修订办理方案',
    body: z.strictObject({ plan: planBody, reason: text(1_000) }).meta({ id: 'AmendPlan' }),
    rpc: 'amendPlan',
    toRequest: (params, body) => ({ ...ofAssignment(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/assignments/{id}/contacts',
    operationId: 'recordContact',
    summary: '记录沟通',
    body: z
      .strictObject({
        form: z.enum(['visit', 'telephone', 'letter', 'seminar']),
        onDate: day,
        deputyIds: ids(50).default([]),
        summary: text(2_000),
        outcome: z.enum(['talked', 'declined', 'failed']).default('talked'),
      })
      .meta({ id: 'RecordContact' }),
    status: 201,
    rpc: 'recordContact',
    toRequest: (params, body) => ({ ...ofAssignment(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/assignments/{id}:report-difficulty',
    operationId: 'reportDifficulty',
    summary: '报告困难',
    body: z
      .strictObject({ severity: z.enum(['yellow', 'red']), description: text(2_000) })
      .meta({ id: 'ReportDifficulty' }),
    rpc: 'reportDifficulty',
    toRequest: (params, body) => ({ ...ofAssignment(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/assignments/{id}:resolve-difficulty',
    operationId: 'resolveDifficulty',
    summary: '困难已解决',
    body: z.strictObject({ how: text(2_000) }).meta({ id: 'ResolveDifficulty' }),
    rpc: 'resolveDifficulty',
    toRequest: (params, body) => ({ ...ofAssignment(params), ...body }),
  });
}

function extensionRoutes(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/assignments/{id}/extensions',
    operationId: 'requestExtension',
    summary: '申请延期',
    body: z.strictObject({ grounds: text(2_000) }).meta({ id: 'RequestExtension' }),
    status: 201,
    rpc: 'requestExtension',
    toRequest: (params, body) => ({ ...ofAssignment(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/extensions/{id}:decide',
    operationId: 'decideExtension',
    summary: '决定延期',
    body: z.strictObject({ grant: z.boolean(), reason }).meta({ id: 'DecideExtension' }),
    rpc: 'decideExtension',
    toRequest: ({ id: extensionId }, body) => ({ extensionId, ...body }),
  });
}

function coordinationRoutes(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/coordinations',
    operationId: 'requestCoordination',
    summary: '申请协调',
    body: z.strictObject({ assignmentId: id, grounds: text(2_000) }).meta({ id: 'RequestCoordination' }),
    status: 201,
    rpc: 'requestCoordination',
    toRequest: (_params, body) => body,
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/coordinations/{id}:close',
    operationId: 'closeCoordination',
    summary: '协调结果',
    body: z.strictObject({ decision: text(2_000), responsibleUnitId: id }).meta({ id: 'CloseCoordination' }),
    rpc: 'closeCoordination',
    toRequest: ({ id: coordinationId }, body) => ({ coordinationId, ...body }),
  });
}
