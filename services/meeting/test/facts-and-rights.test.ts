import { accepted, codeOf } from '@huiyin/testkit/accepted';
import type { ScheduleMeetingRequest } from '../src/app/schedule-meeting.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record, schedule, stories } from './stories.ts';
import {
  by,
  CO_LIAISON,
  DESK,
  LI,
  LIAISON,
  OTHER_LIAISON,
  STRANGER,
  WANG,
  openMeeting,
  type OpenMeeting,
} from './open-meeting.ts';

let meeting: OpenMeeting;
const { handedOver, signedFor } = stories(() => meeting);

beforeAll(async () => {
  meeting = await openMeeting();
});
afterAll(() => meeting.close());

describe('facts and rights', () => {
  it('takes an invitation back when its share is returned', async () => {
    const handled = await signedFor(await handedOver());
    const { suggestionId, assignmentId } = handled;
    const { id } = accepted(
      await meeting.use.scheduleMeeting(schedule(handled, 'dual-confirmation'), by(LIAISON)),
    );
    const payload = { suggestionId, assignmentId, unitId: 'unit-transport' };
    await meeting.hear('assignment', {
      stream: suggestionId,
      type: 'assignment-returned',
      payload,
      on: '2026-03-06',
    });
    expect(accepted(await meeting.use.getMeeting({ meetingId: id }, by(DESK))).meeting.status).toBe(
      'cancelled',
    );
  });

  it('answers the same key with the same meeting, and a new body with a refusal', async () => {
    const handled = await signedFor(await handedOver());
    const ctx = by(LIAISON);
    const request = schedule(handled, 'dual-confirmation');
    const answers = await Promise.all([1, 2, 3, 4].map(() => meeting.use.scheduleMeeting(request, ctx)));
    expect(new Set(answers.map((answer) => accepted(answer).id)).size).toBe(1);
    expect(await meeting.types(handled.suggestionId)).toEqual(['meeting-scheduled']);
    expect(codeOf(await meeting.use.scheduleMeeting(request, { ...ctx, requestHash: 'b' }))).toBe(
      'idempotency-key-reused',
    );
  });

  it('refuses a command on an old version', async () => {
    const handled = await signedFor(await handedOver());
    const stale = by(LIAISON, '2026-03-05', { expectedVersion: 9 });
    expect(codeOf(await meeting.use.scheduleMeeting(schedule(handled, 'dual-confirmation'), stale))).toBe(
      'version-stale',
    );
  });

  it('shows meetings to those who may know of them, and nothing to another district', async () => {
    const handled = await signedFor(await handedOver());
    const { id } = accepted(
      await meeting.use.scheduleMeeting(schedule(handled, 'dual-confirmation'), by(LIAISON)),
    );
    for (const actor of [WANG, LI, DESK, LIAISON]) {
      expect(codeOf(await meeting.use.getMeeting({ meetingId: id }, by(actor)))).toBe('accepted');
    }
    // A co-handler reads its own part (domain.md §3.2): the lead's talk with the deputy is none of it.
    expect(codeOf(await meeting.use.getMeeting({ meetingId: id }, by(CO_LIAISON)))).toBe('meeting-unknown');
    expect(await meeting.use.getCaseMeetings(handled, by(CO_LIAISON))).toMatchObject({ meetings: [] });
    for (const asked of [by(STRANGER), by(OTHER_LIAISON), by(DESK, '2026-03-05', { tenant: 'xiling' })]) {
      expect(codeOf(await meeting.use.getMeeting({ meetingId: id }, asked))).toBe('meeting-unknown');
      expect(codeOf(await meeting.use.getCaseMeetings(handled, asked))).toBe('case-unknown');
      expect(codeOf(await meeting.use.cancelMeeting({ meetingId: id, reason: '理由' }, asked))).not.toBe(
        'accepted',
      );
    }
  });

  it('lists by time in pages, each reader his own', async () => {
    const handled = await signedFor(await handedOver());
    const days = ['2027-01-05', '2027-01-06', '2027-01-07'];
    for (const day of days) {
      accepted(await meeting.use.scheduleMeeting(schedule(handled, 'on-site', day), by(LIAISON)));
    }
    const filter = {
      kind: 'on-site',
      status: 'scheduled',
      fromDay: '2027-01-05',
      toDay: '2027-01-07',
      mine: false,
    };
    const first = await meeting.use.listMeetings({ ...filter, limit: 2, cursor: '' }, by(LI));
    expect(first.meetings.map(({ meeting: listed }) => listed.startsOn)).toEqual(days.slice(0, 2));
    const second = await meeting.use.listMeetings({ ...filter, limit: 2, cursor: first.nextCursor }, by(LI));
    expect(second.meetings.map(({ meeting: listed }) => listed.startsOn)).toEqual(days.slice(2));
    expect(second.nextCursor).toBe('');
    const everybody = { ...filter, limit: 10, cursor: '' };
    expect((await meeting.use.listMeetings(everybody, by(STRANGER))).meetings).toEqual([]);
    expect((await meeting.use.listMeetings({ ...everybody, mine: true }, by(LI))).meetings).toEqual([]);
    expect((await meeting.use.listMeetings({ ...everybody, mine: true }, by(WANG))).meetings).toHaveLength(3);
  });

  it('holds a hand-over meeting that belongs to no case', async () => {
    const handOver: ScheduleMeetingRequest = {
      ...{
        suggestionId: '',
        assignmentId: '',
        kind: 'hand-over',
        place: '区会议中心',
        participantIds: ['liaison'],
      },
      ...{ startsAt: '2026-03-10T01:00:00.000Z', startsOn: '2026-03-10' as never },
    };
    expect(codeOf(await meeting.use.scheduleMeeting(handOver, by(LIAISON)))).not.toBe('accepted');
    const { id } = accepted(await meeting.use.scheduleMeeting(handOver, by(DESK)));
    accepted(await meeting.use.recordMeeting(record(id), by(DESK, '2026-03-10')));
    expect(await meeting.types(id)).toEqual(['meeting-scheduled', 'meeting-held']);
    expect(codeOf(await meeting.use.getMeeting({ meetingId: id }, by(LIAISON)))).toBe('accepted');
  });
});
