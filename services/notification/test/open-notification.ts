import { encodeEvent } from '@huiyin/contracts/encode-event';
import type { ServiceName } from '@huiyin/contracts/services';
import type { Actor, Role } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import type { Database } from '@huiyin/postgres/database';
import { referenceReactions } from '@huiyin/reference/reactions';
import { createReferenceReader } from '@huiyin/reference/reader';
import { freshDatabase } from '@huiyin/testkit/fresh-database';
import { hearing } from '@huiyin/testkit/hearing';
import { UNTOUCHED, type Seams } from '@huiyin/testkit/seams';
import type { NotificationPorts } from '../src/app/ports.ts';
import type { NotificationUseCases } from '../src/app/use-cases.ts';
import {
  notificationReactions,
  notificationStores,
  notificationSweeps,
  notificationUseCases,
} from '../src/notification.ts';
import { notificationConsumers } from '../src/transport/consume.ts';

/** Notification over a database of its own. */
export interface OpenNotification {
  readonly use: NotificationUseCases;
  readonly database: Database;
  readonly urls: { readonly app: string; readonly relay: string };
  /** What goes out at a business time; or only the sweep of that name. */
  sweep(now: Date, only?: string): Promise<void>;
  /** A fact of a case arrives, as the consumer would deliver it. */
  hear(
    source: ServiceName,
    stream: string,
    type: string,
    payload: Record<string, unknown>,
    at?: Date,
  ): Promise<unknown>;
  close(): Promise<void>;
}

export const TENANT = 'donghu';
/** 09:00 in Shanghai. */
export const AT = new Date('2026-01-05T01:00:00Z');

/** The use cases and reactions over a fresh database; 李敏 is the liaison of 区交通运输局. */
export async function openNotification(
  seams: Seams = UNTOUCHED,
  { senders = {}, clock = systemClock }: Partial<Pick<NotificationPorts, 'senders' | 'clock'>> = {},
): Promise<OpenNotification> {
  const target = await freshDatabase('notification');
  const database = seams.openDatabase({
    service: 'notification',
    url: target.appUrl,
    relayUrl: target.relayUrl,
    encode: (event) => encodeEvent('notification', event),
    clock: systemClock,
    onError: seams.complain,
  });
  const ports = {
    ...{ ...notificationStores, uow: database.uow, reference: createReferenceReader() },
    ...{ clock, senders },
  };
  const reactions = notificationConsumers(seams.reactions(notificationReactions(ports)));
  const heard = hearing(database, [referenceReactions, ...reactions]);
  const hear: OpenNotification['hear'] = (source, stream, type, payload, at = AT) =>
    heard(source, { tenant: TENANT, stream, type, payload, at });
  const sweeps = seams.sweeps(notificationSweeps(ports));
  const memberships = [{ role: 'unit-liaison', unitId: 'jiaotong', active: true }];
  await hear('directory', 'li', 'person-changed', { personId: 'li', memberships });
  return {
    use: seams.useCases(notificationUseCases(ports)),
    database,
    urls: { app: target.appUrl, relay: target.relayUrl },
    hear,
    sweep: async (now, only) => {
      for (const sweep of sweeps) if (only === undefined || sweep.name === only) await sweep.run(TENANT, now);
    },
    close: async () => {
      await database.close();
      await target.drop();
    },
  };
}

function someone(personId: string, role: Role): Actor {
  return { accountId: `account-${personId}`, personId, roles: [role] };
}

export const WANG = someone('wang', 'deputy');
export const OPERATOR = someone('ops', 'operator');
export const LI = someone('li', 'unit-liaison');

/** A command of somebody, with its own key. */
export function by(actor: Actor): CommandContext {
  return {
    ...{ tenant: TENANT, actor, at: AT, idempotencyKey: newId(), method: '/test' },
    ...{ requestHash: 'a', traceparent: '' },
  };
}
