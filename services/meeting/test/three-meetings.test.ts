import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { rows } from '@huiyin/postgres/query';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record, schedule, stories } from './stories.ts';
import {
  by,
  CO_LIAISON,
  COMMITTEE,
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
const { handedOver, signedFor, confirmedByBoth, replied, raiseQuota } = stories(() => meeting);

beforeAll(async () => {
  meeting = await openMeeting();
});
afterAll(() => meeting.close());

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
    const shown = await meeting.use.getCheckInCode({ meetingId: id }, by(LIAISON, '2026-04-10'));
    const arrival = { meetingId: id, code: accepted(shown).code };
    accepted(await meeting.use.checkIn(arrival, by(WANG, '2026-04-10')));
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
