import { accepted } from '@huiyin/testkit/accepted';
import { newId } from '@huiyin/kernel/ids';
import { execute } from '@huiyin/postgres/query';
import { consultation } from './given.ts';
import { by, DESK, LIAISON, WANG, type OpenMeeting } from './open-meeting.ts';

export interface Handled {
  readonly suggestionId: string;
  readonly assignmentId: string;
}

export const schedule = (
  handled: Handled,
  kind: 'dual-confirmation' | 'on-site' | 'look-back',
  day = '2026-03-10',
) => ({
  ...{ ...handled, kind, place: '区交通局三楼会议室', participantIds: ['liaison'] },
  ...{ startsAt: `${day}T01:00:00.000Z`, startsOn: day as never },
});

export const record = (meetingId: string, day = '2026-03-10') => ({
  ...{
    meetingId,
    heldOn: day as never,
    presentIds: ['wang', 'liaison'],
    findings: '现场查看',
    decisions: [],
  },
  ...{ consultation, photos: [], minutesFiles: [] },
});

/** What others told, and what went before, of cases of one open meeting service. */
export function stories(meeting: () => OpenMeeting) {
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
      overseerIds: ['committee-urban'],
    };
    const co = { ...made, assignmentId: newId(), unitId: 'unit-police', role: 'co', onSiteRequired: false };
    for (const payload of [made, co]) {
      await meeting().hear('assignment', { ...more, stream: suggestionId, type: 'assignment-made', payload });
    }
    return { suggestionId, assignmentId };
  }

  async function signedFor(handled: Handled): Promise<Handled> {
    const { suggestionId, assignmentId } = handled;
    const payload = { suggestionId, assignmentId, unitId: 'unit-transport', receiptOn: '2026-03-03' };
    await meeting().hear('assignment', { stream: suggestionId, type: 'assignment-acknowledged', payload });
    return handled;
  }

  async function confirmedByBoth(handled: Handled): Promise<string> {
    const { id } = accepted(
      await meeting().use.scheduleMeeting(schedule(handled, 'dual-confirmation'), by(LIAISON)),
    );
    accepted(await meeting().use.recordMeeting(record(id), by(LIAISON, '2026-03-10')));
    const read = { meetingId: id, recordVersion: 1 };
    accepted(await meeting().use.confirmMeeting(read, by(WANG, '2026-03-11')));
    accepted(await meeting().use.confirmMeeting(read, by(LIAISON, '2026-03-11')));
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
    await meeting().hear('assignment', {
      stream: suggestionId,
      type: 'reply-issued',
      payload,
      hash,
      on: '2026-05-20',
    });
    return replyId;
  }

  async function raiseQuota(): Promise<void> {
    await meeting().database.uow.act(
      { tenant: 'donghu', actor: DESK, at: new Date() },
      'quota',
      async (tx) => {
        await execute(
          tx,
          `insert into look_back_quota (tenant, year, replies, required) values ('donghu', 2026, 100, 100)
       on conflict (tenant, year) do update set replies = 100, required = 100`,
        );
      },
    );
  }

  return { handedOver, signedFor, confirmedByBoth, replied, raiseQuota };
}
