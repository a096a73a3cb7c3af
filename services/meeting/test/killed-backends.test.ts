import { accepted } from '@huiyin/testkit/accepted';
import { systemActor } from '@huiyin/kernel/actor';
import { BackendKiller, KILLING_TIMEOUT_MS } from '@huiyin/testkit/backend-killer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  by,
  COMMITTEE,
  DESK,
  LIAISON,
  STORED_PHOTO,
  WANG,
  openMeeting,
  personSaved,
  type OpenMeeting,
} from './open-meeting.ts';
import { record, schedule, stories } from './stories.ts';

const killer = new BackendKiller();
let meeting: OpenMeeting;
const { handedOver, signedFor, confirmedByBoth, replied } = stories(() => meeting);

beforeAll(async () => {
  meeting = await openMeeting(killer);
});
afterAll(async () => {
  await killer.close();
  await meeting.close();
});

/** The deputy is invited, moved, cannot come, is invited again and does not answer. */
async function silence(): Promise<void> {
  const { use } = meeting;
  const handled = await signedFor(await handedOver());
  const invite = async (day: string): Promise<string> => {
    const ctx = by(LIAISON, '2026-03-05');
    return accepted(await use.scheduleMeeting(schedule(handled, 'dual-confirmation', day), ctx)).id;
  };
  const first = await invite('2026-03-10');
  const { startsAt, startsOn, place } = schedule(handled, 'dual-confirmation', '2026-03-12');
  accepted(await use.rescheduleMeeting({ meetingId: first, startsAt, startsOn, place }, by(LIAISON)));
  accepted(await use.declineMeeting({ meetingId: first, reason: '出差' }, by(WANG)));
  accepted(await use.cancelMeeting({ meetingId: first, reason: '另行约定' }, by(LIAISON)));
  await invite('2026-03-18');
  await invite('2026-03-20');
  const unanswered = { ...handled, reason: '两次邀请均无回音' };
  accepted(await use.recordNoResponse(unanswered, by(DESK, '2026-04-20')));
  accepted(await use.waiveOnSite({ ...handled, reason: '已现场办结' }, by(DESK, '2026-04-21')));
}

/** A calendar feed is made, read and ended. */
async function subscribed(): Promise<void> {
  const { use, hear } = meeting;
  await hear('directory', personSaved(LIAISON));
  const secretHash = 'a'.repeat(64);
  accepted(await use.renewCalendarFeed({ secretHash }, by(LIAISON)));
  await use.getCalendarFeed({}, by(LIAISON));
  const asGateway = by(systemActor('gateway'));
  expect(accepted(await use.readCalendarFeed({ secretHash, mine: false }, asGateway)).entries).not.toEqual(
    [],
  );
  await use.getCalendar({ mine: true }, by(LIAISON));
  accepted(await use.revokeCalendarFeed({}, by(LIAISON)));
}

it(
  'keeps all or nothing of every use case and reaction, wherever its backend is killed',
  async () => {
    const { use, hear } = meeting;
    const handled = await signedFor(await handedOver());
    const { suggestionId, assignmentId } = handled;
    const confirmed = await confirmedByBoth(handled);
    const onSite = schedule(handled, 'on-site', '2026-04-10');
    const { id } = accepted(await use.scheduleMeeting(onSite, by(LIAISON)));
    const { code } = accepted(await use.getCheckInCode({ meetingId: id }, by(LIAISON, '2026-04-10')));
    accepted(await use.checkIn({ meetingId: id, code }, by(WANG, '2026-04-10')));
    const present = { meetingId: id, personId: 'liaison', reason: '手机没电' };
    accepted(await use.noteAttendance(present, by(LIAISON, '2026-04-10')));
    const filed = { suggestionId, assignmentId };
    await hear('assignment', { stream: suggestionId, type: 'plan-filed', payload: filed });
    const photographed = { ...record(id, '2026-04-10'), photos: [STORED_PHOTO] };
    accepted(await use.recordMeeting(photographed, by(LIAISON, '2026-04-10')));

    await replied(handled);
    const visit = schedule(handled, 'look-back', '2026-06-10');
    const lookBack = accepted(await use.scheduleMeeting(visit, by(COMMITTEE, '2026-06-01'))).id;
    accepted(await use.recordMeeting(record(lookBack, '2026-06-10'), by(COMMITTEE, '2026-06-10')));
    const verdict = { meetingId: lookBack, verdict: 'unmet', gaps: ['护栏未装'] } as const;
    accepted(await use.judgeLookBack(verdict, by(WANG, '2026-06-10')));

    await silence();
    await subscribed();
    const all = { mine: false, kind: '', status: '', fromDay: '', toDay: '', limit: 50, cursor: '' };
    accepted(await use.listMeetings(all, by(DESK)));
    accepted(await use.getMeeting({ meetingId: confirmed }, by(DESK)));
    accepted(await use.getCaseMeetings(handled, by(DESK)));
    expect(killer.spared).toEqual([]);
    expect(await killer.forgottenTransactions()).toBe(0);
  },
  KILLING_TIMEOUT_MS,
);
