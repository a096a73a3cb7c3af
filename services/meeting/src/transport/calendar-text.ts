import ICAL from 'ical.js';
import type { Calendar } from '../app/get-calendar.ts';
import type { CalendarEntry } from '../domain/calendar-entry.ts';
import type { MeetingKind } from '../domain/meeting-kind.ts';

/** The library counts the octets of a folded line without the space it begins with; RFC 5545 §3.1 allows 75 with it. */
ICAL.foldLength = 74;

const ZONE = 'Asia/Shanghai';
const OFFSET_S = 8 * 60 * 60;
const REFRESH = 'PT1H';

const KIND_NAMES: Readonly<Record<MeetingKind, string>> = {
  'dual-confirmation': '双确认',
  'on-site': '现场会',
  'look-back': '回头看',
  'task-force': '专班会议',
  coordination: '协调会',
  'joint-study': '专题研究',
  talk: '约谈',
  'hand-over': '交办会',
};

/** A calendar as RFC 5545 has it. `site` is where case pages stand, without a slash at the end. */
export function calendarText({ entries, unitNames, at }: Calendar, site: string): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Huiyin//meetings//ZH');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', '回音会议');
  calendar.addPropertyWithValue('x-wr-timezone', ZONE);
  calendar
    .addPropertyWithValue('refresh-interval', ICAL.Duration.fromString(REFRESH))
    .setParameter('value', 'DURATION');
  calendar.addPropertyWithValue('x-published-ttl', REFRESH);
  calendar.addSubcomponent(shanghai());
  for (const entry of entries) {
    const unitName = unitNames.get(entry.unitId) ?? '';
    calendar.addSubcomponent(eventOf(entry, { unitName, site, at }));
  }
  return `${calendar.toString()}\r\n`;
}

function eventOf(
  entry: CalendarEntry,
  { unitName, site, at }: { readonly unitName: string; readonly site: string; readonly at: Date },
): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', entry.uid);
  event.addPropertyWithValue('sequence', entry.sequence);
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(at, true));
  event.addPropertyWithValue('dtstart', localTime(entry.startsAt)).setParameter('tzid', ZONE);
  event.addPropertyWithValue('summary', summaryOf(entry));
  event.addPropertyWithValue('location', entry.place);
  event.addPropertyWithValue('status', entry.status);
  const url = entry.suggestionId === '' || site === '' ? '' : `${site}/cases/${entry.suggestionId}`;
  const lines = [
    entry.caseTitle === '' ? '' : `${entry.caseNumber} ${entry.caseTitle}`.trim(),
    unitName === '' ? '' : `承办单位：${unitName}`,
    url,
  ].filter((line) => line !== '');
  if (lines.length > 0) event.addPropertyWithValue('description', lines.join('\n'));
  if (url !== '') event.addPropertyWithValue('url', url);
  return event;
}

function summaryOf({ kind, status, caseTitle }: CalendarEntry): string {
  const name = `${status === 'CANCELLED' ? '已取消 ' : ''}${KIND_NAMES[kind]}`;
  return caseTitle === '' ? name : `${name}：${caseTitle}`;
}

/** Wall-clock time in Shanghai. */
function localTime(instant: string): ICAL.Time {
  const local = new Date(Date.parse(instant) + OFFSET_S * 1000);
  return ICAL.Time.fromDateTimeString(local.toISOString().slice(0, 19));
}

/** UTC+8 without daylight saving since 1991-09-15. */
function shanghai(): ICAL.Component {
  const zone = new ICAL.Component('vtimezone');
  zone.addPropertyWithValue('tzid', ZONE);
  const standard = new ICAL.Component('standard');
  standard.addPropertyWithValue('dtstart', ICAL.Time.fromDateTimeString('1991-09-15T01:00:00'));
  standard.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromSeconds(OFFSET_S));
  standard.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromSeconds(OFFSET_S));
  standard.addPropertyWithValue('tzname', 'CST');
  zone.addSubcomponent(standard);
  return zone;
}
