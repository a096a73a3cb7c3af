import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { day, id, instant, line } from '../http/schemas.ts';

const MAX_PACK_CHARACTERS = 100_000;
export const MAX_CALENDAR_DAYS = 3_000;

const congressSession = z
  .object({
    congressSessionId: z.string(),
    congressTerm: z.int().describe('届'),
    congressSession: z.int().describe('次'),
    opensOn: z.string(),
    closesOn: z.string(),
    cutOffAt: z.string(),
    version: z.int(),
  })
  .meta({ id: 'CongressSession' });

const rulePack = z
  .object({ version: z.string(), effectiveFrom: z.string(), contentJson: z.string() })
  .meta({ id: 'RulePack' });

export const calendarDay = z.strictObject({ date: day, off: z.boolean(), name: line(60) });

const forService = { tag: 'directory', client: DirectoryServiceService } as const;

/** Congress sessions, rule packs and calendars: the rules that hold when. */
export function directoryRulesRoutes(api: Api): void {
  congressSessionRoutes(api);
  rulePackRoutes(api);
  calendarRoutes(api);
}

function congressSessionRoutes(api: Api): void {
  const ordinal = z.int().min(1).max(200);
  const body = z
    .strictObject({
      congressTerm: ordinal,
      congressSession: ordinal,
      opensOn: day,
      closesOn: day,
      cutOffAt: instant.describe('此后提交的按闭会期间'),
    })
    .meta({ id: 'SaveCongressSession' });
  api.list({
    ...forService,
    url: '/congress-sessions',
    operationId: 'listCongressSessions',
    summary: '届次，近的在前',
    item: congressSession,
    rpc: 'listCongressSessions',
    toRequest: () => ({}),
    toPage: ({ congressSessions, versions }) => ({
      items: congressSessions.map((session) => ({
        ...session,
        version: Number(versions[session.congressSessionId] ?? 0n),
      })),
      nextCursor: '',
    }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/congress-sessions',
    operationId: 'addCongressSession',
    summary: '新增届次',
    body,
    status: 201,
    rpc: 'saveCongressSession',
    toRequest: (_params, wanted) => ({ ...wanted, congressSessionId: '' }),
  });
  api.command({
    ...forService,
    method: 'PUT',
    url: '/congress-sessions/{id}',
    operationId: 'saveCongressSession',
    summary: '修改届次',
    body,
    params: { id },
    rpc: 'saveCongressSession',
    toRequest: ({ id: congressSessionId }, wanted) => ({ ...wanted, congressSessionId }),
  });
}

function rulePackRoutes(api: Api): void {
  api.list({
    ...forService,
    url: '/rule-packs',
    operationId: 'listRulePacks',
    summary: '规则包，近的在前',
    item: rulePack,
    rpc: 'listRulePacks',
    toRequest: () => ({}),
    toPage: ({ rulePacks }) => ({ items: rulePacks, nextCursor: '' }),
  });
  api.list({
    ...forService,
    url: '/rule-packs:shipped',
    operationId: 'listShippedRulePacks',
    summary: '随系统提供的规则包，可原样或改后启用',
    item: z
      .object({ version: z.string(), textOf: z.string().describe('所据文本之日'), contentJson: z.string() })
      .meta({ id: 'ShippedRulePack' }),
    rpc: 'listShippedRulePacks',
    toRequest: () => ({}),
    toPage: ({ rulePacks }) => ({ items: rulePacks, nextCursor: '' }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/rule-packs',
    operationId: 'activateRulePack',
    summary: '自某日起启用规则包；已启用的版本不能更改',
    body: z
      .strictObject({
        version: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/),
        effectiveFrom: day,
        contentJson: z.string().min(2).max(MAX_PACK_CHARACTERS),
      })
      .meta({ id: 'ActivateRulePack' }),
    status: 201,
    rpc: 'activateRulePack',
    toRequest: (_params, body) => body,
  });
}

function calendarRoutes(api: Api): void {
  api.query({
    ...forService,
    url: '/calendars',
    operationId: 'getCalendar',
    summary: '本地区的放假与调休',
    response: z
      .object({
        version: z.int(),
        knownUntil: z.string(),
        days: z.array(z.object({ date: z.string(), off: z.boolean(), name: z.string() })),
      })
      .meta({ id: 'Calendar' }),
    rpc: 'getCalendar',
    toRequest: () => ({}),
    toAnswer: ({ calendar }) => {
      if (calendar === undefined) throw new Error('directory answered no calendar');
      return calendar;
    },
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/calendars',
    operationId: 'importCalendar',
    summary: '导入放假与调休（整份替换）；在办的时限随后分批重算',
    body: z
      .strictObject({
        knownUntil: day,
        days: z.array(calendarDay).max(MAX_CALENDAR_DAYS),
        basedOnVersion: z.int().min(0).max(1_000_000).optional().describe('预览时的日历版本；已有新的则拒绝'),
      })
      .meta({ id: 'ImportCalendar' }),
    rpc: 'importCalendar',
    toRequest: (_params, { basedOnVersion, ...body }) => ({
      ...body,
      ...(basedOnVersion !== undefined && { basedOnVersion }),
    }),
  });
}
