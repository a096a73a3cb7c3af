import { systemActor } from '@huiyin/kernel/actor';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenStream } from '@huiyin/kernel/unit-of-work';
import { waitAfter, type DeliveryOutcome } from '../domain/delivery-outcome.ts';
import { MOST_ROWS } from '../domain/message-text.ts';
import { afterQuietHours } from '../domain/quiet-hours.ts';
import { INBOX_ONLY, wants } from '../domain/subscription.ts';
import type { DueDelivery, HeldDelivery, NotificationPorts, OutgoingMessage } from './ports.ts';

/** Messages looked up for one round of one tenant; the next tenant has its turn after them. */
const ROUND_MESSAGES = 40;
/** Messages on their way side by side. */
const AT_ONCE = 4;
/** A worker that has said nothing for so long is gone; far more than any attempt takes. */
export const LEASE_MS = 5 * 60_000;
/** Pause of a channel whose server did not answer: it must not turn the whole queue into unknown outcomes. */
const PAUSE_MS = 60_000;
const NO_REPORT = 'the worker ended without a report';

interface Round {
  readonly tenant: string;
  readonly now: Date;
}

/** A claimed message and what goes out. */
interface Claimed {
  readonly held: HeldDelivery;
  readonly message: OutgoingMessage;
}

/**
 * Sends what is due. Each message is claimed in a transaction that is committed before the network is touched, and what
 * came of it is recorded in another. A claim that nobody concluded is never sent again by itself: see abandonClaims.
 */
export function sendDeliveries(ports: NotificationPorts, shuffled: <Item>(items: readonly Item[]) => Item[]) {
  const pausedUntil = new Map<string, number>();
  return async (tenant: string, now: Date): Promise<void> => {
    const round = { tenant, now };
    const system = ports.clock.now();
    const isPaused = ({ channel }: DueDelivery): boolean =>
      (pausedUntil.get(`${tenant} ${channel}`) ?? 0) > ports.clock.now().getTime();
    const found = await ports.uow.read(tenant, (tx) =>
      ports.deliveries.due(tx, tenant, { now, system, limit: ROUND_MESSAGES }),
    );
    const due = shuffled(found);
    const work = async (): Promise<void> => {
      for (let next = due.pop(); next !== undefined; next = due.pop()) {
        if (isPaused(next)) continue;
        const outcome = await sendOne(ports, round, next);
        if (outcome !== undefined && wantsPause(outcome))
          pausedUntil.set(`${tenant} ${next.channel}`, ports.clock.now().getTime() + PAUSE_MS);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  };
}

async function sendOne(
  ports: NotificationPorts,
  round: Round,
  due: DueDelivery,
): Promise<DeliveryOutcome | undefined> {
  const sender = ports.senders[due.channel];
  // The channel was taken away: what was queued waits for it and shows by its age.
  if (sender?.serves(round.tenant) !== true) return undefined;
  let claimed: Claimed | undefined;
  await acting(ports, round, due.personId, async (tx) => {
    claimed = await claim(ports, round, due, tx);
  });
  if (claimed === undefined) return undefined;
  const { held, message } = claimed;
  const outcome = await sender.send(message);
  await acting(ports, round, due.personId, (tx, stream) =>
    conclude(ports, round, { held, outcome }, tx, stream),
  );
  return outcome;
}

/** Undefined when another worker has it, the person does not want it any more, or it is quiet now. */
async function claim(
  ports: NotificationPorts,
  { tenant, now }: Round,
  { deliveryId, personId, channel }: DueDelivery,
  tx: Tx,
): Promise<Claimed | undefined> {
  const { deliveries, clock } = ports;
  const system = clock.now();
  const held = await deliveries.hold(tx, tenant, { deliveryId, now, system });
  if (held === undefined) return undefined;
  const subscription = (await ports.subscriptions.load(tx, tenant, personId)) ?? INBOX_ONLY;
  if (!wants(subscription, channel)) {
    await deliveries.cancel(tx, tenant, deliveryId);
    return undefined;
  }
  const at = afterQuietHours(subscription.quiet, now);
  if (at > now) {
    await deliveries.putOff(tx, tenant, deliveryId, at);
    return undefined;
  }
  const leaseUntil = new Date(system.getTime() + LEASE_MS);
  const attempts = held.attempts + 1;
  await deliveries.claim(tx, tenant, { deliveryId, attempts, leaseUntil });
  const address = channel === 'e-mail' ? subscription.emailAddress : '';
  const rows = await deliveries.notices(tx, tenant, deliveryId, MOST_ROWS);
  const { digestOn } = held;
  return {
    held: { ...held, attempts },
    message: { ...rows, tenant, deliveryId, personId, address, digestOn },
  };
}

/** Records what came of an attempt; a worker that was thought gone and knows better after all is believed. */
async function conclude(
  { deliveries, clock }: NotificationPorts,
  { tenant }: Round,
  { held, outcome }: { held: HeldDelivery; outcome: DeliveryOutcome },
  tx: Tx,
  stream: OpenStream,
): Promise<void> {
  const { deliveryId, attempts, personId, channel } = held;
  const failures = outcome.kind === 'failed' ? held.failures + 1 : held.failures;
  const wait = outcome.kind === 'failed' ? waitAfter(failures) : undefined;
  const state = stateAfter(outcome, wait);
  const retryAt = wait === undefined ? undefined : new Date(clock.now().getTime() + wait);
  const { answer } = outcome;
  const known = await deliveries.conclude(tx, tenant, {
    deliveryId,
    attempts,
    state,
    failures,
    retryAt,
    answer,
  });
  if (!known) return;
  if (state === 'refused' || state === 'unknown') {
    await stream.append({ type: 'delivery-undecided', payload: { deliveryId, personId, channel, state } });
  }
  if (state !== 'sent') return;
  for (const notice of await deliveries.told(tx, tenant, deliveryId)) {
    await stream.append({ type: 'notice-delivered', payload: { ...notice, personId, channel } });
  }
}

function stateAfter(
  outcome: DeliveryOutcome,
  wait: number | undefined,
): 'sent' | 'pending' | 'refused' | 'unknown' {
  if (outcome.kind !== 'failed') return outcome.kind;
  return wait === undefined ? 'refused' : 'pending';
}

function wantsPause(outcome: DeliveryOutcome): boolean {
  return outcome.kind === 'unknown' || (outcome.kind === 'failed' && outcome.serverAway);
}

/** Claims that were never concluded: whether the message arrived is unknown, and only a person may decide about it. */
export function abandonClaims(ports: NotificationPorts) {
  return async (tenant: string, now: Date): Promise<void> => {
    const { deliveries, clock } = ports;
    const found = await ports.uow.read(tenant, (tx) =>
      deliveries.abandoned(tx, tenant, clock.now(), ROUND_MESSAGES),
    );
    for (const { deliveryId, personId, channel, attempts } of found) {
      await acting(ports, { tenant, now }, personId, async (tx, stream) => {
        const lost = { deliveryId, attempts, system: clock.now(), answer: NO_REPORT };
        if (!(await deliveries.abandon(tx, tenant, lost))) return;
        const payload = { deliveryId, personId, channel, state: 'unknown' };
        await stream.append({ type: 'delivery-undecided', payload });
      });
    }
  };
}

function acting(
  { uow }: NotificationPorts,
  { tenant, now: at }: Round,
  personId: string,
  work: (tx: Tx, stream: OpenStream) => Promise<void>,
): Promise<void> {
  const actor = systemActor('notification');
  return uow.act({ tenant, at, actor }, personId, work);
}
