import {
  type GetBoardResponse,
  type GetClockExplanationResponse,
  SupervisionServiceService,
} from '@huiyin/contracts/gen/supervision/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { day, id, queryFlag } from '../http/schemas.ts';
import { calendarPreviewRoutes } from './calendar-preview.ts';
import { ladderRoutes } from './supervision-ladder.ts';

const colour = z.enum(['green', 'yellow', 'red']);

const clock = z
  .object({
    clockId: z.string(),
    suggestionId: z.string(),
    number: z.string(),
    title: z.string(),
    kind: z.string(),
    kindName: z.string().describe('中文名称，如 答复期限'),
    subject: z.string(),
    round: z.int(),
    status: z.string().describe('open | met | cancelled'),
    startDate: z.string(),
    dueDate: z.string().describe('没有期限的为空'),
    dueVersion: z.int(),
    provisional: z.boolean().describe('超出已公布的放假安排，为暂定日期'),
    colour: z.string(),
    rule: z.string(),
    reason: z.string().describe('为什么是这个颜色'),
    colourSince: z.string(),
    owner: z.string().describe('deputy | desk | office | unit | committee'),
    unitId: z.string(),
    personId: z.string(),
    nextChangeAt: z.string(),
    missed: z.boolean(),
    stoppedOn: z.string(),
    nextAction: z.string(),
    episode: z.int(),
    overrideRequestedColour: z.string(),
    overrideRequestedBy: z.string(),
  })
  .meta({ id: 'Clock' });

const dayNamed = z.object({ date: z.string(), name: z.string() });

const explanation = z
  .object({
    clockId: z.string(),
    kind: z.string(),
    kindName: z.string(),
    law: z.string(),
    authority: z.string().describe('L 法定 | D 默认'),
    startDate: z.string(),
    startEvent: z.string(),
    term: z.object({ n: z.int(), unit: z.string() }).optional(),
    rawDate: z.string().describe('顺延之前'),
    skipped: z.array(dayNamed.extend({ reason: z.string() })),
    makeUpDays: z.array(dayNamed),
    dueDate: z.string(),
    dueVersion: z.int(),
    provisional: z.boolean(),
    knownUntil: z.string(),
    calendarVersion: z.int().describe('按第几版放假安排计算；不按日历的为 0'),
    extensionGrantedOn: z.string(),
    extensionGrantedBy: z.string(),
    originalDueDate: z.string(),
    latestExtensionRequest: z.string(),
    lines: z.array(z.string()).describe('同样内容的中文说明，按阅读顺序'),
    history: z.array(
      z.object({ dueVersion: z.int(), dueDate: z.string(), cause: z.string(), at: z.string() }),
    ),
  })
  .meta({ id: 'ClockExplanation' });

const counts = z.object({ green: z.int(), yellow: z.int(), red: z.int() }).meta({ id: 'ColourCounts' });

const board = z
  .object({
    cases: counts,
    clocks: counts,
    units: z.array(z.object({ unitId: z.string(), clocks: counts })),
    red: z.array(clock).describe('红色时限，最久的在前，最多200条'),
    redWithoutOwner: z.int().describe('必须为0'),
    turningRed: z
      .array(z.object({ day: z.string(), cases: z.int() }))
      .describe('今后30天里，不办就会转红的建议件数，按日'),
    turnedRedYesterday: z.int().describe('昨天转红的建议件数'),
    asOf: z.string(),
  })
  .meta({ id: 'Board' });

const clockFilter = {
  suggestionId: id.optional(),
  unitId: id.optional(),
  colour: colour.optional(),
  kind: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  dueFrom: day.optional(),
  dueUntil: day.optional(),
  includeClosed: queryFlag.optional(),
};

const override = z
  .strictObject({ toColour: colour, grounds: z.string().trim().min(1).max(2000) })
  .meta({ id: 'OverrideColour' });

/** 三色预警: clocks, why each date, the wall, colours by hand, and the ladder. */
export function supervisionRoutes(api: Api): void {
  clockQuestions(api);
  overrideCommands(api);
  ladderRoutes(api);
  calendarPreviewRoutes(api);
}

function clockQuestions(api: Api): void {
  api.list({
    url: '/clocks',
    operationId: 'listClocks',
    tag: 'supervision',
    summary: '时限，到期日近的在前',
    query: clockFilter,
    item: clock,
    client: SupervisionServiceService,
    rpc: 'listClocks',
    toRequest: (_params, query, page) => ({
      page,
      suggestionId: query.suggestionId ?? '',
      unitId: query.unitId ?? '',
      colour: query.colour ?? '',
      kind: query.kind ?? '',
      dueFrom: query.dueFrom ?? '',
      dueUntil: query.dueUntil ?? '',
      includeClosed: query.includeClosed ?? false,
    }),
    toPage: ({ clocks, nextCursor }) => ({ items: clocks, nextCursor }),
  });
  api.query({
    url: '/clocks/{id}/explanation',
    operationId: 'explainClock',
    tag: 'supervision',
    summary: '为什么是这一天',
    response: explanation,
    client: SupervisionServiceService,
    rpc: 'getClockExplanation',
    toRequest: (params) => ({ clockId: params.id }),
    toAnswer: explanationAnswer,
  });
  api.query({
    url: '/board',
    operationId: 'getBoard',
    tag: 'supervision',
    summary: '三色预警墙',
    query: { unitId: id.optional() },
    response: board,
    client: SupervisionServiceService,
    rpc: 'getBoard',
    toRequest: (_params, query) => ({ unitId: query.unitId ?? '' }),
    toAnswer: boardAnswer,
  });
}

function overrideCommands(api: Api): void {
  api.command({
    method: 'POST',
    url: '/clocks/{id}:override',
    operationId: 'overrideColour',
    tag: 'supervision',
    summary: '手动调整颜色，第一人提出',
    body: override,
    client: SupervisionServiceService,
    rpc: 'overrideColour',
    toRequest: (params, body) => ({ clockId: params.id, ...body }),
  });
  api.command({
    method: 'POST',
    url: '/clocks/{id}:confirm',
    operationId: 'confirmOverride',
    tag: 'supervision',
    summary: '手动调整颜色，第二人确认',
    client: SupervisionServiceService,
    rpc: 'confirmOverride',
    toRequest: (params) => ({ clockId: params.id }),
  });
}

function explanationAnswer({ term, ...answer }: GetClockExplanationResponse): z.output<typeof explanation> {
  return term === undefined ? answer : { ...answer, term };
}

const NONE = { green: 0, yellow: 0, red: 0 };

function boardAnswer({ cases, clocks, units, ...answer }: GetBoardResponse): z.output<typeof board> {
  return {
    ...answer,
    cases: cases ?? NONE,
    clocks: clocks ?? NONE,
    units: units.map((unit) => ({ unitId: unit.unitId, clocks: unit.clocks ?? NONE })),
  };
}
