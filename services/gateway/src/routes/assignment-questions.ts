import { AssignmentServiceService } from '@huiyin/contracts/gen/assignment/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { id } from '../http/schemas.ts';
import { assignmentCase, assignmentSummary, boardCase, toCase, toSummary } from './assignment-answers.ts';
import { assignmentFile, toFile } from './assignment-file-answers.ts';

const SHARE_STATUSES = [
  'pending',
  'acknowledged',
  'return-requested',
  'returned',
  'replaced',
  'in-handling',
  'replied',
  'for-reference',
  'ended',
] as const;
const CASE_STATUSES = ['to-assign', 'handling', 'merged', 'ended', 'closed'] as const;
const ROLES = ['lead', 'co', 'parallel', 'reference'] as const;

const forService = { tag: 'assignment', client: AssignmentServiceService } as const;

/** What may be asked about classification, shares and replies. */
export function assignmentQuestionRoutes(api: Api): void {
  caseQuestions(api);
  shareQuestions(api);
}

function caseQuestions(api: Api): void {
  api.query({
    ...forService,
    url: '/suggestions/{id}/handling',
    operationId: 'getHandling',
    summary: '一件建议的分类、交办和责任主体',
    response: assignmentCase,
    rpc: 'getCase',
    toRequest: ({ id: suggestionId }) => ({ suggestionId }),
    toAnswer: (answer) => toCase(answer.assignmentCase),
    version: ({ assignmentCase: found }) => found?.version ?? 0,
  });
  api.list({
    ...forService,
    url: '/assignment-board',
    operationId: 'listAssignmentBoard',
    summary: '待分类、待交办和办理中的建议，按登记先后',
    query: { status: z.enum(CASE_STATUSES).optional() },
    item: boardCase,
    rpc: 'listCases',
    toRequest: (_params, { status = '' }, page) => ({ status, page }),
    toPage: ({ cases, nextCursor }) => ({ items: cases, nextCursor }),
  });
}

function shareQuestions(api: Api): void {
  api.list({
    ...forService,
    url: '/assignments',
    operationId: 'listAssignments',
    summary: '承办件；承办单位只看到本单位的',
    query: {
      unitId: id.optional(),
      status: z.enum(SHARE_STATUSES).optional(),
      role: z.enum(ROLES).optional(),
    },
    item: assignmentSummary,
    rpc: 'listAssignments',
    toRequest: (_params, { unitId = '', status = '', role = '' }, page) => ({ unitId, status, role, page }),
    toPage: ({ assignments, nextCursor }) => ({ items: assignments.map(toSummary), nextCursor }),
  });
  api.query({
    ...forService,
    url: '/assignments/{id}',
    operationId: 'getAssignment',
    summary: '一件承办件：方案、沟通、协办意见、答复',
    response: assignmentFile,
    rpc: 'getAssignment',
    toRequest: ({ id: assignmentId }) => ({ assignmentId }),
    toAnswer: toFile,
    version: ({ version }) => version,
  });
  api.list({
    ...forService,
    url: '/return-requests',
    operationId: 'listReturnRequests',
    summary: '等待本办公室决定的申退',
    item: assignmentSummary,
    rpc: 'listReturnRequests',
    toRequest: (_params, _query, page) => ({ page }),
    toPage: ({ assignments, nextCursor }) => ({ items: assignments.map(toSummary), nextCursor }),
  });
}
