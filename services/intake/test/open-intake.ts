import { sdDistrict } from '@huiyin/calendar/sd-district';
import { encodeEvent } from '@huiyin/contracts/encode-event';
import type { Actor, Role } from '@huiyin/kernel/actor';
import { systemActor } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import type { CommandContext } from '@huiyin/kernel/command-context';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { newId } from '@huiyin/kernel/ids';
import type { Database } from '@huiyin/postgres/database';
import { referenceReactions } from '@huiyin/reference/reactions';
import { createReferenceReader } from '@huiyin/reference/reader';
import { replayEvents } from '@huiyin/postgres/replay';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import { UNTOUCHED, type Seams } from '@huiyin/testkit/seams';
import type { IntakePorts } from '../src/app/ports.ts';
import type { IntakeUseCases } from '../src/app/use-cases.ts';
import { intakeReactions, intakeStores, intakeUseCases } from '../src/intake.ts';
import { intakeConsumers } from '../src/transport/consume.ts';
import { publish } from '../src/transport/publish.ts';

/** Intake over a database of its own. */
export interface OpenIntake {
  readonly use: IntakeUseCases;
  readonly database: Database;
  readonly target: TestDatabase;
  /** A foreign event arrives, as the consumer would deliver it. */
  hear(source: 'directory' | 'assignment' | 'evaluation', fact: ForeignEvent): Promise<void>;
  close(): Promise<void>;
}

interface ForeignEvent {
  readonly tenant?: string;
  readonly stream: string;
  readonly type: string;
  readonly payload: Record<string, unknown>;
  readonly at?: Date;
}

/** Monday of the fifth session, before its cut-off. */
const AT = new Date('2026-01-05T01:00:00Z');
/** Between sessions. */
export const MARCH = new Date('2026-03-02T01:00:00Z');

/** What archive answers for the files of these tests. */
const checkFiles: IntakePorts['checkFiles'] = (_ctx, { files, uploaderIds }) =>
  Promise.resolve(
    files.map(({ attachmentId, sha256 }) => {
      if (attachmentId === 'scanning') return { attachmentId, code: 'attachment-not-clean', name: '' };
      if (attachmentId !== 'photo' || !uploaderIds.includes('wang'))
        return { attachmentId, code: 'attachment-unknown', name: '' };
      if (sha256 !== PHOTO.sha256) return { attachmentId, code: 'attachment-hash-differs', name: '' };
      return { attachmentId, code: undefined, name: PHOTO.name };
    }),
  );

/** 王建华's file, as archive keeps it. */
export const PHOTO = { attachmentId: 'photo', sha256: 'aa', name: '路口.jpg' };

/** The use cases and reactions over a fresh database; 东湖区 and 西岭区 are known, with three deputies each. */
export async function openIntake(seams: Seams = UNTOUCHED): Promise<OpenIntake> {
  const target = await freshDatabase('intake');
  const database = seams.openDatabase({
    service: 'intake',
    url: target.appUrl,
    relayUrl: target.relayUrl,
    encode: (event) => encodeEvent('intake', event),
    clock: systemClock,
    onError: seams.complain,
  });
  const ports = {
    ...intakeStores,
    uow: database.uow,
    reference: createReferenceReader(),
    publish,
    checkFiles,
  };
  const reactions = [referenceReactions, ...intakeConsumers(seams.reactions(intakeReactions(ports)))];
  const versions = new Map<string, number>();
  const hear: OpenIntake['hear'] = async (source, fact) => {
    const { tenant = 'donghu', stream, type, payload, at = AT } = fact;
    const key = `${source} ${tenant} ${stream}`;
    const version = (versions.get(key) ?? 0) + 1;
    versions.set(key, version);
    const event: EventEnvelope = {
      ...{ id: newId(), tenant, service: source, stream, version, type, payload },
      ...{
        actor: systemActor(source),
        occurredAt: at,
        recordedAt: at,
        traceparent: '',
        prevHash: '',
        hash: '',
      },
    };
    await database.inbox.apply(event, async (heard, tx, open) => {
      for (const { source: from, react } of reactions) if (from === source) await react(heard, tx, open);
    });
  };
  for (const tenant of ['donghu', 'xiling']) await introduce(hear, tenant);
  return {
    use: seams.useCases(intakeUseCases(ports)),
    database,
    target,
    hear,
    close: async () => {
      await database.close();
      await target.drop();
    },
  };
}

async function introduce(hear: OpenIntake['hear'], tenant: string): Promise<void> {
  const areaCode = tenant === 'donghu' ? '990101' : '990102';
  const configured = {
    tenant,
    name: tenant,
    level: 'district',
    areaCode,
    parent: 'yunchuan',
    deskName: '代表工委',
  };
  await hear('directory', { tenant, stream: tenant, type: 'tenant-configured', payload: configured });
  const pack = { version: 'sd-1', effectiveFrom: '2020-01-01', contentJson: JSON.stringify(sdDistrict) };
  await hear('directory', { tenant, stream: 'rule-pack:sd-1', type: 'rule-pack-activated', payload: pack });
  const session = {
    ...{ congressSessionId: 'session-5', congressTerm: 19, congressSession: 5 },
    ...{ opensOn: '2026-01-05', closesOn: '2026-01-09', cutOffAt: '2026-01-08T10:00:00Z' },
  };
  await hear('directory', {
    tenant,
    stream: 'session-5',
    type: 'congress-session-changed',
    payload: session,
  });
  const serving = { unitId: '', active: true };
  for (const [personId, role, delegation] of DELEGATIONS) {
    const payload = { personId, memberships: [{ ...serving, role, delegation }] };
    await hear('directory', { tenant, stream: personId, type: 'person-changed', payload });
  }
}

/** Who belongs to which delegation, and who serves one. */
const DELEGATIONS = [
  ['wang', 'deputy', '第一代表团'],
  ['li', 'deputy', '第二代表团'],
  ['zhang', 'deputy', ''],
  ['clerk-1', 'delegation-clerk', '第一代表团'],
  ['clerk-2', 'delegation-clerk', '第二代表团'],
  ['clerk-0', 'delegation-clerk', ''],
] as const;

/** Somebody in one role. */
export function someone(personId: string, ...roles: Role[]): Actor {
  return { accountId: `account-${personId}`, personId, roles };
}

export const WANG = someone('wang', 'deputy');
export const LI = someone('li', 'deputy');
export const DESK = someone('desk', 'congress-desk');
export const REVIEWER = someone('reviewer', 'pre-reviewer');

/** A command of somebody, with its own key. */
export function by(actor: Actor, more: Partial<CommandContext> = {}): CommandContext {
  return {
    ...{ tenant: 'donghu', actor, at: AT, idempotencyKey: newId(), method: '/test' },
    ...{ requestHash: 'a', traceparent: '', ...more },
  };
}

/** What intake told about one suggestion, oldest first. */
export const eventsOf = ({ database }: OpenIntake, suggestionId: string, tenant = 'donghu') =>
  database.uow.read(tenant, (tx) =>
    replayEvents(tx, 'intake', { tenant, stream: suggestionId, version: 1, limit: 100 }),
  );
