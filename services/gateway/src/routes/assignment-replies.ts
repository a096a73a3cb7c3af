import { AssignmentServiceService } from '@huiyin/contracts/gen/assignment/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { day, ids, line } from '../http/schemas.ts';
import { draftBody, supplementBody } from './assignment-schemas.ts';

const forService = { tag: 'assignment', client: AssignmentServiceService } as const;
const ofAssignment = ({ id: assignmentId }: { id: string }) => ({ assignmentId });

/** Drafting, signing, delivering and supplementing replies. */
export function assignmentReplyRoutes(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/assignments/{id}/replies',
    operationId: 'draftReply',
    summary: '保存答复草稿',
    body: draftBody,
    rpc: 'draftReply',
    toRequest: (params, { basedOn, ...draft }) => ({ ...ofAssignment(params), draft, basedOn }),
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
