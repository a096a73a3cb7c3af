import { IntakeServiceService } from '@huiyin/contracts/gen/intake/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { requireIdempotencyKey } from '../http/command-headers.ts';
import { rejectionProblem } from '../http/rejection-problem.ts';
import { registerRoute } from '../http/route.ts';
import { day, id, ids, instant, line, text } from '../http/schemas.ts';
import { summary, textBody, toSummary } from './intake-schemas.ts';

const GROUNDS = [
  'private-matter',
  'own-unit-matter',
  'forwarded-petition',
  'accusation',
  'judicial-case',
  'bidding',
  'academic-or-promotion',
  'no-content',
  'outside-competence',
  'conflict-of-interest',
  'contrary-to-law',
] as const;

const forService = { tag: 'intake', client: IntakeServiceService } as const;
const ofSuggestion = ({ id: suggestionId }: { id: string }) => ({ suggestionId });

const MAX_FORMS = 50;
const MAX_COSIGNERS = 200;

const takeInPapers = z
  .strictObject({
    forms: z
      .array(
        z.strictObject({
          formNumber: line(200).describe('纸质件编号，本地区内唯一'),
          leadDeputyId: id,
          cosignerIds: ids(MAX_COSIGNERS).default([]).describe('在纸质件上联名的代表'),
          signedOn: day.describe('领衔代表签名的日期'),
          receivedAt: instant.optional().describe('收到纸质件的时间，决定提出的日期和会期；不填为现在'),
          text: textBody,
        }),
      )
      .min(1)
      .max(MAX_FORMS),
  })
  .meta({ id: 'TakeInPapers' });

const paperFormResult = z
  .object({
    formNumber: z.string(),
    outcome: z.enum(['taken', 'known', 'refused']).describe('已录入、早已录入、未录入'),
    suggestionId: z.string(),
    code: z.string(),
    message: z.string(),
    field: z.string(),
  })
  .meta({ id: 'PaperFormResult' });

const paperReceipt = z
  .object({
    formNumber: z.string(),
    suggestionId: z.string(),
    title: z.string(),
    leadDeputyId: z.string(),
    cosigners: z.int().describe('联名代表人数'),
    signedOn: z.string(),
    receivedAt: z.string().describe('收到纸质件的时间'),
    enteredAt: z.string().describe('录入的时间'),
    enteredBy: z.string(),
    status: z.string(),
    displayNumber: z.string().describe('登记编号；未登记的为空'),
  })
  .meta({ id: 'PaperReceipt' });

/** Registering, returning, declining, merging and converting at the desk. */
export function intakeDeskRoutes(api: Api): void {
  paperRoute(api);
  receiptsRoute(api);
  registrationRoutes(api);
  declineRoutes(api);
  mergeRoutes(api);
}

/** Not a command of one resource but a batch with a result per form; a form's number makes repeating it harmless. */
function paperRoute({ app, peers }: Api): void {
  registerRoute(app, {
    method: 'POST',
    url: '/suggestions:take-in',
    operationId: 'takeInPapers',
    tag: 'intake',
    summary: '代为录入代表签名的纸质建议',
    body: takeInPapers,
    status: 200,
    response: z.object({ results: z.array(paperFormResult) }),
    check: requireIdempotencyKey,
    handle: async ({ session, body }) => {
      const answer = await peers.call(
        IntakeServiceService,
        'takeInPapers',
        { forms: body.forms.map(toForm) },
        { as: session },
      );
      if (isRejection(answer)) throw rejectionProblem(answer);
      return { results: answer.results.map((each) => ({ ...each, outcome: outcomeOf(each.outcome) })) };
    },
  });
}

function toForm({ receivedAt = '', ...form }: z.infer<typeof takeInPapers>['forms'][number]) {
  return { ...form, receivedAt };
}

function outcomeOf(outcome: string): 'taken' | 'known' | 'refused' {
  return outcome === 'taken' || outcome === 'known' ? outcome : 'refused';
}

function receiptsRoute(api: Api): void {
  api.list({
    ...forService,
    url: '/paper-forms',
    operationId: 'listPaperForms',
    summary: '代为录入的纸质建议的回执；代表团工作人员看本代表团的',
    query: {
      contains: z.string().trim().max(80).default('').describe('纸质件编号或标题中的文字'),
      status: z
        .enum(['', 'submitted', 'registered', 'returned', 'declined', 'merged', 'withdrawn', 'draft'])
        .default('')
        .describe('draft：代表正在修改'),
    },
    item: paperReceipt,
    rpc: 'listPaperForms',
    toRequest: (_params, { contains, status }, page) => ({ page, contains, statuses: statusesOf(status) }),
    toPage: ({ receipts, nextCursor }) => ({ items: receipts, nextCursor }),
  });
}

/** A form whose text the deputy changes is with the deputy, whichever way. */
function statusesOf(status: string): string[] {
  if (status === '') return [];
  return status === 'draft' ? ['draft', 'cosigning', 'pre-review'] : [status];
}

function registrationRoutes(api: Api): void {
  api.list({
    ...forService,
    url: '/registration-queue',
    operationId: 'listRegistrationQueue',
    summary: '待登记的建议',
    item: summary,
    rpc: 'listRegistrationQueue',
    toRequest: (_params, _query, page) => ({ page }),
    toPage: ({ suggestions, nextCursor }) => ({ items: suggestions.map(toSummary), nextCursor }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:register',
    operationId: 'registerSuggestion',
    summary: '登记，给出编号（label）',
    body: z.strictObject({ category: line(50) }).meta({ id: 'RegisterSuggestion' }),
    rpc: 'registerSuggestion',
    toRequest: (params, { category }) => ({ ...ofSuggestion(params), category }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:return',
    operationId: 'returnForCorrection',
    summary: '退回代表修改',
    body: z.strictObject({ explanation: text(2_000) }).meta({ id: 'ReturnForCorrection' }),
    rpc: 'returnForCorrection',
    toRequest: (params, { explanation }) => ({ ...ofSuggestion(params), explanation }),
  });
}

function declineRoutes(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:decline',
    operationId: 'declineSuggestion',
    summary: '不作为建议处理',
    body: z
      .strictObject({
        ground: z.enum(GROUNDS),
        explanation: text(2_000),
        deputyHeardOn: day.describe('听取代表意见的日期'),
      })
      .meta({ id: 'DeclineSuggestion' }),
    rpc: 'declineSuggestion',
    toRequest: (params, body) => ({ ...ofSuggestion(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:confirm-notice',
    operationId: 'confirmDeclineNotice',
    summary: '确认不予受理告知：代表阅知，或代表工委记载告知方式',
    body: z
      .strictObject({ toldHow: z.string().trim().max(200).default('') })
      .meta({ id: 'ConfirmDeclineNotice' }),
    rpc: 'confirmDeclineNotice',
    toRequest: (params, { toldHow }) => ({ ...ofSuggestion(params), toldHow }),
  });
}

function mergeRoutes(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:merge',
    operationId: 'mergeSuggestion',
    summary: '并入另一件建议办理',
    description: '各代表仍分别得到答复、分别评价。',
    body: z
      .strictObject({
        parentId: id,
        reason: text(500),
        competence: text(200).describe('两件同属哪个单位的职责'),
      })
      .meta({ id: 'MergeSuggestion' }),
    rpc: 'mergeSuggestion',
    toRequest: (params, body) => ({ ...ofSuggestion(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}:convert',
    operationId: 'convertMotion',
    summary: '议案转建议',
    body: z
      .strictObject({ motionNumber: line(50), decisionNumber: line(80), decidedOn: day })
      .meta({ id: 'ConvertMotion' }),
    rpc: 'convertMotion',
    toRequest: (params, body) => ({ ...ofSuggestion(params), ...body }),
  });
}
