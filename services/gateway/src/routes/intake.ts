import { IntakeServiceService } from '@huiyin/contracts/gen/intake/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { id, ids, line, text } from '../http/schemas.ts';
import { intakeDeskRoutes } from './intake-desk.ts';
import { draftBody, suggestion, summary, textBody, toSuggestion, toSummary } from './intake-schemas.ts';

const MAX_INVITED = 200;
const MAX_COMMENTS = 50;
const STATUSES = [
  'draft',
  'cosigning',
  'pre-review',
  'submitted',
  'registered',
  'returned',
  'declined',
  'merged',
  'withdrawn',
] as const;

const forService = { tag: 'intake', client: IntakeServiceService } as const;
const ofSuggestion = ({ id: suggestionId }: { id: string }) => ({ suggestionId });

/** Drafting, signing, submitting and withdrawing by deputies; the desk's part is in intake-desk.ts. */
export function intakeRoutes(api: Api): void {
  draftRoutes(api);
  cosignerRoutes(api);
  submissionRoutes(api);
  preReviewRoutes(api);
  intakeDeskRoutes(api);
}

function draftRoutes(api: Api): void {
  api.list({
    ...forService,
    url: '/suggestions',
    operationId: 'listMySuggestions',
    summary: '我领衔、联名或受邀联名的建议',
    query: { status: z.enum(STATUSES).optional() },
    item: summary,
    rpc: 'listMySuggestions',
    toRequest: (_params, { status = '' }, page) => ({ status, page }),
    toPage: ({ suggestions, nextCursor }) => ({ items: suggestions.map(toSummary), nextCursor }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions',
    operationId: 'draftSuggestion',
    summary: '起草建议',
    body: draftBody,
    status: 201,
    rpc: 'draftSuggestion',
    toRequest: (_params, body) => ({
      ...body,
      leadDeputyId: body.leadDeputyId ?? '',
    }),
  });
  api.query({
    ...forService,
    url: '/suggestions/{id}',
    operationId: 'getSuggestion',
    summary: '一件建议的提出与登记情况',
    response: suggestion,
    rpc: 'getSuggestion',
    toRequest: ofSuggestion,
    toAnswer: (answer) => toSuggestion(answer.suggestion),
    version: (answer) => answer.suggestion?.version ?? 0,
  });
  api.command({
    ...forService,
    method: 'PATCH',
    url: '/suggestions/{id}',
    operationId: 'editDraft',
    summary: '修改草稿（整份替换）',
    description: '任何修改都使已有的联名确认失效。',
    body: textBody,
    rpc: 'editDraft',
    toRequest: (params, body) => ({ ...ofSuggestion(params), text: body }),
  });
}

function cosignerRoutes(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}/cosigners',
    operationId: 'inviteCosigners',
    summary: '邀请联名代表',
    body: z.strictObject({ deputyIds: ids(MAX_INVITED).min(1) }).meta({ id: 'InviteCosigners' }),
    rpc: 'inviteCosigners',
    toRequest: (params, { deputyIds }) => ({ ...ofSuggestion(params), deputyIds }),
  });
  api.command({
    ...forService,
    method: 'DELETE',
    url: '/suggestions/{id}/cosigners/{deputyId}',
    operationId: 'removeCosigner',
    summary: '取消联名邀请，或谢绝联名',
    rpc: 'removeCosigner',
    toRequest: ({ id: suggestionId, deputyId }) => ({ suggestionId, deputyId }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}/cosigners/me:confirm',
    operationId: 'confirmCosignature',
    summary: '确认联名',
    description: 'textHash 取自所读的文本；文本已修改则须重新阅读。',
    body: z.strictObject({ textHash: z.string().regex(/^[0-9a-f]{64}$/) }).meta({ id: 'ConfirmCosignature' }),
    rpc: 'confirmCosignature',
    toRequest: (params, { textHash }) => ({ ...ofSuggestion(params), textHash }),
  });
}

function submissionRoutes(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:submit',
    operationId: 'submitSuggestion',
    summary: '提交建议',
    rpc: 'submitSuggestion',
    toRequest: ofSuggestion,
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:withdraw',
    operationId: 'withdrawSuggestion',
    summary: '签署撤回',
    description: '须领衔和联名代表全部签署；交办之后由办理方决定。',
    body: z
      .strictObject({ reason: z.string().trim().max(500).default('') })
      .meta({ id: 'WithdrawSuggestion' }),
    rpc: 'withdrawSuggestion',
    toRequest: (params, { reason }) => ({ ...ofSuggestion(params), reason }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:take-lead',
    operationId: 'takeLead',
    summary: '改由联名代表领衔',
    description:
      '登记之后领衔代表资格终止的，由在任的联名代表本人接任，或由代表工委依其同意指定。原领衔代表仍收到自己的答复。',
    body: z
      .strictObject({
        deputyId: id.optional().describe('代表工委指定的联名代表；代表本人接任时不填'),
        reason: z.string().trim().max(500).default('').describe('代表工委须写明该代表如何同意'),
      })
      .meta({ id: 'TakeLead' }),
    rpc: 'takeLead',
    toRequest: (params, { deputyId = '', reason }) => ({ ...ofSuggestion(params), deputyId, reason }),
  });
}

function preReviewRoutes(api: Api): void {
  const verdict = z.enum(['good', 'improve']);
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:request-pre-review',
    operationId: 'requestPreReview',
    summary: '申请预审指导',
    rpc: 'requestPreReview',
    toRequest: ofSuggestion,
  });
  api.list({
    ...forService,
    url: '/pre-reviews',
    operationId: 'listPreReviews',
    summary: '待答复的预审申请',
    item: summary,
    rpc: 'listPreReviews',
    toRequest: (_params, _query, page) => ({ page }),
    toPage: ({ suggestions, nextCursor }) => ({ items: suggestions.map(toSummary), nextCursor }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/pre-reviews/{id}:answer',
    operationId: 'answerPreReview',
    summary: '答复预审',
    body: z
      .strictObject({
        substance: verdict.describe('言之有物'),
        reasoning: verdict.describe('言之有理'),
        feasibility: verdict.describe('言之可行'),
        advice: z.string().trim().max(5_000).default(''),
        comments: z
          .array(z.strictObject({ passage: line(500), comment: text(1_000) }))
          .max(MAX_COMMENTS)
          .default([]),
      })
      .meta({ id: 'AnswerPreReview' }),
    rpc: 'answerPreReview',
    toRequest: (params, body) => ({ ...ofSuggestion(params), ...body }),
  });
}
