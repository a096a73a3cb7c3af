import { accepted, codeOf } from '@huiyin/testkit/accepted';
import type { Actor } from '@huiyin/kernel/actor';
import { newId } from '@huiyin/kernel/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScheduleMeetingRequest } from '../src/app/schedule-meeting.ts';
import { MEETING_KINDS, type MeetingKind } from '../src/domain/meeting-kind.ts';
import {
  by,
  CO_LIAISON,
  COMMITTEE,
  DESK,
  LI,
  LIAISON,
  OTHER_LIAISON,
  openMeeting,
  someone,
  STRANGER,
  WANG,
  type OpenMeeting,
} from './open-meeting.ts';
import { schedule, stories, type Handled } from './stories.ts';

const GOVERNMENT = someone('government', 'government-office');
const REGISTRAR = someone('registrar', 'session-registrar');
const COUNCIL = someone('council', 'council');
const REFERENCE = someone('reference-clerk', 'unit-clerk', 'unit-archives');
const EVERYBODY = {
  ...{ WANG, LI, STRANGER, DESK, COUNCIL, COMMITTEE, GOVERNMENT, REGISTRAR },
  ...{ LIAISON, CO_LIAISON, REFERENCE, OTHER_LIAISON },
};

let meeting: OpenMeeting;
const { handedOver, signedFor, confirmedByBoth, replied } = stories(() => meeting);

beforeAll(async () => {
  meeting = await openMeeting();
});
afterAll(() => meeting.close());

const invitation = (kind: MeetingKind, of: Partial<Handled>): ScheduleMeetingRequest => ({
  ...{ suggestionId: '', assignmentId: '', ...of, kind, place: '区会议中心', participantIds: [] },
  ...{ startsAt: '2026-03-10T01:00:00.000Z', startsOn: '2026-03-10' as never },
});

/** Who may convene a kind, by name: whoever is not told that it is not theirs, or that there is no such case. */
async function convenersOf(kind: MeetingKind, of: Partial<Handled>): Promise<string[]> {
  const found: string[] = [];
  for (const [name, actor] of Object.entries(EVERYBODY)) {
    const code = codeOf(await meeting.use.scheduleMeeting(invitation(kind, of), by(actor)));
    if (code !== 'not-permitted' && code !== 'case-unknown') found.push(name);
  }
  return found;
}

/** A case led by a party unit, whose office is 代表工委. */
async function ledByParty(): Promise<Handled> {
  const [suggestionId, assignmentId] = [newId(), newId()];
  const owed = [{ deputyId: 'wang', suggestionId, isLead: true }];
  const payload = {
    ...{
      suggestionId,
      assignmentId,
      unitId: 'unit-publicity',
      role: 'lead',
      decidingOffice: 'congress-desk',
    },
    ...{ assignedOn: '2026-03-02', owed, onSiteRequired: false, handlingType: 'general' },
  };
  await meeting.hear('assignment', { stream: suggestionId, type: 'assignment-made', payload });
  return { suggestionId, assignmentId };
}

describe('who convenes which kind of meeting', () => {
  const OFFICES = ['DESK', 'GOVERNMENT'];
  it.each<[MeetingKind, readonly string[]]>([
    ['dual-confirmation', ['DESK', 'COMMITTEE', 'GOVERNMENT', 'LIAISON']],
    ['on-site', ['DESK', 'COMMITTEE', 'GOVERNMENT', 'LIAISON']],
    ['look-back', ['DESK', 'COMMITTEE']],
    ['task-force', ['DESK', 'COMMITTEE', 'GOVERNMENT']],
    ['coordination', ['DESK', 'COMMITTEE', 'GOVERNMENT']],
    ['joint-study', ['DESK', 'COMMITTEE', 'GOVERNMENT']],
    ['talk', OFFICES],
    ['hand-over', OFFICES],
  ])('%s, of a government unit’s share', async (kind, conveners) => {
    const handled = await signedFor(await handedOver());
    expect(await convenersOf(kind, handled)).toEqual(conveners);
  });

  it('of a party unit’s case 政府办 convenes none, and hears of none', async () => {
    const handled = await ledByParty();
    for (const kind of MEETING_KINDS) {
      const conveners = await convenersOf(kind, handled);
      expect(conveners, kind).toEqual(['DESK']);
      const whole = { suggestionId: handled.suggestionId };
      expect(codeOf(await meeting.use.scheduleMeeting(invitation(kind, whole), by(GOVERNMENT))), kind).toBe(
        'case-unknown',
      );
    }
  });

  it('交办会 outside any case by whoever hands over; no other kind stands alone', async () => {
    expect(await convenersOf('hand-over', {})).toEqual(['DESK', 'GOVERNMENT', 'REGISTRAR']);
    for (const kind of MEETING_KINDS.filter((each) => each !== 'hand-over'))
      expect(codeOf(await meeting.use.scheduleMeeting(invitation(kind, {}), by(DESK))), kind).toBe(
        'share-missing',
      );
  });

  it('who may not convene a 约谈 does not move, record or cancel one either', async () => {
    const handled = await signedFor(await handedOver());
    const { id: meetingId } = accepted(
      await meeting.use.scheduleMeeting(invitation('talk', handled), by(GOVERNMENT)),
    );
    const cancel = (actor: Actor) => meeting.use.cancelMeeting({ meetingId, reason: '改期' }, by(actor));
    for (const actor of [COMMITTEE, LIAISON, WANG]) expect(codeOf(await cancel(actor))).toBe('not-permitted');
    expect(codeOf(await cancel(REGISTRAR))).toBe('case-unknown');
    accepted(await cancel(DESK));
  });
});

describe('what of a case’s meetings a unit reads', () => {
  it('the gates and look-backs of its own share', async () => {
    const handled = await signedFor(await handedOver());
    await confirmedByBoth(handled);
    await replied(handled);
    const seen = async (actor: Actor) => {
      const { gates, lookBacks } = accepted(await meeting.use.getCaseMeetings(handled, by(actor)));
      return [gates.map(({ share }) => share.role), lookBacks.length];
    };
    for (const actor of [WANG, LI, DESK, COUNCIL, COMMITTEE, GOVERNMENT])
      expect(await seen(actor), actor.personId).toEqual([['lead', 'co'], 1]);
    expect(await seen(LIAISON)).toEqual([['lead'], 1]);
    expect(await seen(CO_LIAISON)).toEqual([['co'], 0]);
    expect(codeOf(await meeting.use.getCaseMeetings(handled, by(REGISTRAR)))).toBe('case-unknown');
  });

  it('no 约谈 of another: not one of the lead’s share, not one that names no share', async () => {
    const handled = await signedFor(await handedOver());
    const whole = { suggestionId: handled.suggestionId };
    for (const of of [handled, whole]) {
      const { id: meetingId } = accepted(await meeting.use.scheduleMeeting(invitation('talk', of), by(DESK)));
      const code = async (actor: Actor) => codeOf(await meeting.use.getMeeting({ meetingId }, by(actor)));
      expect([await code(LIAISON), await code(CO_LIAISON)]).toEqual(['accepted', 'meeting-unknown']);
    }
    const { id: meetingId } = accepted(
      await meeting.use.scheduleMeeting({ ...schedule(handled, 'on-site'), assignmentId: '' }, by(DESK)),
    );
    expect(codeOf(await meeting.use.getMeeting({ meetingId }, by(CO_LIAISON)))).toBe('accepted');
  });
});
