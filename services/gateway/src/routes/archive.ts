import { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { requireIdempotencyKey } from '../http/command-headers.ts';
import { rejectionProblem } from '../http/rejection-problem.ts';
import { registerRoute } from '../http/route.ts';
import { line, jsonValue } from '../http/schemas.ts';
import { isRejection } from '@huiyin/kernel/rejection';
import { archiveDocumentRoutes } from './archive-documents.ts';
import { caseFile, caseSummary, colourCount, timelineEntry } from './archive-schemas.ts';

const MAX_ROWS = 200;
const MAX_ROW_CHARACTERS = 20_000;

const registerImport = z
  .strictObject({
    source: line(200).describe('台账名称'),
    rows: z
      .array(
        z.strictObject({
          line: z.int().min(1).max(10_000_000),
          row: z.record(z.string().max(100), jsonValue),
        }),
      )
      .min(1)
      .max(MAX_ROWS),
  })
  .refine(
    ({ rows }) => rows.every(({ row }) => JSON.stringify(row).length <= MAX_ROW_CHARACTERS),
    '一行台账不能超过 20000 字',
  )
  .meta({ id: 'RegisterImport' });

const rowResult = z
  .object({
    line: z.int(),
    outcome: z.enum(['taken', 'known', 'refused']).describe('已收、已有、未收'),
    caseId: z.string(),
    code: z.string(),
    message: z.string(),
    field: z.string(),
  })
  .meta({ id: 'RowResult' });

const bucket = z.object({ key: z.string().describe('空：没有这项'), count: z.int() }).meta({ id: 'Bucket' });
const filterText = z.string().max(200);
const flag = z.enum(['true', 'false']).default('false');
const progress = z.enum(['', 'open', 'ended']).default('');

/** The case file, registers and sealing. */
export function archiveRoutes(api: Api): void {
  caseRoutes(api);
  oneCaseRoutes(api);
  registerRoutes(api);
  archiveDocumentRoutes(api);
}

function caseRoutes(api: Api): void {
  api.list({
    url: '/cases',
    operationId: 'listCases',
    tag: 'archive',
    summary: '案件',
    query: {
      number: filterText.default(''),
      title: filterText.default('').describe('标题中的文字'),
      year: z.coerce.number().int().min(0).max(2100).default(0),
      category: filterText.default(''),
      leadUnit: filterText.default('').describe('主办单位名称'),
      stage: filterText.default(''),
      colour: z.enum(['', 'green', 'yellow', 'red', 'none']).default(''),
      origin: z.enum(['', 'live', 'register']).default('').describe('live 本系统办理，register 历史台账'),
      progress: progress.describe('open 在办，ended 已归档、撤回、不作为建议处理或并案'),
      involved: flag.describe('只看与我有关的：代表本人提出或联名的'),
      mine: flag.describe('只看轮到我的'),
      order: z.enum(['number', 'due']).default('number').describe('编号大的在前，或期限近的在前'),
    },
    client: ArchiveServiceService,
    rpc: 'listCases',
    item: caseSummary,
    toRequest: (_params, query, page) => ({
      page,
      number: query.number,
      titleContains: query.title,
      year: query.year,
      category: query.category,
      leadUnit: query.leadUnit,
      stage: query.stage,
      colour: query.colour,
      origin: query.origin,
      progress: query.progress,
      involved: query.involved === 'true',
      mine: query.mine === 'true',
      order: query.order,
    }),
    toPage: ({ cases, nextCursor }) => ({ items: cases, nextCursor }),
  });
  api.query({
    url: '/cases:count-colours',
    operationId: 'countColours',
    tag: 'archive',
    summary: '本系统办理的案件，按颜色计数',
    query: { title: filterText.default('').describe('标题中的文字'), progress },
    client: ArchiveServiceService,
    rpc: 'countColours',
    response: z.object({ colours: z.array(colourCount) }),
    toRequest: (_params, query) => ({ titleContains: query.title, progress: query.progress }),
    toAnswer: ({ colours }) => ({ colours }),
  });
}

function oneCaseRoutes(api: Api): void {
  api.query({
    url: '/cases/{id}',
    operationId: 'getCase',
    tag: 'archive',
    summary: '一件案卷',
    query: {
      after: z
        .string()
        .max(200)
        .regex(/^[a-z]*(:\d{1,9})?(,[a-z]+:\d{1,9})*$/)
        .default('')
        .describe('已知版本，如 assignment:7'),
    },
    client: ArchiveServiceService,
    rpc: 'getCase',
    response: caseFile,
    toRequest: (params, { after }) => ({ caseId: params.id, after: after === '' ? [] : after.split(',') }),
    toAnswer: ({ summary, text, attachments, ...rest }) => ({
      ...rest,
      summary: summary ?? null,
      text: text ?? null,
      attachments: attachments.map((file) => ({ ...file, sizeBytes: Number(file.sizeBytes) })),
    }),
  });
  api.list({
    url: '/cases/{id}/timeline',
    operationId: 'listTimeline',
    tag: 'archive',
    summary: '事实经过',
    client: ArchiveServiceService,
    rpc: 'listTimeline',
    item: timelineEntry,
    toRequest: (params, _query, page) => ({ caseId: params.id, page }),
    toPage: ({ entries, nextCursor }) => ({
      items: entries.map(({ factsJson, version, ...entry }) => ({
        ...entry,
        version: Number(version),
        facts: JSON.parse(factsJson) as Record<string, unknown>,
      })),
      nextCursor,
    }),
  });
  api.command({
    method: 'POST',
    url: '/cases/{id}:seal',
    operationId: 'sealCase',
    tag: 'archive',
    summary: '归档',
    client: ArchiveServiceService,
    rpc: 'sealCase',
    toRequest: (params) => ({ caseId: params.id }),
  });
}

function registerRoutes(api: Api): void {
  api.query({
    url: '/imports/counts',
    operationId: 'countCases',
    tag: 'archive',
    summary: '按年度、类别、主办单位计数',
    query: { origin: z.enum(['', 'live', 'register']).default('') },
    client: ArchiveServiceService,
    rpc: 'countCases',
    response: z.object({
      total: z.int(),
      byYear: z.array(bucket),
      byCategory: z.array(bucket),
      byLeadUnit: z.array(bucket),
    }),
    toRequest: (_params, { origin }) => ({ origin }),
    toAnswer: ({ total, byYear, byCategory, byLeadUnit }) => ({
      total: Number(total),
      byYear: byYear.map(toBucket),
      byCategory: byCategory.map(toBucket),
      byLeadUnit: byLeadUnit.map(toBucket),
    }),
  });
  importRoute(api);
}

function toBucket({ key, count }: { key: string; count: bigint }): { key: string; count: number } {
  return { key, count: Number(count) };
}

/** Not a command of one resource but a batch with a result per row; each row's own key makes repeating it harmless. */
function importRoute({ app, peers }: Api): void {
  registerRoute(app, {
    method: 'POST',
    url: '/imports',
    operationId: 'importRegister',
    tag: 'archive',
    summary: '导入历史台账',
    body: registerImport,
    status: 200,
    response: z.object({ results: z.array(rowResult) }),
    check: requireIdempotencyKey,
    handle: async ({ session, body }) => {
      const rows = body.rows.map((each) => ({ line: each.line, rowJson: JSON.stringify(each.row) }));
      const request = { source: body.source, rows };
      const answer = await peers.call(ArchiveServiceService, 'importRegister', request, { as: session });
      if (isRejection(answer)) throw rejectionProblem(answer);
      return { results: answer.results.map((each) => ({ ...each, outcome: outcomeOf(each.outcome) })) };
    },
  });
}

function outcomeOf(text: string): 'taken' | 'known' | 'refused' {
  return text === 'taken' || text === 'known' ? text : 'refused';
}
