import type {
  CalendarEffect,
  PreviewCalendarRequest,
  PreviewCalendarResponse,
} from '@huiyin/contracts/gen/supervision/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import type { CalendarPreview, WantedCalendar } from '../app/preview-calendar.ts';
import { clockKind } from '../domain/clock-kind.ts';
import type { SupervisionRejection } from '../domain/rejections.ts';
import { dayFrom } from './proto-mapping.ts';

export function wantedCalendarFrom(request: PreviewCalendarRequest): WantedCalendar | SupervisionRejection {
  const knownUntil = dayFrom(request.knownUntil, 'known_until');
  if (isRejection(knownUntil)) return knownUntil;
  const days: WantedCalendar['days'][number][] = [];
  for (const { date: named, off, name } of request.days) {
    const date = dayFrom(named, 'days');
    if (isRejection(date)) return date;
    days.push({ date, off, name });
  }
  return { knownUntil, days, cursor: request.cursor };
}

export function calendarPreviewTo({ effects, ...page }: CalendarPreview): PreviewCalendarResponse {
  return { ...page, effects: effects.map(effectTo) };
}

function effectTo({ before, after, caseId, number }: CalendarPreview['effects'][number]): CalendarEffect {
  const { kind } = after.clock.key;
  return {
    ...{ clockId: after.id, suggestionId: caseId, number, kind, kindName: clockKind(kind).name },
    unitId: after.unitId,
    fromDate: before.due?.date ?? '',
    toDate: after.due?.date ?? '',
    fromProvisional: before.due?.provisional ?? false,
    toProvisional: after.due?.provisional ?? false,
    fromColour: before.standing.colour,
    toColour: after.standing.colour,
  };
}
