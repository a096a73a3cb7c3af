import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { sdDistrict } from '@huiyin/calendar/sd-district';
import { encodeEvent } from '@huiyin/contracts/encode-event';
import type { ServiceName } from '@huiyin/contracts/services';
import { systemActor, type Actor, type Role } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import type { CommandContext } from '@huiyin/kernel/command-context';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { newId } from '@huiyin/kernel/ids';
import type { Database } from '@huiyin/postgres/database';
import { replayEvents } from '@huiyin/postgres/replay';
import { referenceReactions } from '@huiyin/reference/reactions';
import { createReferenceReader } from '@huiyin/reference/reader';
import { freshDatabase } from '@huiyin/testkit/fresh-database';
import { UNTOUCHED, type Seams } from '@huiyin/testkit/seams';
import type { RecordFileChecks } from '../src/app/ports.ts';
import type { MeetingUseCases } from '../src/app/use-cases.ts';
import { chainSeed } from '../src/domain/draw-seed.ts';
import { meetingReactions, meetingStores, meetingUseCases } from '../src/meeting.ts';
import { meetingConsumers } from '../src/transport/consume.ts';
import { publish, publishFeed } from '../src/transport/publish.ts';

/** Meeting over a database of its own. */
export interface OpenMeeting {
  readonly use: MeetingUseCases;
  readonly database: Database;
  /** A foreign event arrives, as the consumer would deliver it. Answers what became of it. */
  hear(source: ServiceName, fact: ForeignEvent): Promise<string>;
  /** Types of the events of a case, in order. */
  types(caseId: string): Promise<readonly string[]>;
  events(caseId: string): Promise<readonly EventEnvelope[]>;
  close(): Promise<void>;
}

interface ForeignEvent {
  readonly tenant?: string;
  readonly stream: string;
  readonly type: string;
  readonly payload: Record<string, unknown>;
  /** YYYY-MM-DD */
  readonly on?: string;
  readonly hash?: string;
}

/** Nine o'clock in the morning in Shanghai. */
const morning = (day: string): Date => new Date(`${day}T01:00:00Z`);

/** The one file that archive knows in these tests: uploaded by 区交通局. */
export const STORED_PHOTO = { attachmentId: 'photo-1', sha256: 'f'.repeat(64) };

const archiveAnswers: RecordFileChecks['check'] = async ({ actor }, files) =>
  files.map(({ attachmentId, sha256 }) => {
    if (attachmentId !== STORED_PHOTO.attachmentId || actor.unitId !== 'unit-transport')
      return { attachmentId, name: '', code: 'attachment-unknown' };
    if (sha256 !== STORED_PHOTO.sha256) return { attachmentId, name: '', code: 'attachment-hash-differs' };
    return { attachmentId, name: '校门口.jpg', code: undefined };
  });

/** The use cases and reactions over a fresh database; the rules and working days of 东湖区 and 西岭区 are known. */
export async function openMeeting(seams: Seams = UNTOUCHED): Promise<OpenMeeting> {
  const target = await freshDatabase('meeting');
  const database = seams.openDatabase({
    service: 'meeting',
    url: target.appUrl,
    relayUrl: target.relayUrl,
    encode: (event) => encodeEvent('meeting', event),
    clock: systemClock,
    onError: seams.complain,
  });
  const ports = {
    ...{ ...meetingStores, uow: database.uow, reference: createReferenceReader(), publish, publishFeed },
    seedOf: chainSeed,
    // Archive is another process; the mechanisms' tests ask the real one.
    recordFiles: { check: archiveAnswers },
  };
  const reactions = [referenceReactions, ...meetingConsumers(seams.reactions(meetingReactions(ports)))];
  const versions = new Map<string, number>();
  const hear: OpenMeeting['hear'] = async (source, fact) => {
    const event = envelope(source, fact, versions);
    const { outcome } = await database.inbox.apply(event, async (heard, tx, open) => {
      for (const { source: from, react } of reactions) if (from === source) await react(heard, tx, open);
    });
    return outcome;
  };
  for (const tenant of ['donghu', 'xiling']) await introduce(hear, tenant);
  const events: OpenMeeting['events'] = (stream) =>
    database.uow.read('donghu', (tx) =>
      replayEvents(tx, 'meeting', { tenant: 'donghu', stream, version: 1, limit: 200 }),
    );
  return {
    use: seams.useCases(meetingUseCases(ports)),
    database,
    hear,
    events,
    types: async (caseId) => (await events(caseId)).map(({ type }) => type),
    close: async () => {
      await database.close();
      await target.drop();
    },
  };
}

/** The next event of a foreign stream. */
function envelope(source: ServiceName, fact: ForeignEvent, versions: Map<string, number>): EventEnvelope {
  const { tenant = 'donghu', stream, type, payload, on = '2026-03-02', hash = `hash of ${type}` } = fact;
  const key = `${source} ${tenant} ${stream}`;
  const version = (versions.get(key) ?? 0) + 1;
  versions.set(key, version);
  const at = morning(on);
  return {
    ...{ id: newId(), tenant, service: source, stream, version, type, payload },
    ...{ actor: systemActor(source), occurredAt: at, recordedAt: at, traceparent: '', prevHash: '', hash },
  };
}

async function introduce(hear: OpenMeeting['hear'], tenant: string): Promise<void> {
  const pack = { version: 'sd-1', effectiveFrom: '2020-01-01', contentJson: JSON.stringify(sdDistrict) };
  await hear('directory', { tenant, stream: 'rule-pack:sd-1', type: 'rule-pack-activated', payload: pack });
  const { days, knownUntil } = chinaOfficialDays();
  const payload = { version: 1, knownUntil, days };
  await hear('directory', { tenant, stream: 'calendar', type: 'calendar-imported', payload });
}

/** Somebody in one role. */
export function someone(personId: string, role: Role, unitId?: string): Actor {
  const person = { accountId: `account-${personId}`, personId, roles: [role] };
  return unitId === undefined ? person : { ...person, unitId };
}

export const WANG = someone('wang', 'deputy');
export const LI = someone('li', 'deputy');
export const STRANGER = someone('stranger', 'deputy');
export const DESK = someone('desk', 'congress-desk');
export const COMMITTEE = someone('committee', 'committee', 'committee-urban');
export const LIAISON = someone('liaison', 'unit-liaison', 'unit-transport');
export const CO_LIAISON = someone('co-liaison', 'unit-liaison', 'unit-police');
export const OTHER_LIAISON = someone('other-liaison', 'unit-liaison', 'unit-water');

/** Directory says in which roles somebody acts. */
export function personSaved({ personId, roles, unitId = '' }: Actor, active = true): ForeignEvent {
  const memberships = roles.map((role) => ({ role, unitId, active }));
  const payload = { personId, memberships };
  return { stream: personId, type: 'person-changed', payload };
}

/** A command of somebody on a day, with its own key. */
export function by(actor: Actor, day = '2026-03-05', more: Partial<CommandContext> = {}): CommandContext {
  return {
    ...{ tenant: 'donghu', actor, at: morning(day), idempotencyKey: newId(), method: '/test' },
    ...{ requestHash: 'a', traceparent: '', ...more },
  };
}
