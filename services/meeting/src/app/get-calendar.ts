import type { QueryContext } from '@huiyin/kernel/command-context';
import { addDays, localDateOf } from '@huiyin/kernel/local-date';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { calendarEntry, type CalendarEntry } from '../domain/calendar-entry.ts';
import { onlyForServices } from '../domain/rejections.ts';
import { mayReadMeeting } from '../domain/rights.ts';
import { feedOwner } from './calendar-feed.ts';
import { readerOf } from './list-meetings.ts';
import type { MeetingPorts } from './ports.ts';

/** Held and cancelled meetings stay in the calendar this long, in days. */
const KEPT_DAYS = 90;
const PAGE = 200;
/** A tenant has a few thousand meetings a year; the soonest come first. */
const MAX_ENTRIES = 5_000;

export interface Calendar {
  readonly entries: readonly CalendarEntry[];
  /** By id, of the units that entries name. */
  readonly unitNames: ReadonlyMap<string, string>;
  /** When it was made, in business time. */
  readonly at: Date;
}

/** The meetings that `listMeetings` shows the caller, from 90 days ago on. */
export function getCalendar(ports: MeetingPorts) {
  return ({ mine }: { mine: boolean }, ctx: QueryContext): Promise<Calendar> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const filter = {
        ...{ kind: '', status: '', fromDay: addDays(localDateOf(ctx.at), -KEPT_DAYS), toDay: '' },
        ...{ participantId: mine ? ctx.actor.personId : '', reader: readerOf(ctx), limit: PAGE },
      };
      const entries: CalendarEntry[] = [];
      for (let cursor = ''; ;) {
        const { found, nextCursor } = await ports.meetings.list(tx, ctx.tenant, { ...filter, cursor });
        for (const { file, meeting } of found)
          if (mayReadMeeting(ctx, file, meeting)) entries.push(calendarEntry(meeting, file));
        if (nextCursor === '' || entries.length >= MAX_ENTRIES) break;
        cursor = nextCursor;
      }
      const unitNames = new Map<string, string>();
      for (const unitId of new Set(entries.map((entry) => entry.unitId)))
        if (unitId !== '') unitNames.set(unitId, (await ports.reference.unit(tx, unitId))?.name ?? '');
      return { entries, unitNames, at: ctx.at };
    });
}

/** The same for the owner of a feed, who is not logged in. */
export function readCalendarFeed(ports: MeetingPorts) {
  const owner = feedOwner(ports);
  const calendar = getCalendar(ports);
  return async (
    { secretHash, mine }: { secretHash: string; mine: boolean },
    ctx: QueryContext,
  ): Promise<Calendar | Rejection> => {
    if (ctx.actor.personId !== 'system') return onlyForServices();
    const actor = await owner(secretHash, ctx.tenant);
    return isRejection(actor) ? actor : calendar({ mine }, { ...ctx, actor });
  };
}
