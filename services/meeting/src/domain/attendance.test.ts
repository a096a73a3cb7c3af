import { describe, expect, it } from 'vitest';
import { day, given, held, invited, LIAISON, made, signed, WANG } from '../../test/given.ts';
import { checkIn, noteAttendance, type CheckInToMeeting, type NoteAttendance } from './attendance.ts';
import { checkInCodeAt } from './check-in-code.ts';
import type { MeetingEvent } from './events.ts';

const KEY = '5f0c9a58-6a53-4c8e-9c86-0d2f6c4f3b11';
const asked = [made, signed, invited('m-1', 'dual-confirmation', '03-05', '03-10')];
const AT = new Date('2026-03-10T01:00:20Z');
const later = (seconds: number): Date => new Date(AT.getTime() + seconds * 1000);
const { code, nextAt } = checkInCodeAt(KEY, AT);

const arrive = (more: Partial<CheckInToMeeting> = {}): CheckInToMeeting => ({
  ...{ meetingId: 'm-1', personId: WANG, code, key: KEY, at: AT, today: day('03-10') },
  ...more,
});
const note = (more: Partial<NoteAttendance> = {}): NoteAttendance => ({
  ...{ meetingId: 'm-1', personId: WANG, reason: '手机没电', notedBy: LIAISON, at: AT, today: day('03-10') },
  ...more,
});
const here: MeetingEvent = {
  ...{ type: 'meeting-checked-in', meetingId: 'm-1', personId: WANG, checkedInAt: AT.toISOString() },
  ...{ checkedInOn: day('03-10'), notedBy: '', reason: '' },
};

describe('checking in', () => {
  it('takes the code shown now and the one before it, typed in whatever groups', () => {
    expect(code).toMatch(/^\d{8}$/);
    expect(nextAt).toEqual(new Date('2026-03-10T01:01:00Z'));
    for (const arrival of [arrive(), arrive({ at: later(60), code: `${code.slice(0, 4)} ${code.slice(4)}` })])
      given(...asked)
        .when(checkIn, arrival)
        .yields({ type: 'meeting-checked-in', personId: WANG, notedBy: '' });
  });

  it('refuses a code that was replaced, one that never was, and that of another meeting', () => {
    given(...asked)
      .when(checkIn, arrive({ at: later(120) }))
      .refused('check-in-code-expired');
    given(...asked)
      .when(checkIn, arrive({ code: code === '00000000' ? '00000001' : '00000000' }))
      .refused('check-in-code-wrong');
    given(...asked)
      .when(checkIn, arrive({ code: checkInCodeAt('another key', AT).code }))
      .refused('check-in-code-wrong');
  });

  it('is for those invited, once, on the day of the meeting only', () => {
    given(...asked)
      .when(checkIn, arrive({ today: day('03-09') }))
      .refused('check-in-too-early');
    given(...asked)
      .when(checkIn, arrive({ today: day('03-11') }))
      .refused('check-in-over');
    given(...asked)
      .when(checkIn, arrive({ personId: 'stranger' }))
      .refused('not-invited');
    given(...asked, here)
      .when(checkIn, arrive())
      .refused('already-checked-in');
    given(...asked, held('m-1', 'dual-confirmation', '03-10'))
      .when(checkIn, arrive())
      .refused('meeting-not-scheduled');
  });
});

describe('noting who came', () => {
  it('keeps who noted it and why, also after the day', () => {
    for (const today of [day('03-10'), day('03-12')])
      given(...asked)
        .when(noteAttendance, note({ today }))
        .yields({ type: 'meeting-checked-in', personId: WANG, notedBy: LIAISON, reason: '手机没电' });
  });

  it('needs a reason, an invitation, and that the day has come', () => {
    given(...asked)
      .when(noteAttendance, note({ reason: ' ' }))
      .refused('reason-missing');
    given(...asked)
      .when(noteAttendance, note({ personId: 'stranger' }))
      .refused('not-invited');
    given(...asked)
      .when(noteAttendance, note({ today: day('03-09') }))
      .refused('check-in-too-early');
    given(...asked, here)
      .when(noteAttendance, note())
      .refused('already-checked-in');
  });
});
