import { EvaluationServiceService } from '@huiyin/contracts/gen/evaluation/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { day, id } from '../http/schemas.ts';
import {
  caseEvaluations,
  decisionBody,
  evaluationBody,
  evaluationRow,
  explanationBody,
  findingBody,
  opinionBody,
  orderBody,
  progressBody,
  promise,
  rectification,
  reportBody,
  toCaseEvaluations,
  toEvaluationRow,
  toPromise,
  toRectification,
  waiverBody,
} from './evaluation-schemas.ts';

const forService = { tag: 'evaluation', client: EvaluationServiceService } as const;
const ofSuggestion = ({ id: suggestionId }: { id: string }) => ({ suggestionId });
const ofPromise = ({ id: promiseId }: { id: string }) => ({ promiseId });
const ofRectification = ({ id: rectificationId }: { id: string }) => ({ rectificationId });

/** Evaluations and what follows from them. */
export function evaluationRoutes(api: Api): void {
  evaluations(api);
  escalations(api);
  promises(api);
  rectifications(api);
}

function evaluations(api: Api): void {
  api.query({
    ...forService,
    url: '/suggestions/{id}/evaluations',
    operationId: 'getCaseEvaluations',
    summary: '一件建议的测评、承诺和整改',
    description: '承办单位只看得到已提交的评价。',
    response: caseEvaluations,
    rpc: 'getCaseEvaluations',
    toRequest: ofSuggestion,
    toAnswer: toCaseEvaluations,
    version: ({ version }) => version,
  });
  api.list({
    ...forService,
    url: '/evaluations',
    operationId: 'listEvaluations',
    summary: '测评',
    description: '按答复送达日期从早到晚。承办单位只看得到已提交的评价。',
    query: {
      status: z.enum(['awaited', 'overdue', 'submitted', 'lapsed']).optional(),
      dissatisfied: z.enum(['true', 'false']).optional().describe('只看态度或者结果不满意的'),
      unitId: id.optional(),
    },
    item: evaluationRow,
    rpc: 'listEvaluations',
    toRequest: (_params, { status = '', dissatisfied, unitId = '' }, page) => ({
      ...{ status, unitId, page, dissatisfied: dissatisfied === 'true' },
    }),
    toPage: ({ evaluations: found, nextCursor }) => ({ items: found.map(toEvaluationRow), nextCursor }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}/evaluations',
    operationId: 'submitEvaluation',
    summary: '提交评价（领衔代表本人）',
    body: evaluationBody,
    status: 201,
    rpc: 'submitEvaluation',
    toRequest: (params, body) => ({
      ...ofSuggestion(params),
      ...body,
      signedSuggestionId: body.signedSuggestionId ?? '',
      round: body.round ?? 0,
      classOpinion: body.classOpinion ?? '',
    }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}/evaluations:give-opinion',
    operationId: 'giveCosignerOpinion',
    summary: '联名代表向领衔代表提交意见',
    body: opinionBody,
    rpc: 'giveCosignerOpinion',
    toRequest: (params, body) => ({
      ...ofSuggestion(params),
      ...body,
      signedSuggestionId: body.signedSuggestionId ?? '',
      round: body.round ?? 0,
    }),
  });
}

function escalations(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:order-rehandling',
    operationId: 'orderRehandling',
    summary: '要求重新办理',
    body: orderBody,
    rpc: 'orderRehandling',
    toRequest: (params, body) => ({ ...ofSuggestion(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:waive-rehandling',
    operationId: 'waiveRehandling',
    summary: '决定不再重新办理，并向代表说明',
    body: waiverBody,
    rpc: 'waiveRehandling',
    toRequest: (params, body) => ({ ...ofSuggestion(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:decide-escalation',
    operationId: 'decideEscalation',
    summary: '记录主任会议对第三次不满意的决定',
    body: decisionBody,
    rpc: 'decideEscalation',
    toRequest: (params, body) => ({ ...ofSuggestion(params), ...body }),
  });
}

function promises(api: Api): void {
  api.list({
    ...forService,
    url: '/promises',
    operationId: 'listPromises',
    summary: '承诺台账',
    query: {
      status: z.enum(['open', 'kept', 'broken']).optional(),
      unitId: id.optional(),
      dueUntil: day.optional(),
    },
    item: promise,
    rpc: 'listPromises',
    toRequest: (_params, { status = '', unitId = '', dueUntil = '' }, page) => ({
      ...{ status, unitId, dueUntil, page },
    }),
    toPage: ({ promises: found, nextCursor }) => ({ items: found.map(toPromise), nextCursor }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/promises/{id}/progress',
    operationId: 'reportProgress',
    summary: '报告承诺进展',
    body: progressBody,
    rpc: 'reportProgress',
    toRequest: (params, body) => ({ ...ofPromise(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/promises/{id}:keep',
    operationId: 'keepPromise',
    summary: '认定承诺已兑现',
    body: findingBody,
    rpc: 'keepPromise',
    toRequest: (params, body) => ({ ...ofPromise(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/promises/{id}:break',
    operationId: 'breakPromise',
    summary: '认定承诺未兑现并说明',
    body: explanationBody,
    rpc: 'breakPromise',
    toRequest: (params, body) => ({ ...ofPromise(params), ...body }),
  });
}

function rectifications(api: Api): void {
  api.list({
    ...forService,
    url: '/rectifications',
    operationId: 'listRectifications',
    summary: '整改事项',
    query: { status: z.enum(['ordered', 'submitted', 'accepted']).optional(), unitId: id.optional() },
    item: rectification,
    rpc: 'listRectifications',
    toRequest: (_params, { status = '', unitId = '' }, page) => ({ status, unitId, page }),
    toPage: ({ rectifications: found, nextCursor }) => ({ items: found.map(toRectification), nextCursor }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/rectifications/{id}:submit',
    operationId: 'submitRectification',
    summary: '提交整改报告',
    body: reportBody,
    rpc: 'submitRectification',
    toRequest: (params, body) => ({ ...ofRectification(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/rectifications/{id}:accept',
    operationId: 'acceptRectification',
    summary: '整改验收通过',
    rpc: 'acceptRectification',
    toRequest: ofRectification,
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/rectifications/{id}:reject',
    operationId: 'rejectRectification',
    summary: '整改不通过，继续整改',
    body: explanationBody,
    rpc: 'rejectRectification',
    toRequest: (params, body) => ({ ...ofRectification(params), ...body }),
  });
}
