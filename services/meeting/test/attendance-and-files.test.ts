import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  by,
  DESK,
  LIAISON,
  OTHER_LIAISON,
  STORED_PHOTO,
  WANG,
  openMeeting,
  type OpenMeeting,
} from './open-meeting.ts';
import { record, schedule, stories, type Handled } from './stories.ts';

const DAY = '2026-04-10';
let meeting: OpenMeeting;
const { handedOver, signedFor, confirmedByBoth } = stories(() => meeting);

beforeAll(async () => {
  meeting = await openMeeting();
});
afterAll(() => meeting.close());

/** A case at its on-site meeting of DAY. */
async function onSite(): Promise<Handled & { readonly meetingId: string }> {
  const handled = await signedFor(await handedOver());
  await confirmedByBoth(handled);
  const payload = { ...handled };
  await meeting.hear('assignment', { stream: handled.suggestionId, type: 'plan-filed', payload });
  const { id } = accepted(await meeting.use.scheduleMeeting(schedule(handled, 'on-site', DAY), by(LIAISON)));
  return { ...handled, meetingId: id };
}

describe('签到码', () => {
  it('is shown to the convener on the day, and to nobody else', async () => {
    const { meetingId } = await onSite();
    expect(codeOf(await meeting.use.getCheckInCode({ meetingId }, by(LIAISON, '2026-04-09')))).toBe(
      'check-in-too-early',
    );
    expect(codeOf(await meeting.use.getCheckInCode({ meetingId }, by(WANG, DAY)))).toBe('not-permitted');
    expect(codeOf(await meeting.use.getCheckInCode({ meetingId }, by(OTHER_LIAISON, DAY)))).toBe(
      'case-unknown',
    );
    const { code } = accepted(await meeting.use.getCheckInCode({ meetingId }, by(DESK, DAY)));
    expect(accepted(await meeting.use.getCheckInCode({ meetingId }, by(LIAISON, DAY))).code).toBe(code);
    const other = await onSite();
    const wrong = { meetingId: other.meetingId, code };
    expect(codeOf(await meeting.use.checkIn(wrong, by(WANG, DAY)))).toBe('check-in-code-wrong');
    accepted(await meeting.use.checkIn({ meetingId, code }, by(WANG, DAY)));
  });

  it('can be done without: the convener notes who came, with the reason in the event', async () => {
    const { meetingId, suggestionId } = await onSite();
    const note = { meetingId, personId: 'wang', reason: '未带手机' };
    expect(codeOf(await meeting.use.noteAttendance(note, by(WANG, DAY)))).toBe('not-permitted');
    accepted(await meeting.use.noteAttendance(note, by(LIAISON, DAY)));
    expect((await meeting.events(suggestionId)).at(-1)).toMatchObject({
      ...{ type: 'meeting-checked-in', reason: '未带手机' },
      payload: { personId: 'wang', notedBy: 'liaison' },
    });
  });
});

describe('files of a record', () => {
  it('are those archive knows of the unit, by archive’s name; a correction by the desk keeps them', async () => {
    const { meetingId, suggestionId } = await onSite();
    const recorded = { ...record(meetingId, DAY), photos: [STORED_PHOTO] };
    const unknown = { ...recorded, minutesFiles: [{ attachmentId: 'elsewhere', sha256: 'a'.repeat(64) }] };
    expect(codeOf(await meeting.use.recordMeeting(unknown, by(LIAISON, DAY)))).toBe('attachment-unknown');
    const changed = { ...recorded, photos: [{ ...STORED_PHOTO, sha256: 'a'.repeat(64) }] };
    expect(codeOf(await meeting.use.recordMeeting(changed, by(LIAISON, DAY)))).toBe(
      'attachment-hash-differs',
    );
    expect(codeOf(await meeting.use.recordMeeting(recorded, by(DESK, DAY)))).toBe('attachment-unknown');
    accepted(await meeting.use.recordMeeting(recorded, by(LIAISON, DAY)));
    const photos = [{ ...STORED_PHOTO, name: '校门口.jpg' }];
    expect((await meeting.events(suggestionId)).at(-1)?.payload).toMatchObject({ photos });
    accepted(await meeting.use.recordMeeting({ ...recorded, findings: '更正' }, by(DESK, DAY)));
    expect(accepted(await meeting.use.getMeeting({ meetingId }, by(WANG))).meeting).toMatchObject({
      record: { version: 2, files: { photos, minutesFiles: [] } },
    });
  });
});
