import { SupervisionServiceService } from '@huiyin/contracts/gen/supervision/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { rejectionProblem } from '../http/rejection-problem.ts';
import { registerRoute } from '../http/route.ts';
import { day, id } from '../http/schemas.ts';
import { calendarDay, MAX_CALENDAR_DAYS } from './directory-rules.ts';

const effect = z
  .object({
    clockId: z.string(),
    suggestionId: z.string(),
    number: z.string(),
    kind: z.string(),
    kindName: z.string(),
    unitId: z.string().describe('不由单位负责的为空'),
    fromDate: z.string(),
    toDate: z.string(),
    fromProvisional: z.boolean(),
    toProvisional: z.boolean(),
    fromColour: z.string(),
    toColour: z.string(),
  })
  .meta({ id: 'CalendarEffect' });

const preview = z
  .object({
    effects: z.array(effect).describe('日期、暂定与否或颜色会变的时限'),
    cases: z.int().describe('本次算过的件数'),
    total: z.int().describe('有在办时限的件数'),
    nextCursor: z.string().optional().describe('还有件没有算时给出'),
  })
  .meta({ id: 'CalendarPreview' });

const wanted = z
  .strictObject({
    knownUntil: day,
    days: z.array(calendarDay).max(MAX_CALENDAR_DAYS),
    cursor: id.optional(),
  })
  .meta({ id: 'PreviewCalendar' });

/** What another calendar would change, and how far the last one has come. */
export function calendarPreviewRoutes(api: Api): void {
  previewRoute(api);
  api.query({
    tag: 'supervision',
    client: SupervisionServiceService,
    url: '/calendars:progress',
    operationId: 'getCalendarProgress',
    summary: '最新日历已重算到多少件',
    response: z
      .object({
        version: z.int(),
        cases: z.int().describe('有在办时限的件数'),
        behind: z.int().describe('其中尚未按最新日历重算的件数'),
      })
      .meta({ id: 'CalendarProgress' }),
    rpc: 'getCalendarProgress',
    toRequest: () => ({}),
    toAnswer: ({ version, cases, behind }) => ({ version, cases, behind }),
  });
}

function previewRoute({ app, peers }: Api): void {
  registerRoute(app, {
    method: 'POST',
    url: '/calendars:preview',
    operationId: 'previewCalendar',
    tag: 'supervision',
    summary: '预览换用日历后哪些时限移动、哪些颜色改变',
    description: '什么都不改变。每次算一批件，带 nextCursor 再问，直到不再给出。',
    body: wanted,
    status: 200,
    response: preview,
    handle: async ({ session, body: { cursor = '', ...calendar } }) => {
      const asked = { ...calendar, cursor };
      const answer = await peers.call(SupervisionServiceService, 'previewCalendar', asked, { as: session });
      if (isRejection(answer)) throw rejectionProblem(answer);
      const { effects, cases, total, nextCursor } = answer;
      return { effects, cases, total, ...(nextCursor !== '' && { nextCursor }) };
    },
  });
}
