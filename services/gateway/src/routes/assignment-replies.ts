import { AssignmentServiceService } from '@huiyin/contracts/gen/assignment/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { day, id, ids, line } from '../http/schemas.ts';
import {
  assignmentCase,
  assignmentFile,
  assignmentSummary,
  draftBody,
  supplementBody,
} from './assignment-schemas.ts';

const forService = { tag: 'assignment', client: AssignmentServiceService } as const;
const ofSuggestion = ({ id: suggestionId }: { id: string }) => ({ suggestionId });
const ofAssignment = ({ id: assignmentId }: { id: string }) => ({ assignmentId });

/** Replies, and what may be asked about handling. */
export function assignmentReplyRoutes(api: Api): void {
  replyRoutes(api);
  questionRoutes(api);
}

function replyRoutes(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/assignments/{id}/replies',
    operationId: 'draftReply',
    summary: '保存答复草稿',
    body: draftBody,
    rpc: 'draftReply',
    toRequest: (params, draft) => ({ ...ofAssignment(params), draft }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/assignments/{id}/replies:issue',
    operationId: 'issueReply',
    summary: '签发答复',
    body: z
      .strictObject({ letterNumber: line(80), textHash: z.string().regex(/^[0-9a-f]{64}$/) })
      .meta({ id: 'IssueReply' }),
    rpc: 'issueReply',
    toRequest: (params, body) => ({ ...ofAssignment(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/replies/{id}:deliver',
    operationId: 'deliverReply',
    summary: '送达答复',
    body: z
      .strictObject({
        deputyIds: ids(50).default([]).describe('不填:送达所有尚未收到的代表'),
        method: z.enum(['face-to-face', 'letter', 'electronic']),
        deliveredOn: day,
      })
      .meta({ id: 'DeliverReply' }),
    rpc: 'deliverReply',
    toRequest: ({ id: replyId }, body) => ({ replyId, ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/replies/{id}:supplement',
    operationId: 'supplementReply',
    summary: '补充答复',
    body: supplementBody,
    rpc: 'supplementReply',
    toRequest: ({ id: replyId }, body) => ({ replyId, ...body }),
  });
}

function questionRoutes(api: Api): void {
  api.query({
    ...forService,
    url: '/suggestions/{id}/handling',
    operationId: 'getHandling',
    summary: '一件建议的交办与办理情况',
    response: assignmentCase,
    rpc: 'getCase',
    toRequest: ofSuggestion,
    toAnswer: ({ assignmentCase: found }) => {
      if (found === undefined) throw new Error('assignment answered no case');
      return found;
    },
    version: ({ assignmentCase: found }) => found?.version ?? 0,
  });
  api.list({
    ...forService,
    url: '/assignments',
    operationId: 'listAssignments',
    summary: '承办件',
    query: {
      unitId: id.optional(),
      status: z.string().max(40).default(''),
      role: z.string().max(20).default(''),
    },
    item: assignmentSummary,
    rpc: 'listAssignments',
    toRequest: (_params, { unitId, status, role }, page) => ({ page, unitId: unitId ?? '', status, role }),
    toPage: ({ assignments, nextCursor }) => ({ items: assignments, nextCursor }),
  });
  api.query({
    ...forService,
    url: '/assignments/{id}',
    operationId: 'getAssignment',
    summary: '一件承办件',
    response: assignmentFile,
    rpc: 'getAssignment',
    toRequest: ofAssignment,
    toAnswer: ({ assignment, ...rest }) => ({ ...rest, assignment: assignment ?? null }),
    version: ({ version }) => version,
  });
  api.list({
    ...forService,
    url: '/return-requests',
    operationId: 'listReturnRequests',
    summary: '等待决定的申退',
    item: assignmentSummary,
    rpc: 'listReturnRequests',
    toRequest: (_params, _query, page) => ({ page }),
    toPage: ({ assignments, nextCursor }) => ({ items: assignments, nextCursor }),
  });
}
