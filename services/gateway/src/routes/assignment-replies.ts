import { AssignmentServiceService } from '@huiyin/contracts/gen/assignment/v1/service';
import { z } from 'zod';
import { isRejection } from '@huiyin/kernel/rejection';
import type { Api } from '../http/api.ts';
import { requireIdempotencyKey } from '../http/command-headers.ts';
import { fileBytes } from '../http/file-answer.ts';
import { rejectionProblem } from '../http/rejection-problem.ts';
import { registerRoute } from '../http/route.ts';
import { day, id, ids, line, text } from '../http/schemas.ts';
import { replyCheck } from './assignment-file-answers.ts';
import { draftBody, faceToFaceBody, supplementBody } from './assignment-schemas.ts';

const forService = { tag: 'assignment', client: AssignmentServiceService } as const;
const ofAssignment = ({ id: assignmentId }: { id: string }) => ({ assignmentId });

/** Drafting, signing, delivering and supplementing replies. */
export function assignmentReplyRoutes(api: Api): void {
  unsavedReplyRoutes(api);
  supplementRoutes(api);
  faceToFaceRoutes(api);
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
    url: '/assignments/{id}/replies:read-draft',
    operationId: 'readReplyDraft',
    summary: '查阅答复稿（留痕）',
    rpc: 'readReplyDraft',
    toRequest: ofAssignment,
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
        deputyIds: ids(50).default([]).describe('不填：送达所有尚未收到的代表'),
        method: z.enum(['letter', 'electronic']),
        deliveredOn: day,
      })
      .meta({ id: 'DeliverReply' }),
    rpc: 'deliverReply',
    toRequest: ({ id: replyId }, body) => ({ replyId, ...body }),
  });
}

/** 当面答复记录: what the unit writes down, and what the deputy answers. */
function faceToFaceRoutes(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/replies/{id}:record-face-to-face',
    operationId: 'recordFaceToFace',
    summary: '记录当面答复（代表签署后才算送达）',
    body: faceToFaceBody,
    rpc: 'recordFaceToFace',
    toRequest: ({ id: replyId }, body) => ({ replyId, ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/replies/{id}:answer-face-to-face',
    operationId: 'answerFaceToFace',
    summary: '代表签署当面答复记录，或表示与实际不符',
    body: z
      .strictObject({
        recordId: id,
        agrees: z.boolean().describe('false：记录与实际不符，不算送达'),
        opinion: z.string().trim().max(2_000).default('').describe('代表意见；不符的必填'),
      })
      .meta({ id: 'AnswerFaceToFace' }),
    rpc: 'answerFaceToFace',
    toRequest: ({ id: replyId }, body) => ({ replyId, ...body }),
  });
}

/** What a reply says is no longer so, and what is said about it. */
function supplementRoutes(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/assignments/{id}/situation-changes',
    operationId: 'recordSituationChange',
    summary: '登记情况变化',
    body: z
      .strictObject({ what: text(2_000), changedOn: day.describe('不早于答复签发日期') })
      .meta({ id: 'RecordSituationChange' }),
    status: 201,
    rpc: 'recordSituationChange',
    toRequest: (params, body) => ({ ...ofAssignment(params), ...body }),
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

/** Longest that a letter may take to be laid out, milliseconds; one page takes a few. */
const PREVIEW_WITHIN_MS = 12_000;

/** Questions about a text that is not saved: they change nothing, and come as POST because the text is their body. */
function unsavedReplyRoutes({ app, peers }: Api): void {
  registerRoute(app, {
    method: 'POST',
    url: '/assignments/{id}/replies:check',
    operationId: 'checkReply',
    tag: 'assignment',
    summary: '检查答复（不保存）',
    body: draftBody,
    status: 200,
    response: z.object({ checks: z.array(replyCheck), canBeSigned: z.boolean() }),
    check: requireIdempotencyKey,
    handle: async ({ session, params, body: draft }) => {
      const request = { ...ofAssignment(params), draft };
      const answer = await peers.call(AssignmentServiceService, 'checkReply', request, { as: session });
      if (isRejection(answer)) throw rejectionProblem(answer);
      return answer;
    },
  });
  registerRoute(app, {
    method: 'POST',
    url: '/assignments/{id}/replies:preview',
    operationId: 'previewReply',
    tag: 'assignment',
    summary: '答复函预览（不保存）',
    body: draftBody,
    status: 200,
    file: 'application/pdf',
    response: fileBytes,
    check: requireIdempotencyKey,
    handle: async ({ session, params, body: draft }) => {
      const request = { ...ofAssignment(params), draft };
      const answer = await peers.call(AssignmentServiceService, 'previewReply', request, {
        as: session,
        deadlineMs: PREVIEW_WITHIN_MS,
      });
      if (isRejection(answer)) throw rejectionProblem(answer);
      return answer.pdf;
    },
  });
}
