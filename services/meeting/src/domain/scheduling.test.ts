import { describe, it } from 'vitest';
import {
  at,
  coMade,
  day,
  dualConfirmed,
  given,
  invited,
  held,
  LIAISON,
  lookBackDue,
  lookBackWaived,
  made,
  replied,
  returned,
  RULES,
  SHARE,
  signed,
  WANG,
} from '../../test/given.ts';
import { cancelMeeting, declineMeeting, rescheduleMeeting } from './change-invitation.ts';
import type { MeetingEvent } from './events.ts';
import { scheduleMeeting, type ScheduleMeeting } from './schedule-meeting.ts';

const meeting = (more: Partial<ScheduleMeeting>): ScheduleMeeting => ({
  ...{ meetingId: 'm-1', kind: 'dual-confirmation', assignmentId: SHARE, ...at('03-10') },
  ...{ place: '区交通局三楼会议室', participantIds: [LIAISON], today: day('03-05'), rules: RULES },
  convenerId: LIAISON,
  ...more,
});

describe('inviting', () => {
  it('calls the lead deputy to a dual confirmation, named or not', () =>
    given(made, signed)
      .when(scheduleMeeting, meeting({}))
      .yields({
        ...{ type: 'meeting-scheduled', participantIds: [LIAISON, WANG], invitedOn: day('03-05') },
        convenerId: LIAISON,
      }));

  it('waits for the signature: sign → 双确认', () =>
    given(made).when(scheduleMeeting, meeting({})).refused('fact-not-yet-known'));

  it('waits for a share not heard of yet', () =>
    given().when(scheduleMeeting, meeting({})).refused('fact-not-yet-known'));

  it('holds no second dual confirmation', () =>
    given(made, signed, dualConfirmed).when(scheduleMeeting, meeting({})).refused('dual-confirmation-done'));

  it('leaves co-handlers out', () =>
    given(made, coMade)
      .when(scheduleMeeting, meeting({ assignmentId: 'share-co' }))
      .refused('share-does-not-reply'));

  it('asks for share, place and a coming day, and at most 100 people', () => {
    given(made, signed)
      .when(scheduleMeeting, meeting({ assignmentId: '' }))
      .refused('share-missing');
    given(made, signed)
      .when(scheduleMeeting, meeting({ place: ' ' }))
      .refused('place-missing');
    given(made, signed)
      .when(scheduleMeeting, meeting(at('03-04')))
      .refused('starts-in-past');
    const crowd = Array.from({ length: 101 }, (_, index) => `person-${index}`);
    given(made, signed)
      .when(scheduleMeeting, meeting({ participantIds: crowd }))
      .refused('too-many-participants');
  });

  it('ends with the share and with the case', () => {
    given(made, signed, returned).when(scheduleMeeting, meeting({})).refused('share-left');
    given(made, signed, { type: 'case-ended' })
      .when(scheduleMeeting, meeting({ kind: 'talk' }))
      .refused('case-not-open');
    given(made, signed, { type: 'suggestion-closed' })
      .when(scheduleMeeting, meeting({}))
      .refused('case-not-open');
  });

  it('still calls a talk after closing', () =>
    given(made, { type: 'suggestion-closed' })
      .when(scheduleMeeting, meeting({ kind: 'talk', assignmentId: '' }))
      .yields({ type: 'meeting-scheduled', participantIds: [LIAISON] }));

  it('calls an on-site meeting for all shares at once', () =>
    given(made, coMade)
      .when(scheduleMeeting, meeting({ kind: 'on-site', assignmentId: '' }))
      .yields({ type: 'meeting-scheduled', assignmentId: '' }));
});

describe('inviting to a look-back', () => {
  const lookBack = meeting({ kind: 'look-back', ...at('06-10'), today: day('06-01') });

  it('names the reply that was drawn', () =>
    given(made, replied, lookBackDue)
      .when(scheduleMeeting, lookBack)
      .yields({ type: 'meeting-scheduled', replyId: 'reply-1', round: 1 }));

  it('needs a reply that was drawn', () => {
    given(made).when(scheduleMeeting, lookBack).refused('fact-not-yet-known');
    given(made, replied, lookBackWaived).when(scheduleMeeting, lookBack).refused('look-back-not-required');
  });

  it('keeps to the window of the profile', () => {
    const look_back = { ...RULES.pack.params.look_back, window_days: [30, 60] as [number, number] };
    const rules = { ...RULES, pack: { ...RULES.pack, params: { ...RULES.pack.params, look_back } } };
    given(made, replied, lookBackDue)
      .when(scheduleMeeting, { ...lookBack, rules })
      .refused('look-back-too-early');
  });
});

describe('an invitation', () => {
  const asked = [made, signed, invited('m-1', 'dual-confirmation', '03-05', '03-10')] as const;
  const wang = { meetingId: 'm-1', personId: WANG };

  it('can be moved, which invites anew', () => {
    const move = {
      meetingId: 'm-1',
      ...at('03-12'),
      place: '学校门口',
      today: day('03-06'),
      convenerId: 'desk',
    };
    given(...asked)
      .when(rescheduleMeeting, move)
      .yields({
        ...{ type: 'meeting-rescheduled', invitedOn: day('03-06') },
        ...{ participantIds: [WANG, LIAISON], convenerId: 'desk' },
      });
    given(...asked)
      .when(rescheduleMeeting, { ...move, place: '' })
      .refused('place-missing');
    given(...asked)
      .when(rescheduleMeeting, { ...move, ...at('03-05') })
      .refused('starts-in-past');
    given(...asked)
      .when(rescheduleMeeting, { ...move, meetingId: 'm-9' })
      .refused('meeting-unknown');
    given(...asked, held('m-1', 'dual-confirmation', '03-10'))
      .when(rescheduleMeeting, move)
      .refused('meeting-not-scheduled');
  });

  it('can be taken back with reason, but not what was held', () => {
    const cancel = { meetingId: 'm-1', reason: '会场不可用' };
    given(...asked)
      .when(cancelMeeting, cancel)
      .yields({ type: 'meeting-cancelled', reason: '会场不可用', participantIds: [WANG, LIAISON] });
    given(...asked)
      .when(cancelMeeting, { ...cancel, reason: '' })
      .refused('reason-missing');
    given(...asked)
      .when(cancelMeeting, { ...cancel, meetingId: 'm-9' })
      .refused('meeting-unknown');
    given(...asked, held('m-1', 'dual-confirmation', '03-10'))
      .when(cancelMeeting, cancel)
      .refused('meeting-ended');
  });

  it('can be declined once by whom it went to, with reason', () => {
    const decline = { ...wang, reason: '在外出差', today: day('03-06') };
    given(...asked)
      .when(declineMeeting, decline)
      .yields({ type: 'meeting-declined', personId: WANG, convenerId: LIAISON });
    given(...asked)
      .when(declineMeeting, { ...decline, reason: '' })
      .refused('reason-missing');
    given(...asked)
      .when(declineMeeting, { ...decline, personId: 'stranger' })
      .refused('not-invited');
    const declined = {
      type: 'meeting-declined',
      ...wang,
      declinedOn: day('03-06'),
      reason: '在外出差',
      convenerId: LIAISON,
    } as const;
    given(...asked, declined)
      .when(declineMeeting, decline)
      .refused('already-declined');
  });

  it('is declined to whoever sent the last one', () => {
    const moved: MeetingEvent = {
      ...{ type: 'meeting-rescheduled', meetingId: 'm-1', kind: 'dual-confirmation', assignmentId: SHARE },
      ...{ ...at('03-12'), place: '学校门口', invitedOn: day('03-06') },
      ...{ participantIds: [WANG, LIAISON], convenerId: 'desk' },
    };
    given(...asked, moved)
      .when(declineMeeting, { ...wang, reason: '在外出差', today: day('03-07') })
      .yields({ type: 'meeting-declined', convenerId: 'desk' });
  });
});
