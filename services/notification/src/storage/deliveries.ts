import type { LocalDate } from '@huiyin/kernel/local-date';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { DeliveryStore, DueDelivery, HeldDelivery, UndecidedDelivery } from '../app/ports.ts';
import type { ToldNotice } from '../domain/message-text.ts';

const WHOSE = `id as "deliveryId", person_id as "personId", channel`;

/** Tables `delivery` and `delivery_notice`. */
export const deliveries: DeliveryStore = {
  async open(tx, tenant, { deliveryId, channel, personId, digestOn, dueAt }) {
    await execute(
      tx,
      `insert into delivery (tenant, id, channel, person_id, digest_on, state, due_at)
       values ($1, $2, $3, $4, $5, 'pending', $6) on conflict do nothing`,
      [tenant, deliveryId, channel, personId, digestOn ?? null, dueAt],
    );
    // Held until the notice is in it: a worker that claims it comes before or after.
    const open = await maybeRow(
      tx,
      `select 1 from delivery where tenant = $1 and id = $2 and state = 'pending' and attempts = 0 for update`,
      [tenant, deliveryId],
    );
    return open !== undefined;
  },

  async addNotice(tx, tenant, { deliveryId, channel, personId, notice, occurredAt }) {
    await execute(
      tx,
      `insert into delivery_notice (tenant, channel, person_id, source_event_id, delivery_id, notice_id, text,
         case_id, case_number, due_on, occurred_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[tenant, channel, personId, notice.sourceEventId, deliveryId, notice.noticeId, notice.text],
        ...[notice.caseId, notice.caseNumber, notice.dueOn, occurredAt],
      ],
    );
  },

  due: (tx, tenant, { now, system, limit }) =>
    rows<DueDelivery>(
      tx,
      `select ${WHOSE} from delivery
       where tenant = $1 and state = 'pending' and due_at <= $2 and (retry_at is null or retry_at <= $3)
       order by due_at limit $4`,
      [tenant, now, system, limit],
    ),

  async hold(tx, tenant, { deliveryId, now, system }) {
    const row = await maybeRow<Omit<HeldDelivery, 'digestOn'> & { digestOn: LocalDate | null }>(
      tx,
      `select ${WHOSE}, digest_on as "digestOn", attempts, failures from delivery
       where tenant = $1 and id = $2 and state = 'pending' and due_at <= $3
         and (retry_at is null or retry_at <= $4)
       for update skip locked`,
      [tenant, deliveryId, now, system],
    );
    return row && { ...row, digestOn: row.digestOn ?? undefined };
  },

  async claim(tx, tenant, { deliveryId, attempts, leaseUntil }) {
    await execute(
      tx,
      `update delivery set state = 'sending', attempts = $3, lease_until = $4 where tenant = $1 and id = $2`,
      [tenant, deliveryId, attempts, leaseUntil],
    );
  },

  async putOff(tx, tenant, deliveryId, dueAt) {
    await execute(tx, 'update delivery set due_at = $3 where tenant = $1 and id = $2', [
      tenant,
      deliveryId,
      dueAt,
    ]);
  },

  async cancel(tx, tenant, deliveryId) {
    await execute(tx, `update delivery set state = 'cancelled' where tenant = $1 and id = $2`, [
      tenant,
      deliveryId,
    ]);
  },

  async cancelAll(tx, tenant, { personId, channel }) {
    await execute(
      tx,
      `update delivery set state = 'cancelled'
       where tenant = $1 and person_id = $2 and channel = $3 and state = 'pending'`,
      [tenant, personId, channel],
    );
  },

  async notices(tx, tenant, deliveryId, limit) {
    const notices = await rows<ToldNotice>(
      tx,
      `select source_event_id as "sourceEventId", notice_id as "noticeId", text, case_id as "caseId",
         case_number as "caseNumber", due_on as "dueOn"
       from delivery_notice where tenant = $1 and delivery_id = $2
       order by occurred_at, source_event_id limit $3`,
      [tenant, deliveryId, limit],
    );
    const counted = await maybeRow<{ total: number }>(
      tx,
      'select count(*) as total from delivery_notice where tenant = $1 and delivery_id = $2',
      [tenant, deliveryId],
    );
    return { notices, total: counted?.total ?? 0 };
  },

  async conclude(tx, tenant, { deliveryId, attempts, state, failures, retryAt, answer }) {
    const concluded = await execute(
      tx,
      `update delivery set state = $4, failures = $5, retry_at = $6, last_answer = $7, lease_until = null
       where tenant = $1 and id = $2 and attempts = $3
         and (state = 'sending' or (state = 'unknown' and $4 <> 'unknown'))`,
      [tenant, deliveryId, attempts, state, failures, retryAt ?? null, answer],
    );
    return concluded === 1;
  },

  abandoned: (tx, tenant, system, limit) =>
    rows<DueDelivery & { attempts: number }>(
      tx,
      `select ${WHOSE}, attempts from delivery where tenant = $1 and state = 'sending' and lease_until < $2
       order by lease_until limit $3`,
      [tenant, system, limit],
    ),

  async abandon(tx, tenant, { deliveryId, attempts, system, answer }) {
    const abandoned = await execute(
      tx,
      `update delivery set state = 'unknown', last_answer = $5, lease_until = null
       where tenant = $1 and id = $2 and attempts = $3 and state = 'sending' and lease_until < $4`,
      [tenant, deliveryId, attempts, system, answer],
    );
    return abandoned === 1;
  },

  told: (tx, tenant, deliveryId) =>
    rows<{ noticeId: string; sourceEventId: string }>(
      tx,
      `select notice_id as "noticeId", source_event_id as "sourceEventId" from delivery_notice
       where tenant = $1 and delivery_id = $2 order by occurred_at, source_event_id limit 1000`,
      [tenant, deliveryId],
    ),

  undecided: (tx, tenant, { limit, after }) =>
    rows<UndecidedDelivery>(
      tx,
      `select ${WHOSE}, state, digest_on is not null as "isDigest", due_at as "dueAt", attempts,
         last_answer as "lastAnswer"
       from delivery
       where tenant = $1 and state in ('refused', 'unknown')
         and ($2 = '' or (due_at, id) > (select d.due_at, d.id from delivery d where d.tenant = $1 and d.id = $2))
       order by due_at, id limit $3`,
      [tenant, after, limit],
    ),

  find: (tx, tenant, deliveryId) =>
    maybeRow<DueDelivery>(tx, `select ${WHOSE} from delivery where tenant = $1 and id = $2`, [
      tenant,
      deliveryId,
    ]),

  async decide(tx, tenant, { deliveryId, to, dueAt }) {
    const decided = await execute(
      tx,
      `update delivery set state = $3, failures = 0, retry_at = null,
         due_at = case when $3 = 'pending' then $4 else due_at end
       where tenant = $1 and id = $2 and state in ('refused', 'unknown')`,
      [tenant, deliveryId, to, dueAt],
    );
    return decided === 1;
  },
};
