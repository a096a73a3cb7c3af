import { describe, it } from 'vitest';
import {
  confirmed,
  consultation,
  day,
  dualConfirmed,
  given,
  held,
  invited,
  LIAISON,
  lookBackDue,
  lookBackWaived,
  made,
  planned,
  replied,
  returned,
  signed,
  SHARE,
  WANG,
} from '../../test/given.ts';
import { recordMeeting, type RecordMeeting } from './record-meeting.ts';
import { waiveOnSite } from './waive-on-site.ts';

const record = (more: Partial<RecordMeeting> = {}): RecordMeeting => ({
  ...{ meetingId: 'm-1', heldOn: day('03-10'), presentIds: [WANG, LIAISON], findings: '', decisions: [] },
  ...{ consultation, files: { photos: [], minutesFiles: [] }, today: day('03-10') },
  ...more,
});

describe('recording a dual confirmation', () => {
  const asked = [made, signed, invited('m-1', 'dual-confirmation', '03-05', '03-10')] as const;

  it('keeps what both sides are asked to confirm', () =>
    given(...asked)
      .when(recordMeeting, record())
      .yields({ type: 'meeting-held', consultation, recordVersion: 1 }));

  it('is corrected until both have confirmed, which voids the first confirmation', () => {
    const first = [
      ...asked,
      held('m-1', 'dual-confirmation', '03-10'),
      confirmed('deputy', '03-11'),
    ] as const;
    given(...first)
      .when(recordMeeting, record())
      .yields({ type: 'meeting-held', recordVersion: 2 });
    const both = [...first, confirmed('unit', '03-12'), dualConfirmed] as const;
    given(...both)
      .when(recordMeeting, record())
      .refused('meeting-ended');
  });

  it('needs background, demands, approach, measures and milestones', () => {
    given(...asked)
      .when(recordMeeting, record({ consultation: undefined }))
      .refused('consultation-incomplete');
    const without = { ...consultation, milestones: [] };
    given(...asked)
      .when(recordMeeting, record({ consultation: without }))
      .refused('consultation-incomplete');
  });

  it('needs the lead deputy there', () =>
    given(...asked)
      .when(recordMeeting, record({ presentIds: [LIAISON] }))
      .refused('deputy-absent'));

  it('lies between the assignment and today, with people and whole decisions', () => {
    given(...asked)
      .when(recordMeeting, record({ heldOn: day('03-11') }))
      .refused('held-in-future');
    given(...asked)
      .when(recordMeeting, record({ heldOn: day('03-01') }))
      .refused('held-before-assignment');
    given(...asked)
      .when(recordMeeting, record({ presentIds: [] }))
      .refused('nobody-present');
    const decisions = [{ what: '勘查', who: '', dueOn: '2026-03-20' }];
    given(...asked)
      .when(recordMeeting, record({ decisions }))
      .refused('decision-incomplete');
    const decided = { what: '勘查', who: '区交通运输局', dueOn: '2026-03-20' };
    given(...asked)
      .when(recordMeeting, record({ decisions: [decided, { ...decided, dueOn: '' }] }))
      .refused('decision-day-missing');
    const heldOn = day('03-10');
    given(...asked)
      .when(recordMeeting, record({ heldOn, decisions: [decided, { ...decided, dueOn: '2026-03-09' }] }))
      .refused('decision-before-meeting');
    given(...asked).when(recordMeeting, record({ heldOn, decisions: [{ ...decided, dueOn: heldOn }] }));
  });

  it('knows no other meeting and no share that left', () => {
    given(...asked)
      .when(recordMeeting, record({ meetingId: 'm-9' }))
      .refused('meeting-unknown');
    given(...asked, returned)
      .when(recordMeeting, record())
      .refused('share-left');
  });
});

describe('recording an on-site meeting 现场会', () => {
  const asked = [made, signed, invited('m-2', 'on-site', '04-01', '04-10')] as const;
  const ready = [...asked, dualConfirmed, planned] as const;
  const onSite = record({
    meetingId: 'm-2',
    heldOn: day('04-10'),
    today: day('04-10'),
    findings: '护栏缺失',
  });
  const met = { op: 'meet', kind: 'on_site', subject: SHARE, round: 1, startDate: day('04-10') };

  it('opens the gate of the reply and stops its clock', () =>
    given(...ready)
      .when(recordMeeting, onSite)
      .yields({ type: 'meeting-held', clocks: [met] } as never));

  it('stops the clock once', () =>
    given(...ready, held('m-2', 'on-site', '04-10'))
      .when(recordMeeting, onSite)
      .yields({ type: 'meeting-held', recordVersion: 2, clocks: [] }));

  it('comes after the dual confirmation and the plan', () => {
    given(...asked, planned)
      .when(recordMeeting, onSite)
      .refused('dual-confirmation-first');
    given(...asked, dualConfirmed)
      .when(recordMeeting, onSite)
      .refused('fact-not-yet-known');
  });

  it('needs findings', () =>
    given(...ready)
      .when(recordMeeting, { ...onSite, findings: ' ' })
      .refused('findings-missing'));

  it('can be waived by 代表工委 with reason, once, and not when held', () => {
    const waive = { assignmentId: SHARE, reason: '已在双确认时到现场', today: day('04-01') };
    const cancelled = { op: 'cancel', kind: 'on_site', subject: SHARE, round: 1, startDate: day('04-01') };
    given(made)
      .when(waiveOnSite, waive)
      .yields({ type: 'on-site-waived', clocks: [cancelled] } as never);
    given(made)
      .when(waiveOnSite, { ...waive, reason: '' })
      .refused('reason-missing');
    given().when(waiveOnSite, waive).refused('fact-not-yet-known');
    given(made, returned).when(waiveOnSite, waive).refused('share-left');
    given(...ready, held('m-2', 'on-site', '04-10'))
      .when(waiveOnSite, waive)
      .refused('on-site-already-held');
    const waived = { type: 'on-site-waived', assignmentId: SHARE, reason: '理由', clocks: [] } as const;
    given(made, waived).when(waiveOnSite, waive).refused('on-site-not-required');
  });

  it('becomes required by a key mark and optional again by another type', () => {
    const general = { ...made, onSiteRequired: false };
    const waive = { assignmentId: SHARE, reason: '理由', today: day('04-01') };
    const marked = { type: 'on-site-changed', requiredFor: [SHARE], optionalFor: [] } as const;
    const eased = { type: 'on-site-changed', requiredFor: [], optionalFor: [SHARE] } as const;
    given(general).when(waiveOnSite, waive).refused('on-site-not-required');
    given(general, marked).when(waiveOnSite, waive).yields({ type: 'on-site-waived' });
    given(general, marked, eased).when(waiveOnSite, waive).refused('on-site-not-required');
  });
});

describe('recording a look-back', () => {
  const visit = record({
    meetingId: 'm-3',
    heldOn: day('06-10'),
    today: day('06-10'),
    findings: '信号灯已启用',
  });

  it('leaves the verdict to the deputy', () =>
    given(made, replied, lookBackDue, invited('m-3', 'look-back', '06-01', '06-10'))
      .when(recordMeeting, visit)
      .yields({ type: 'meeting-held', replyId: 'reply-1', clocks: [] }));

  it('ends when the reply no longer stands', () =>
    given(made, replied, lookBackWaived, invited('m-3', 'look-back', '06-01', '06-10'))
      .when(recordMeeting, visit)
      .refused('look-back-not-required'));
});
