import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { sdDistrict } from '@huiyin/calendar/sd-district';
import { encodeEvent } from '@huiyin/contracts/encode-event';
import { systemActor, type Actor, type Role } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import type { CommandContext } from '@huiyin/kernel/command-context';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { newId } from '@huiyin/kernel/ids';
import type { Database } from '@huiyin/postgres/database';
import { referenceReactions } from '@huiyin/reference/reactions';
import { createReferenceReader } from '@huiyin/reference/reader';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import { UNTOUCHED, type Seams } from '@huiyin/testkit/seams';
import type { ClockFilter } from '../src/app/ports.ts';
import type { SupervisionUseCases } from '../src/app/use-cases.ts';
import {
  supervisionPorts,
  supervisionReactions,
  supervisionSweeps,
  supervisionUseCases,
} from '../src/supervision.ts';
import { supervisionConsumers } from '../src/transport/consume.ts';
import { POLICE, RULES, TRANSPORT } from './given.ts';

export const DONGHU = 'donghu';
export const XILING = 'xiling';

/** One replica of supervision over a database. */
interface Replica {
  readonly use: SupervisionUseCases;
  readonly database: Database;
  /** A foreign event arrives, as the consumer would deliver it. */
  apply(event: EventEnvelope): Promise<void>;
  /** The sweep runs at a business time. */
  sweep(now: Date, tenant?: string): Promise<void>;
  close(): Promise<void>;
}

export interface OpenSupervision extends Replica {
  readonly target: TestDatabase;
  /** Makes the next event of a source's stream and applies it. */
  hear(source: EventEnvelope['service'], fact: ForeignEvent): Promise<void>;
  /** A further replica over the same database. */
  replica(): Replica;
}

export interface ForeignEvent {
  readonly tenant?: string;
  readonly stream: string;
  readonly type: string;
  readonly payload: Record<string, unknown>;
  readonly at: Date;
}

function openReplica(target: TestDatabase, seams: Seams): Replica {
  const database = seams.openDatabase({
    service: 'supervision',
    url: target.appUrl,
    relayUrl: target.relayUrl,
    encode: (event) => encodeEvent('supervision', event),
    clock: systemClock,
    onError: seams.complain,
  });
  const log = { warn: (detail: object, message: string) => seams.complain(message, detail) };
  const ports = supervisionPorts({ uow: database.uow, reference: createReferenceReader(), log });
  const reactions = [
    referenceReactions,
    ...supervisionConsumers(seams.reactions(supervisionReactions(ports))),
  ];
  const sweeps = seams.sweeps(supervisionSweeps(ports));
  return {
    use: seams.useCases(supervisionUseCases(ports)),
    database,
    async apply(event) {
      await database.inbox.apply(event, async (heard, tx, open) => {
        for (const { source, react } of reactions) if (source === heard.service) await react(heard, tx, open);
      });
    },
    async sweep(now, tenant = DONGHU) {
      for (const sweep of sweeps) await sweep.run(tenant, now);
    },
    close: () => database.close(),
  };
}

/** Supervision over a fresh database; 东湖区 and 西岭区 are known with rules, calendar and two units. */
export async function openSupervision(seams: Seams = UNTOUCHED): Promise<OpenSupervision> {
  const target = await freshDatabase('supervision');
  const first = openReplica(target, seams);
  const replicas = [first];
  const versions = new Map<string, number>();
  const hear: OpenSupervision['hear'] = async (source, fact) => {
    const key = `${source} ${fact.tenant ?? DONGHU} ${fact.stream}`;
    const version = (versions.get(key) ?? 0) + 1;
    versions.set(key, version);
    await first.apply(envelope(source, version, fact));
  };
  for (const tenant of [DONGHU, XILING]) await introduce(hear, tenant);
  return {
    ...first,
    target,
    hear,
    replica() {
      const further = openReplica(target, seams);
      replicas.push(further);
      return further;
    },
    async close() {
      for (const replica of replicas) await replica.database.close();
      await target.drop();
    },
  };
}

/** A recorded event as it comes from the broker. */
export function envelope(
  service: EventEnvelope['service'],
  version: number,
  fact: ForeignEvent,
): EventEnvelope {
  const { tenant = DONGHU, stream, type, payload, at } = fact;
  return {
    ...{ id: newId(), tenant, service, stream, version, type, payload, occurredAt: at, recordedAt: at },
    ...{ actor: systemActor(service), traceparent: '', prevHash: '', hash: '' },
  };
}

async function introduce(hear: OpenSupervision['hear'], tenant: string): Promise<void> {
  const at = new Date('2025-12-01T01:00:00Z');
  const tell = (stream: string, type: string, payload: Record<string, unknown>) =>
    hear('directory', { tenant, stream, type, payload, at });
  await tell('rule-pack', 'rule-pack-activated', {
    ...{ version: RULES, effectiveFrom: '2020-01-01', contentJson: JSON.stringify(sdDistrict) },
  });
  const { days, knownUntil } = chinaOfficialDays();
  await tell('calendar', 'calendar-imported', { version: 1, knownUntil, days });
  await tell(tenant, 'tenant-configured', { tenant, name: tenant, level: 'district', areaCode: '990101' });
  await tell(TRANSPORT, 'unit-changed', {
    ...{ unitId: TRANSPORT, name: '区交通运输局', kind: 'government', active: true },
    decidingOffice: 'government-office',
  });
  await tell(POLICE, 'unit-changed', {
    ...{ unitId: POLICE, name: '区公安局', kind: 'government', active: true },
    decidingOffice: 'government-office',
  });
  for (const [personId, role, unitId] of [
    ['he', 'unit-head', TRANSPORT],
    ['wang', 'deputy', ''],
  ] as const) {
    await tell(personId, 'person-changed', { personId, memberships: [{ role, unitId, active: true }] });
  }
}

/** Somebody in one role, of a unit where the role has one. */
function someone(personId: string, role: Role, unitId?: string): Actor {
  const person = { accountId: `account-${personId}`, personId, roles: [role] };
  return unitId === undefined ? person : { ...person, unitId };
}

export const ZHOU = someone('zhou', 'congress-desk');
export const WU = someone('wu', 'congress-desk');
export const OFFICE = someone('qian', 'government-office');
export const HE = someone('he', 'unit-head', TRANSPORT);
export const WATER_HEAD = someone('shen', 'unit-head', 'u-water');
export const POLICE_HEAD = someone('sun', 'unit-head', POLICE);
export const WANG = someone('wang', 'deputy');
export const COUNCIL = someone('feng', 'council');
export const COMMITTEE = someone('shen', 'committee', 'u-committee');
export const STRANGER = someone('zheng', 'deputy');

/** A command of somebody at a business time, with its own key. */
export function by(actor: Actor, at: Date, more: Partial<CommandContext> = {}): CommandContext {
  return {
    ...{
      tenant: DONGHU,
      actor,
      at,
      idempotencyKey: newId(),
      method: '/test',
      requestHash: 'a',
      traceparent: '',
    },
    ...more,
  };
}

/** Nine in the morning of a day, unless told. */
export function at(day: string, time = '09:00'): Date {
  return new Date(`${day}T${time}:00+08:00`);
}

/** The hand-over of one case: registered for 王建华, assigned to 区交通运输局 with the clock of its reply. */
export async function handOver(
  supervision: Pick<OpenSupervision, 'hear'>,
  caseId: string,
  day: string,
  more: { tenant?: string; assignmentId?: string } = {},
): Promise<string> {
  const { tenant = DONGHU, assignmentId = newId() } = more;
  await supervision.hear('intake', {
    ...{ tenant, stream: caseId, type: 'suggestion-registered', at: at(day, '08:00') },
    payload: {
      suggestionId: caseId,
      number: '990101-19-5-0030',
      title: '关于增设行人过街设施的建议',
      leadDeputyId: 'wang',
    },
  });
  await supervision.hear('assignment', {
    ...{ tenant, stream: caseId, type: 'assignment-made', at: at(day) },
    payload: {
      ...{ suggestionId: caseId, assignmentId, unitId: TRANSPORT, role: 'lead', number: '990101-19-5-0030' },
      title: '关于增设行人过街设施的建议',
      clocks: [clockStart('reply', assignmentId, day, { n: 3, unit: 'month' })],
    },
  });
  return assignmentId;
}

export function clockStart(
  kind: string,
  subject: string,
  startDate: string,
  term: { n: number; unit: string },
) {
  return {
    ...{ op: 'CLOCK_OP_START', kind, subject, round: 1, startDate, term, rulePackVersion: RULES },
    ...{ owner: 'unit', unitId: TRANSPORT },
  };
}

export const ANY: ClockFilter = {
  ...{ limit: 50, cursor: '', caseId: '', unitId: '', colour: '', kind: '', dueFrom: '', dueUntil: '' },
  includeClosed: false,
  government: false,
  submittedOnly: false,
};
export const LADDER = { limit: 50, cursor: '', caseId: '', unitId: '', status: '' };
