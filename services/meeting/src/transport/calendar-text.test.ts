import { sync, type VEvent } from 'node-ical';
import { describe, expect, it } from 'vitest';
import { at, day, fileOf, invited, LIAISON, made, signed, WANG } from '../../test/given.ts';
import { calendarEntry } from '../domain/calendar-entry.ts';
import type { MeetingEvent } from '../domain/events.ts';
import { calendarText } from './calendar-text.ts';

const NOW = new Date('2026-03-05T08:00:00Z');
const SITE = 'https://huiyin.example';
const TITLE =
  '关于在文澜路小学门前增设行人过街信号灯、完善慢行系统,并同步整治周边停车秩序;兼顾“校门口50米”\\护学岗的建议';
const scheduled = invited('m-1', 'on-site', '03-05', '03-10');
const moved: MeetingEvent = {
  ...{ type: 'meeting-rescheduled', meetingId: 'm-1', kind: 'on-site', assignmentId: made.assignmentId },
  ...{ ...at('03-12'), place: '文澜路小学,东门', invitedOn: day('03-06') },
  ...{ participantIds: [WANG, LIAISON], convenerId: LIAISON },
};
const cancelled: MeetingEvent = {
  type: 'meeting-cancelled',
  meetingId: 'm-1',
  kind: 'on-site',
  participantIds: [WANG, LIAISON],
  reason: '改期',
};

function textOf(...events: readonly MeetingEvent[]): string {
  const file = fileOf({ ...made, title: TITLE }, signed, ...events);
  const entries = file.meetings.map((meeting) => calendarEntry(meeting, file));
  return calendarText({ entries, unitNames: new Map([[made.unitId, '区交通局']]), at: NOW }, SITE);
}

/** The only event, as a parser reads it that had no part in writing it. */
function readBack(text: string): VEvent {
  const found = Object.values(sync.parseICS(text)).filter((part) => part?.type === 'VEVENT');
  expect(found).toHaveLength(1);
  return found[0] as VEvent;
}

describe('the calendar as another program reads it', () => {
  it('keeps a long Chinese title with commas, semicolons and backslashes through folding', () => {
    const text = textOf(scheduled);
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    expect(text).not.toContain('\uFFFD');
    const event = readBack(text);
    expect(event.summary).toBe(`现场会：${TITLE}`);
    expect(event.location).toBe('区交通局三楼会议室');
    expect(event.description).toBe(`第12号 ${TITLE}\n承办单位：区交通局\n${SITE}/cases/case-1`);
  });

  it('begins at the hour of Shanghai wherever it is read', () => {
    const text = textOf(scheduled);
    expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20260310T090000');
    expect(text).toContain('TZOFFSETTO:+0800');
    expect(readBack(text).start.getTime()).toBe(Date.parse('2026-03-10T01:00:00Z'));
  });

  it('moves and cancels the same event by a higher sequence', () => {
    const [first, second, third] = [[], [moved], [moved, cancelled]].map((more) =>
      readBack(textOf(scheduled, ...more)),
    );
    expect(new Set([first?.uid, second?.uid, third?.uid])).toEqual(new Set(['m-1@huiyin']));
    // The parser's types leave the number out.
    const sequences = [first, second, third].map((event) =>
      Number((event as { sequence?: unknown }).sequence),
    );
    expect(sequences).toEqual([0, 1, 2]);
    expect(second?.start.getTime()).toBe(Date.parse('2026-03-12T01:00:00Z'));
    expect(second?.location).toBe('文澜路小学,东门');
    expect([first?.status, third?.status]).toEqual(['CONFIRMED', 'CANCELLED']);
  });

  it('is a calendar without events for who has no meetings', () => {
    const text = textOf();
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(Object.values(sync.parseICS(text)).filter((part) => part?.type === 'VEVENT')).toEqual([]);
  });
});
