import { encodeEvent } from '@huiyin/contracts/encode-event';
import type { ServiceName } from '@huiyin/contracts/services';
import type { Actor, Role } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import type { Database } from '@huiyin/postgres/database';
import { referenceReactions } from '@huiyin/reference/reactions';
import { createReferenceReader } from '@huiyin/reference/reader';
import { renderDocx } from '@huiyin/documents/docx/render-docx';
import { createPdfRenderer } from '@huiyin/documents/pdf/pdf-renderer';
import { freshDatabase } from '@huiyin/testkit/fresh-database';
import { hearing } from '@huiyin/testkit/hearing';
import { UNTOUCHED, type Seams } from '@huiyin/testkit/seams';
import type { ArchiveUseCases } from '../src/app/use-cases.ts';
import type { ArchivePorts } from '../src/app/ports.ts';
import { archiveReactions, archiveStores, archiveSweeps, archiveUseCases } from '../src/archive.ts';
import { createContentChecker } from '../src/content/content-checker.ts';
import { archiveConsumers } from '../src/transport/consume.ts';

/** Archive over a database of its own. */
export interface OpenArchive {
  readonly use: ArchiveUseCases;
  readonly database: Database;
  /** A fact of a case arrives, as the consumer would deliver it. */
  hear(source: ServiceName, stream: string, type: string, payload: Record<string, unknown>): Promise<unknown>;
  /** One round of every sweep in a tenant. */
  sweep(tenant?: string): Promise<void>;
  /** Moves archive's system time. */
  passHours(hours: number): void;
  close(): Promise<void>;
}

const TENANT = 'donghu';
const AT = new Date('2026-03-20T01:00:00Z');

/** The use cases and reactions over a fresh database; 区交通运输局 is known. */
export async function openArchive(
  seams: Seams = UNTOUCHED,
  scanner?: ArchivePorts['scanner'],
): Promise<OpenArchive> {
  const target = await freshDatabase('archive');
  const database = seams.openDatabase({
    service: 'archive',
    url: target.appUrl,
    relayUrl: target.relayUrl,
    encode: (event) => encodeEvent('archive', event),
    clock: systemClock,
    onError: seams.complain,
  });
  const pdfs = createPdfRenderer();
  const checker = createContentChecker();
  let passedMs = 0;
  const clock = { now: () => new Date(systemClock.now().getTime() + passedMs) };
  const ports: ArchivePorts = {
    ...{ ...archiveStores, uow: database.uow, reference: createReferenceReader() },
    ...{ clock, scanner, checkContent: checker.check },
    letters: { pdf: pdfs.render.bind(pdfs), docx: renderDocx },
    // Directory is another process: here people are called by their ids.
    people: {
      named: (_ctx: unknown, ids: readonly string[]) =>
        Promise.resolve(
          ids.map((id) => ({
            personId: id,
            name: id,
            delegation: '第一代表团',
            phone: `phone-${id}`,
            cardNumber: `card-${id}`,
          })),
        ),
    },
  };
  const sweeps = seams.sweeps(archiveSweeps(ports));
  const reactions = archiveConsumers(seams.reactions(archiveReactions(ports)));
  const heard = hearing(database, [referenceReactions, ...reactions]);
  const hear: OpenArchive['hear'] = (source, stream, type, payload) =>
    heard(source, { tenant: TENANT, stream, type, payload, at: AT, recordedAt: clock.now() });
  const unit = { unitId: 'jiaotong', name: '区交通运输局', kind: 'government', active: true };
  await hear('directory', 'jiaotong', 'unit-changed', unit);
  return {
    use: seams.useCases(archiveUseCases(ports)),
    database,
    hear,
    sweep: async (tenant = TENANT) => {
      for (const sweep of sweeps) await sweep.run(tenant, AT);
    },
    passHours: (hours) => {
      passedMs += hours * 3_600_000;
    },
    close: async () => {
      await pdfs.close();
      await checker.close();
      await database.close();
      await target.drop();
    },
  };
}

export function someone(personId: string, role: Role, unitId?: string): Actor {
  const unit = unitId === undefined ? {} : { unitId };
  return { accountId: `account-${personId}`, personId, roles: [role], ...unit };
}

export const DESK = someone('desk', 'congress-desk');

/** A command of somebody, with its own key. */
export function by(actor: Actor, tenant = TENANT): CommandContext {
  return {
    ...{ tenant, actor, at: AT, idempotencyKey: newId(), method: '/test' },
    ...{ requestHash: 'a', traceparent: '' },
  };
}
