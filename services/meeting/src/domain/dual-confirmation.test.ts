import { describe, expect, it } from 'vitest';
import {
  CALENDAR,
  coMade,
  confirmed,
  day,
  dualConfirmed,
  fileOf,
  given,
  held,
  invited,
  LI,
  LIAISON,
  made,
  returned,
  RULES,
  SHARE,
  signed,
  WANG,
} from '../../test/given.ts';
import type { MeetingEvent } from './events.ts';
import { leadDeputyOf, owedOf } from './case-file.ts';
import type { Fact } from './facts.ts';
import { confirmMeeting, noResponseFrom, recordNoResponse } from './dual-confirmation.ts';

const asked = [made, signed, invited('m-1', 'dual-confirmation', '03-05', '03-10')] as const;
const met = [...asked, held('m-1', 'dual-confirmation', '03-10')] as const;

const ledByLi = (on: string): Fact => ({
  ...{ type: 'lead-passed', fromDeputyId: WANG, leadDeputyId: LI, on: day(on) },
});

describe('双确认', () => {
  const byDeputy = {
    meetingId: 'm-1',
    side: 'deputy',
    personId: WANG,
    recordVersion: 1,
    today: day('03-11'),
  } as const;
  const byUnit = { ...byDeputy, side: 'unit', personId: LIAISON } as const;

  it('is complete with the second side, in either order, and stops its clock', () => {
    given(...met)
      .when(confirmMeeting, byDeputy)
      .yields({ type: 'meeting-confirmed', side: 'deputy' });
    const clock = {
      op: 'meet',
      kind: 'dual_confirmation',
      subject: SHARE,
      round: 1,
      startDate: day('03-11'),
    };
    const completed = { type: 'dual-confirmation-completed', manner: 'both', clocks: [clock] } as never;
    given(...met, confirmed('deputy', '03-10'))
      .when(confirmMeeting, byUnit)
      .yields({ type: 'meeting-confirmed', side: 'unit' }, completed);
    given(...met, confirmed('unit', '03-10'))
      .when(confirmMeeting, byDeputy)
      .yields({ type: 'meeting-confirmed', side: 'deputy' }, completed);
  });

  it('takes other invitations to the same end back', () =>
    given(...met, invited('m-2', 'dual-confirmation', '03-11', '03-20'), confirmed('deputy', '03-10'))
      .when(confirmMeeting, byUnit)
      .yields(
        { type: 'meeting-confirmed' },
        { type: 'dual-confirmation-completed' },
        { type: 'meeting-cancelled', meetingId: 'm-2' },
      ));

  it('is given once a side, over the words that side read', () => {
    given(...met, confirmed('deputy', '03-10'))
      .when(confirmMeeting, byDeputy)
      .refused('already-confirmed');
    given(...met, held('m-1', 'dual-confirmation', '03-10', { recordVersion: 2 }))
      .when(confirmMeeting, byDeputy)
      .refused('record-changed');
  });

  it('needs a record of a dual confirmation whose gate is open', () => {
    given(...asked)
      .when(confirmMeeting, byDeputy)
      .refused('meeting-not-held');
    given(...asked)
      .when(confirmMeeting, { ...byDeputy, meetingId: 'm-9' })
      .refused('meeting-unknown');
    given(made, invited('m-1', 'on-site', '03-05'))
      .when(confirmMeeting, byDeputy)
      .refused('confirmation-not-needed');
    given(...met, returned)
      .when(confirmMeeting, byDeputy)
      .refused('share-left');
    given(...met, { ...dualConfirmed, meetingId: 'm-0' })
      .when(confirmMeeting, byDeputy)
      .refused('dual-confirmation-done');
  });
});

describe('a co-signer who takes the lead', () => {
  it('speaks for the case, whether the shares are heard of before or after', () => {
    for (const file of [fileOf(made, ledByLi('03-08')), fileOf(ledByLi('03-08'), made)]) {
      expect(leadDeputyOf(file)).toBe(LI);
      expect(owedOf(file).filter(({ isLead }) => isLead)).toHaveLength(1);
    }
  });

  it('is invited where the former lead was, and not to what was held', () => {
    const [m1, m2] = fileOf(...met, invited('m-2', 'on-site', '03-11', '03-20'), ledByLi('03-12')).meetings;
    expect(m1?.participantIds).toEqual([WANG, LIAISON]);
    expect(m2?.participantIds).toEqual([WANG, LIAISON, LI]);
  });
});

describe('代表未回应', () => {
  const twice = [...asked, invited('m-2', 'dual-confirmation', '03-12', '03-18')] as const;
  const silence = {
    ...{ assignmentId: SHARE, reason: '两次邀请均无回音', today: day('03-27') },
    ...{ rules: RULES, calendar: CALENDAR },
  };

  it('may be recorded after two invitations and ten workdays of silence, by no meeting of the two', () =>
    given(...twice)
      .when(recordNoResponse, silence)
      .yields(
        { type: 'dual-confirmation-completed', manner: 'deputy-not-responding', reason: '两次邀请均无回音' },
        { type: 'meeting-cancelled', meetingId: 'm-1' },
        { type: 'meeting-cancelled', meetingId: 'm-2' },
      ));

  it('counts ten workdays from the second invitation: 2026-03-12 + 10 = 03-26', () => {
    expect(noResponseFrom(fileOf(...twice), silence)).toBe('2026-03-27');
    given(...twice)
      .when(recordNoResponse, { ...silence, today: day('03-26') })
      .refused('silence-not-over');
  });

  it('counts a second date for the same meeting as an invitation', () => {
    const moved: MeetingEvent = {
      ...{ type: 'meeting-rescheduled', meetingId: 'm-1', kind: 'dual-confirmation', assignmentId: SHARE },
      ...{
        startsAt: '2026-03-18T01:00:00.000Z',
        startsOn: day('03-18'),
        place: '校门口',
        participantIds: [WANG, LIAISON],
        invitedOn: day('03-12'),
        convenerId: LIAISON,
      },
    };
    expect(noResponseFrom(fileOf(...asked, moved), silence)).toBe('2026-03-27');
  });

  it('does not begin before the proposed day has passed', () =>
    expect(
      noResponseFrom(fileOf(...asked, invited('m-2', 'dual-confirmation', '03-12', '04-20')), silence),
    ).toBe('2026-04-21'));

  it('of the former lead is none of the co-signer who took the lead', () =>
    expect(noResponseFrom(fileOf(...twice, ledByLi('03-20')), silence)).toBe('2026-04-04'));

  it('begins anew with every sign of life', () => {
    const declined: MeetingEvent = {
      ...{
        type: 'meeting-declined',
        meetingId: 'm-2',
        personId: WANG,
        declinedOn: day('03-20'),
        reason: '出差',
        convenerId: LIAISON,
      },
    };
    given(...twice, declined)
      .when(recordNoResponse, silence)
      .refused('silence-not-over');
  });

  it('does not count an invitation that was taken back', () => {
    const cancelled = {
      type: 'meeting-cancelled',
      meetingId: 'm-1',
      kind: 'dual-confirmation',
      participantIds: [WANG, LIAISON],
      reason: '改期',
    } as const;
    given(...twice, cancelled)
      .when(recordNoResponse, silence)
      .refused('too-few-invitations');
  });

  it('is refused while guards fail', () => {
    given(...asked)
      .when(recordNoResponse, silence)
      .refused('too-few-invitations');
    given(...twice)
      .when(recordNoResponse, { ...silence, reason: ' ' })
      .refused('reason-missing');
    given().when(recordNoResponse, silence).refused('fact-not-yet-known');
    given(...twice, returned)
      .when(recordNoResponse, silence)
      .refused('share-left');
    given(coMade)
      .when(recordNoResponse, { ...silence, assignmentId: 'share-co' })
      .refused('share-does-not-reply');
    given(...twice, dualConfirmed)
      .when(recordNoResponse, silence)
      .refused('dual-confirmation-done');
    given(...twice, held('m-1', 'dual-confirmation', '03-10'), confirmed('deputy', '03-11'))
      .when(recordNoResponse, silence)
      .refused('deputy-has-responded');
  });
});
