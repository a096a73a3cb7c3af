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
import { referenceReactions } from '@huiyin/reference/reactions';
import { createReferenceReader } from '@huiyin/reference/reader';
import type { OfficialDocument } from '@huiyin/documents/document/official-document';
import { createPdfRenderer } from '@huiyin/documents/pdf/pdf-renderer';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import { UNTOUCHED, type Seams } from '@huiyin/testkit/seams';
import type { EvidenceFiles } from '../src/app/ports.ts';
import type { AttachmentCode } from '@huiyin/kernel/checked-file';
import type { AssignmentUseCases } from '../src/app/use-cases.ts';
import { assignmentReactions, assignmentStores, assignmentUseCases } from '../src/assignment.ts';
import { assignmentConsumers } from '../src/transport/consume.ts';
import { publish } from '../src/transport/publish.ts';

/** Assignment over a database of its own. */
export interface OpenAssignment {
  readonly use: AssignmentUseCases;
  readonly database: Database;
  readonly target: TestDatabase;
  /** A foreign event arrives, as the consumer would deliver it. */
  hear(source: ServiceName, fact: ForeignEvent): Promise<void>;
  /** The letters rendered so far, the latest last. */
  readonly letters: readonly OfficialDocument[];
  /** From now on archive does not know the photo any more. */
  losePhoto(): void;
  close(): Promise<void>;
}

interface ForeignEvent {
  readonly tenant?: string;
  readonly stream: string;
  readonly type: string;
  readonly payload: Record<string, unknown>;
  readonly at?: Date;
}

/** Monday 2026-03-02, between sessions. */
export const MARCH = new Date('2026-03-02T01:00:00Z');

/** 09:00 of a day in Shanghai. */
export const on = (day: string): Date => new Date(`${day}T01:00:00Z`);

const TENANTS = ['donghu', 'xiling'] as const;

/** 区交通运输局, 区公安局, 区财政局, 区委宣传部 (a party unit, whose returns the congress desk decides), one closed. */
export const UNITS = {
  traffic: { unitId: 'u-traffic', active: true, decidingOffice: 'government-office' },
  police: { unitId: 'u-police', active: true, decidingOffice: 'government-office' },
  finance: { unitId: 'u-finance', active: true, decidingOffice: 'government-office' },
  publicity: { unitId: 'u-publicity', active: true, decidingOffice: 'congress-desk' },
  closed: { unitId: 'u-closed', active: false, decidingOffice: 'government-office' },
} as const;

/** The one file that archive, another process, knows in these tests: uploaded by 区交通局. */
export const STORED_PHOTO = { attachmentId: 'photo-1', sha256: 'f'.repeat(64), name: '现场照片.jpg' };

/** Archive's answers about that file, for as long as it is there. */
function archiveOf(file: { isThere: boolean }): EvidenceFiles {
  const codeOf = (
    unitId: string,
    { attachmentId, sha256 }: typeof STORED_PHOTO,
  ): AttachmentCode | undefined => {
    const isKnown = file.isThere && attachmentId === STORED_PHOTO.attachmentId && unitId === 'u-traffic';
    if (!isKnown) return 'attachment-unknown';
    return sha256 === STORED_PHOTO.sha256 ? undefined : 'attachment-hash-differs';
  };
  return {
    check: (_ctx, { files, unitId }) =>
      Promise.resolve(files.map((each) => ({ attachmentId: each.attachmentId, code: codeOf(unitId, each) }))),
  };
}

export async function openAssignment(seams: Seams = UNTOUCHED): Promise<OpenAssignment> {
  const target = await freshDatabase('assignment');
  const database = seams.openDatabase({
    service: 'assignment',
    url: target.appUrl,
    relayUrl: target.relayUrl,
    encode: (event) => encodeEvent('assignment', event),
    clock: systemClock,
    onError: seams.complain,
  });
  const pdfs = createPdfRenderer();
  const photo = { isThere: true };
  const letters: OfficialDocument[] = [];
  const ports = {
    ...{ ...assignmentStores, uow: database.uow, reference: createReferenceReader(), publish },
    // Archive is another process; the road's test asks the real one.
    evidenceFiles: archiveOf(photo),
    earlierCases: { rankUnits: () => Promise.resolve({ leads: [], helpers: [], cases: 0 }) },
    letters: {
      pdf: (letter: OfficialDocument) => {
        letters.push(letter);
        return pdfs.render(letter);
      },
    },
    // Directory is another process: here people are called by their ids.
    people: {
      named: (_ctx: unknown, ids: readonly string[]) =>
        Promise.resolve(ids.map((id) => ({ personId: id, name: id, phone: `phone-${id}` }))),
    },
  };
  const reactions = [referenceReactions, ...assignmentConsumers(seams.reactions(assignmentReactions(ports)))];
  const versions = new Map<string, number>();
  const hear: OpenAssignment['hear'] = async (source, fact) => {
    const { tenant = 'donghu', stream, type, payload, at = MARCH } = fact;
    const key = `${source} ${tenant} ${stream}`;
    const version = (versions.get(key) ?? 0) + 1;
    versions.set(key, version);
    const event: EventEnvelope = {
      ...{ id: newId(), tenant, service: source, stream, version, type },
      payload: encodeEvent(source, { type, payload }),
      ...{ actor: systemActor(source), occurredAt: at, recordedAt: at },
      ...{ traceparent: '', prevHash: '', hash: '' },
    };
    await database.inbox.apply(event, async (heard, tx, open) => {
      for (const { source: from, react } of reactions) if (from === source) await react(heard, tx, open);
    });
  };
  for (const tenant of TENANTS) await introduce(hear, tenant);
  return {
    use: seams.useCases(assignmentUseCases(ports)),
    database,
    target,
    hear,
    letters,
    losePhoto: () => {
      photo.isThere = false;
    },
    close: async () => {
      await pdfs.close();
      await database.close();
      await target.drop();
    },
  };
}

/** What the 主任会议 settles beside its decision: criteria, who proposed, who supervises. */
export const KEY_GROUNDS = {
  criteria: ['vital-interests'],
  proposedBy: 'committee',
  ...{ supervisorId: 'council', supervisingUnitId: 'u-committee' },
} as const;

async function introduce(hear: OpenAssignment['hear'], tenant: string): Promise<void> {
  const pack = { version: 'sd-1', effectiveFrom: '2020-01-01', contentJson: JSON.stringify(sdDistrict) };
  await hear('directory', { tenant, stream: 'rule-pack:sd-1', type: 'rule-pack-activated', payload: pack });
  const { days, knownUntil } = chinaOfficialDays();
  const calendar = { version: 1, knownUntil, days };
  await hear('directory', { tenant, stream: 'calendar', type: 'calendar-imported', payload: calendar });
  for (const unit of Object.values(UNITS)) {
    const payload = { ...unit, name: unit.unitId, kind: 'government' };
    await hear('directory', { tenant, stream: unit.unitId, type: 'unit-changed', payload });
  }
  const committee = {
    unitId: 'u-committee',
    active: true,
    decidingOffice: 'congress-desk',
    kind: 'congress',
  };
  await hear('directory', {
    ...{ tenant, stream: committee.unitId, type: 'unit-changed' },
    payload: { ...committee, name: '城乡建设与环境资源保护委员会' },
  });
  const council = { personId: 'council', memberships: [{ role: 'council', unitId: '', active: true }] };
  await hear('directory', { tenant, stream: 'council', type: 'person-changed', payload: council });
  for (const unitId of ['u-traffic', 'u-police']) {
    const personId = `liaison-${unitId}`;
    const payload = { personId, memberships: [{ role: 'unit-liaison', unitId, active: true }] };
    await hear('directory', { tenant, stream: personId, type: 'person-changed', payload });
  }
}

/** Somebody in one role. */
export function someone(personId: string, role: Role, unitId?: string): Actor {
  const who = { accountId: `account-${personId}`, personId, roles: [role] };
  return unitId === undefined ? who : { ...who, unitId };
}

export const DESK = someone('desk', 'congress-desk');
export const COUNCIL = someone('council', 'council');
export const GOVERNMENT = someone('government', 'government-office');
export const WANG = someone('wang', 'deputy');
export const STRANGER = someone('stranger', 'deputy');

export const head = (unitId: string): Actor => someone(`head-${unitId}`, 'unit-head', unitId);
export const liaison = (unitId: string): Actor => someone(`liaison-${unitId}`, 'unit-liaison', unitId);
export const clerk = (unitId: string): Actor => someone(`clerk-${unitId}`, 'unit-clerk', unitId);

/** A command of somebody, with its own key. */
export function by(actor: Actor, more: Partial<CommandContext> = {}): CommandContext {
  return {
    ...{ tenant: 'donghu', actor, at: MARCH, idempotencyKey: newId(), method: '/test' },
    ...{ requestHash: 'a', traceparent: '', ...more },
  };
}
