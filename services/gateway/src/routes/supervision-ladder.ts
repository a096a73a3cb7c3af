import { SupervisionServiceService } from '@huiyin/contracts/gen/supervision/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { day, id, text } from '../http/schemas.ts';

/** Longest text of a letter, a talk or an urge, UTF-16 units; supervision checks the same. */
const MAX_TEXT = 5_000;

const letter = z
  .object({
    letterId: z.string(),
    suggestionId: z.string(),
    clockId: z.string(),
    unitId: z.string(),
    status: z.string().describe('sent | answered | dropped: 案件结束前没有答复'),
    automatic: z.boolean(),
    sentOn: z.string(),
    answerDue: z.string(),
    facts: z.string(),
    requiredAction: z.string(),
    progress: z.string(),
    measures: z.string(),
    promisedOn: z.string(),
    answeredOn: z.string(),
    number: z.string(),
    title: z.string(),
  })
  .meta({ id: 'SupervisionLetter' });

const talk = z
  .object({
    talkId: z.string(),
    suggestionId: z.string(),
    clockId: z.string(),
    unitId: z.string(),
    status: z.string().describe('called | held | checked | dropped: 案件结束前没有约谈'),
    cause: z.string().describe('long-red | second-red | by-hand | undertaking-broken'),
    problems: z.string(),
    calledOn: z.string(),
    holdBy: z.string(),
    heldOn: z.string(),
    minutes: z.string(),
    undertaking: z.string(),
    checkOn: z.string(),
    undertakingKept: z.boolean(),
    findings: z.string(),
    checkedOn: z.string(),
    number: z.string(),
    title: z.string(),
  })
  .meta({ id: 'Talk' });

const urge = z
  .object({
    urgeId: z.string(),
    suggestionId: z.string(),
    clockId: z.string(),
    unitId: z.string(),
    automatic: z.boolean(),
    toHead: z.boolean(),
    message: z.string(),
    urgedAt: z.string(),
    number: z.string(),
    title: z.string(),
  })
  .meta({ id: 'Urge' });

const sendLetter = z
  .strictObject({ clockId: id, facts: text(MAX_TEXT), requiredAction: text(MAX_TEXT) })
  .meta({ id: 'SendSupervisionLetter' });
const answerLetter = z
  .strictObject({ progress: text(MAX_TEXT), measures: text(MAX_TEXT), promisedOn: day })
  .meta({ id: 'AnswerSupervisionLetter' });
const callTalk = z.strictObject({ clockId: id, problems: text(MAX_TEXT) }).meta({ id: 'CallTalk' });
const holdTalk = z
  .strictObject({
    attendedByPersonId: id,
    minutes: text(MAX_TEXT),
    undertaking: text(MAX_TEXT),
    checkOn: day,
  })
  .meta({ id: 'HoldTalk' });
const checkTalk = z
  .strictObject({ undertakingKept: z.boolean(), findings: text(MAX_TEXT) })
  .meta({ id: 'CheckTalk' });
const urgeUnit = z
  .strictObject({ clockId: id, message: text(MAX_TEXT), toHead: z.boolean().default(false) })
  .meta({ id: 'UrgeUnit' });

const whose = { suggestionId: id.optional(), unitId: id.optional() };

/** The ladder 催办 → 督办函 → 约谈. */
export function ladderRoutes(api: Api): void {
  letterRoutes(api);
  talkRoutes(api);
  urgeRoutes(api);
}

function letterRoutes(api: Api): void {
  api.list({
    url: '/supervision-letters',
    operationId: 'listSupervisionLetters',
    tag: 'supervision',
    summary: '督办函，新的在前',
    query: { ...whose, status: z.enum(['sent', 'answered', 'dropped']).optional() },
    item: letter,
    client: SupervisionServiceService,
    rpc: 'listLetters',
    toRequest: (_params, { suggestionId = '', unitId = '', status = '' }, page) => ({
      page,
      suggestionId,
      unitId,
      status,
    }),
    toPage: ({ letters, nextCursor }) => ({ items: letters, nextCursor }),
  });
  api.command({
    method: 'POST',
    url: '/supervision-letters',
    operationId: 'sendSupervisionLetter',
    tag: 'supervision',
    summary: '发督办函',
    body: sendLetter,
    status: 201,
    client: SupervisionServiceService,
    rpc: 'sendSupervisionLetter',
    toRequest: (_params, body) => body,
  });
  api.command({
    method: 'POST',
    url: '/supervision-letters/{id}:answer',
    operationId: 'answerSupervisionLetter',
    tag: 'supervision',
    summary: '答复督办函',
    body: answerLetter,
    client: SupervisionServiceService,
    rpc: 'answerSupervisionLetter',
    toRequest: (params, body) => ({ letterId: params.id, ...body }),
  });
}

function talkRoutes(api: Api): void {
  api.list({
    url: '/talks',
    operationId: 'listTalks',
    tag: 'supervision',
    summary: '约谈，新的在前',
    query: { ...whose, status: z.enum(['called', 'held', 'checked', 'dropped']).optional() },
    item: talk,
    client: SupervisionServiceService,
    rpc: 'listTalks',
    toRequest: (_params, { suggestionId = '', unitId = '', status = '' }, page) => ({
      page,
      suggestionId,
      unitId,
      status,
    }),
    toPage: ({ talks, nextCursor }) => ({ items: talks, nextCursor }),
  });
  api.command({
    method: 'POST',
    url: '/talks',
    operationId: 'callTalk',
    tag: 'supervision',
    summary: '发约谈通知',
    body: callTalk,
    status: 201,
    client: SupervisionServiceService,
    rpc: 'callTalk',
    toRequest: (_params, body) => body,
  });
  api.command({
    method: 'POST',
    url: '/talks/{id}:hold',
    operationId: 'holdTalk',
    tag: 'supervision',
    summary: '记录约谈：纪要、承诺、复查日期',
    body: holdTalk,
    client: SupervisionServiceService,
    rpc: 'holdTalk',
    toRequest: (params, body) => ({ talkId: params.id, ...body }),
  });
  api.command({
    method: 'POST',
    url: '/talks/{id}:check',
    operationId: 'checkTalk',
    tag: 'supervision',
    summary: '复查约谈承诺',
    body: checkTalk,
    client: SupervisionServiceService,
    rpc: 'checkTalk',
    toRequest: (params, body) => ({ talkId: params.id, ...body }),
  });
}

function urgeRoutes(api: Api): void {
  api.list({
    url: '/urges',
    operationId: 'listUrges',
    tag: 'supervision',
    summary: '催办，新的在前',
    query: whose,
    item: urge,
    client: SupervisionServiceService,
    rpc: 'listUrges',
    toRequest: (_params, { suggestionId = '', unitId = '' }, page) => ({ page, suggestionId, unitId }),
    toPage: ({ urges, nextCursor }) => ({ items: urges, nextCursor }),
  });
  api.command({
    method: 'POST',
    url: '/urges',
    operationId: 'urgeUnit',
    tag: 'supervision',
    summary: '催办',
    body: urgeUnit,
    status: 201,
    client: SupervisionServiceService,
    rpc: 'urgeUnit',
    toRequest: (_params, body) => body,
  });
}
