import { newId } from '@huiyin/kernel/ids';
import { execute, rows } from '@huiyin/postgres/query';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScheduleMeetingRequest } from '../src/app/schedule-meeting.ts';
import { consultation } from './given.ts';
import {
  accepted,
  by,
  CO_LIAISON,
  codeOf,
  COMMITTEE,
  DESK,
  LI,
  LIAISON,
  openMeeting,
  OTHER_LIAISON,
  STRANGER,
  WANG,
  type OpenMeeting,
} from './open-meeting.ts';

let meeting: OpenMeeting;

beforeAll(async () => {
  meeting = await openMeeting();
});
afterAll(() => meeting.close());

interface Handled {
  readonly suggestionId: string;
  readonly assignmentId: string;
}

/** A case handed over to 区交通局 with 区公安局 helping; complex, so that an on-site meeting is required. */
async function handedOver(more: { tenant?: string } = {}): Promise<Handled> {
  const suggestionId = newId();
  const assignmentId = newId();
  const owed = [
    { deputyId: 'wang', suggestionId, isLead: true },
    { deputyId: 'li', suggestionId, isLead: false },
  ];
  const made = {
    ...{
      suggestionId,
      assignmentId,
      unitId: 'unit-transport',
      role: 'lead',
      decidingOffice: 'government-office',
    },
    ...{ assignedOn: '2026-03-02', owed, onSiteRequired: true, handlingType: 'complex' },
  };
  const co = { ...made, assignmentId: newId(), unitId: 'unit-police', role: 'co', onSiteRequired: false };
  for (const payload of [made, co]) {
    await meeting.hear('assignment', { ...more, stream: suggestionId, type: 'assignment-made', payload });
  }
  return { suggestionId, assignmentId };
}

async function signedFor(handled: Handled): Promise<Handled> {
  const { suggestionId, assignmentId } = handled;
  const payload = { suggestionId, assignmentId, unitId: 'unit-transport', receiptOn: '2026-03-03' };
  await meeting.hear('assignment', { stream: suggestionId, type: 'assignment-acknowledged', payload });
  return handled;
}

const schedule = (
  handled: Handled,
  kind: 'dual-confirmation' | 'on-site' | 'look-back',
  day = '2026-03-10',
) => ({
  ...{ ...handled, kind, place: '区交通局三楼会议室', participantIds: ['liaison'] },
  ...{ startsAt: `${day}T01:00:00.000Z`, startsOn: day as never },
});

const record = (meetingId: string, day = '2026-03-10') => ({
  ...{
    meetingId,
    heldOn: day as never,
    presentIds: ['wang', 'liaison'],
    findings: '现场查看',
    decisions: [],
  },
  consultation,
});

async function confirmedByBoth(handled: Handled): Promise<string> {
  const { id } = accepted(
    await meeting.use.scheduleMeeting(schedule(handled, 'dual-confirmation'), by(LIAISON)),
  );
  accepted(await meeting.use.recordMeeting(record(id), by(LIAISON, '2026-03-10')));
  const read = { meetingId: id, recordVersion: 1 };
  accepted(await meeting.use.confirmMeeting(read, by(WANG, '2026-03-11')));
  accepted(await meeting.use.confirmMeeting(read, by(LIAISON, '2026-03-11')));
  return id;
}

async function replied(
  handled: Handled,
  more: { round?: number; isKey?: boolean; hash?: string } = {},
): Promise<string> {
  const { suggestionId, assignmentId } = handled;
  const replyId = newId();
  const { round = 1, isKey = true, hash = newId() } = more;
  const payload = {
    suggestionId,
    assignmentId,
    replyId,
    round,
    isKey,
    issuedOn: '2026-05-20',
    resultClass: 'A',
  };
  await meeting.hear('assignment', {
    stream: suggestionId,
    type: 'reply-issued',
    payload,
    hash,
    on: '2026-05-20',
  });
  return replyId;
}

describe('meeting 1, before handling', () => {
  it('goes from the invitation to both confirmations, each step an event', async () => {
    const handled = await signedFor(await handedOver());
    await confirmedByBoth(handled);
    expect(await meeting.types(handled.suggestionId)).toEqual([
      'meeting-scheduled',
      'meeting-held',
      'meeting-confirmed',
      'meeting-confirmed',
      'dual-confirmation-completed',
    ]);
    const told = (await meeting.events(handled.suggestionId)).at(-1);
    expect(told?.payload).toMatchObject({
      ...{ assignmentId: handled.assignmentId, manner: 'both', completedOn: '2026-03-11' },
      clocks: [{ op: 'CLOCK_OP_MEET', kind: 'dual_confirmation', subject: handled.assignmentId, round: 1 }],
    });
    const gates = accepted(await meeting.use.getCaseMeetings(handled, by(WANG)));
    expect(gates.gates[0]?.share.dualConfirmation).toMatchObject({ phase: 'completed', manner: 'both' });
    expect(gates.version).toBe(5);
  });

  it('waits for the unit’s signature, asking assignment for it', async () => {
    const handled = await handedOver();
    const answer = await meeting.use.scheduleMeeting(schedule(handled, 'dual-confirmation'), by(LIAISON));
    expect(answer).toMatchObject({
      ...{ code: 'fact-not-yet-known', kind: 'not-yet-known' },
      detail: { owner: 'assignment', stream: handled.suggestionId },
    });
  });

  it('lets the unit confirm for its side only, and nobody else at all', async () => {
    const handled = await signedFor(await handedOver());
    const { id } = accepted(
      await meeting.use.scheduleMeeting(schedule(handled, 'dual-confirmation'), by(LIAISON)),
    );
    accepted(await meeting.use.recordMeeting(record(id), by(LIAISON, '2026-03-10')));
    const read = { meetingId: id, recordVersion: 1 };
    for (const actor of [LI, DESK, CO_LIAISON]) {
      expect(codeOf(await meeting.use.confirmMeeting(read, by(actor)))).toBe('not-permitted');
    }
    for (const actor of [STRANGER, OTHER_LIAISON]) {
      expect(codeOf(await meeting.use.confirmMeeting(read, by(actor)))).toBe('case-unknown');
    }
    accepted(await meeting.use.confirmMeeting(read, by(LIAISON)));
    expect(codeOf(await meeting.use.confirmMeeting(read, by(LIAISON)))).toBe('already-confirmed');
  });

  it('records 代表未回应 after silence, by 代表工委 and never by the unit', async () => {
    const handled = await signedFor(await handedOver());
    for (const day of ['2026-03-10', '2026-03-18']) {
      accepted(await meeting.use.scheduleMeeting(schedule(handled, 'dual-confirmation', day), by(LIAISON)));
    }
    const silence = { ...handled, reason: '两次邀请均无回音' };
    expect(codeOf(await meeting.use.recordNoResponse(silence, by(LIAISON, '2026-04-20')))).toBe(
      'not-permitted',
    );
    expect(codeOf(await meeting.use.recordNoResponse(silence, by(DESK, '2026-03-18')))).toBe(
      'silence-not-over',
    );
    accepted(await meeting.use.recordNoResponse(silence, by(DESK, '2026-04-20')));
    const told = (await meeting.events(handled.suggestionId)).find(({ type }) => type.startsWith('dual'));
    expect(told).toMatchObject({ reason: '两次邀请均无回音', payload: { manner: 'deputy-not-responding' } });
  });
});

describe('meeting 2, during handling', () => {
  it('is held after the plan and stops its clock; or waived by 代表工委 alone', async () => {
    const handled = await signedFor(await handedOver());
    await confirmedByBoth(handled);
    const { id } = accepted(
      await meeting.use.scheduleMeeting(schedule(handled, 'on-site', '2026-04-10'), by(LIAISON)),
    );
    accepted(await meeting.use.checkIn({ meetingId: id }, by(WANG, '2026-04-10')));
    const onSite = record(id, '2026-04-10');
    expect(codeOf(await meeting.use.recordMeeting(onSite, by(LIAISON, '2026-04-10')))).toBe(
      'fact-not-yet-known',
    );
    const { suggestionId, assignmentId } = handled;
    await meeting.hear('assignment', {
      stream: suggestionId,
      type: 'plan-filed',
      payload: { suggestionId, assignmentId },
    });
    const waive = { ...handled, reason: '理由' };
    expect(codeOf(await meeting.use.waiveOnSite(waive, by(LIAISON)))).toBe('not-permitted');
    accepted(await meeting.use.recordMeeting(onSite, by(LIAISON, '2026-04-10')));
    const held = (await meeting.events(suggestionId)).at(-1);
    expect(held?.payload).toMatchObject({
      clocks: [{ op: 'CLOCK_OP_MEET', kind: 'on_site', subject: assignmentId }],
    });
    expect(codeOf(await meeting.use.waiveOnSite(waive, by(DESK)))).toBe('on-site-already-held');
  });
});

describe('meeting 3, after the reply', () => {
  it('is required for a key reply, with the proof of the draw; judged on site by the deputy', async () => {
    const handled = await handedOver();
    const replyId = await replied(handled);
    expect((await meeting.events(handled.suggestionId)).at(-1)).toMatchObject({
      type: 'look-back-required',
      payload: {
        replyId,
        ground: 'key',
        clocks: [{ op: 'CLOCK_OP_START', kind: 'look_back', owner: 'desk' }],
      },
    });
    const visit = schedule(handled, 'look-back', '2026-06-10');
    expect(codeOf(await meeting.use.scheduleMeeting(visit, by(LIAISON, '2026-06-01')))).toBe('not-permitted');
    const { id } = accepted(await meeting.use.scheduleMeeting(visit, by(COMMITTEE, '2026-06-01')));
    accepted(await meeting.use.recordMeeting(record(id, '2026-06-10'), by(COMMITTEE, '2026-06-10')));
    const unmet = { meetingId: id, verdict: 'unmet', gaps: ['护栏未装'] } as const;
    expect(codeOf(await meeting.use.judgeLookBack(unmet, by(LIAISON, '2026-06-10')))).toBe('not-permitted');
    expect(codeOf(await meeting.use.judgeLookBack(unmet, by(DESK, '2026-06-10')))).toBe('deputy-judges');
    accepted(await meeting.use.judgeLookBack(unmet, by(WANG, '2026-06-10')));
    expect((await meeting.events(handled.suggestionId)).at(-1)?.payload).toMatchObject({
      ...{ replyId, verdict: 'unmet', gaps: ['护栏未装'], deputyPresent: true },
      clocks: [{ op: 'CLOCK_OP_MEET', kind: 'look_back', round: 1 }],
    });
  });

  it('is drawn for the others, never less than one in five of a year, also when drawn at once', async () => {
    const cases = await Promise.all(Array.from({ length: 30 }, () => handedOver()));
    await Promise.all(cases.map((handled) => replied(handled, { isKey: false })));
    const drawn = await Promise.all(cases.map(({ suggestionId }) => meeting.events(suggestionId)));
    const kinds = drawn.map((events) => events.at(-1)?.type);
    const required = kinds.filter((type) => type === 'look-back-required').length;
    expect(kinds.filter((type) => type?.startsWith('look-back'))).toHaveLength(30);
    expect(required).toBeGreaterThanOrEqual(6);
    const [quota] = await meeting.database.uow.read('donghu', (tx) =>
      rows(tx, 'select replies, required from look_back_quota where year = 2026'),
    );
    expect(quota).toEqual({ replies: 30, required });
  });

  it('falls away when the reply is handled again, whichever was heard first', async () => {
    for (const first of ['reply', 'order']) {
      const handled = await handedOver();
      const { suggestionId, assignmentId } = handled;
      const again = { suggestionId, assignmentId, round: 2, unitId: 'unit-transport' };
      if (first === 'reply') await replied(handled);
      await meeting.hear('evaluation', {
        stream: suggestionId,
        type: 'rehandling-ordered',
        payload: again,
        on: '2026-06-01',
      });
      if (first === 'order') await replied(handled);
      expect((await meeting.types(suggestionId)).slice(-2)).toEqual([
        'look-back-required',
        'look-back-superseded',
      ]);
    }
  });

  it('comes back when a deputy denies the class A of a waived one', async () => {
    const handled = await handedOver();
    const { suggestionId, assignmentId } = handled;
    // Enough required ones before, so that this draw decides alone: the seed draws above the sample.
    await raiseQuota();
    await replied(handled, { isKey: false, hash: 'seed-1' });
    expect((await meeting.types(suggestionId)).at(-1)).toBe('look-back-waived');
    const denied = {
      ...{ suggestionId, assignmentId, round: 1, attitude: 'satisfied', result: 'satisfied' },
      ...{ classOpinion: 'disagreed', resultClass: 'A' },
    };
    await meeting.hear('evaluation', {
      stream: suggestionId,
      type: 'suggestion-evaluated',
      payload: denied,
      on: '2026-06-01',
    });
    expect((await meeting.events(suggestionId)).at(-1)).toMatchObject({
      type: 'look-back-required',
      payload: { ground: 'challenged' },
    });
  });
});

async function raiseQuota(): Promise<void> {
  await meeting.database.uow.act({ tenant: 'donghu', actor: DESK, at: new Date() }, 'quota', async (tx) => {
    await execute(
      tx,
      `insert into look_back_quota (tenant, year, replies, required) values ('donghu', 2026, 100, 100)
       on conflict (tenant, year) do update set replies = 100, required = 100`,
    );
  });
}

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
    for (const actor of [WANG, LI, DESK, LIAISON, CO_LIAISON]) {
      expect(codeOf(await meeting.use.getMeeting({ meetingId: id }, by(actor)))).toBe('accepted');
    }
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
