import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { Batch, BatchStore, Enrolment, ListedBatch } from '../app/ports.ts';

const COLUMNS = 'b.id as "batchId", b.topic, b.title, b.starts_on as "startsOn", b.ends_on as "endsOn"';

/** Tables `batch` and `enrolment`. */
export const batches: BatchStore = {
  load: (tx, tenant, batchId) =>
    maybeRow<Batch>(tx, `select ${COLUMNS} from batch b where b.tenant = $1 and b.id = $2`, [
      tenant,
      batchId,
    ]),

  async add(tx, tenant, batch) {
    await execute(
      tx,
      'insert into batch (tenant, id, topic, title, starts_on, ends_on) values ($1, $2, $3, $4, $5, $6)',
      [tenant, batch.batchId, batch.topic, batch.title, batch.startsOn, batch.endsOn],
    );
  },

  list: (tx, tenant, { personId, limit, after }) =>
    rows<ListedBatch>(
      tx,
      `select ${COLUMNS},
         (select count(*) from enrolment e where e.tenant = b.tenant and e.batch_id = b.id) as enrolled,
         coalesce((select e.state from enrolment e
           where e.tenant = b.tenant and e.batch_id = b.id and e.person_id = $2), 'none') as mine
       from batch b
       where b.tenant = $1 and ($3 = '' or (b.starts_on, b.id) <
         (select c.starts_on, c.id from batch c where c.tenant = $1 and c.id = $3))
       order by b.starts_on desc, b.id desc limit $4`,
      [tenant, personId, after, limit],
    ),

  enrolment: (tx, tenant, batchId, personId) =>
    maybeRow<Enrolment>(
      tx,
      `select person_id as "personId", unit_id as "unitId", state, attempts from enrolment
       where tenant = $1 and batch_id = $2 and person_id = $3`,
      [tenant, batchId, personId],
    ),

  async saveEnrolment(tx, tenant, batchId, { personId, unitId, state, attempts }) {
    await execute(
      tx,
      `insert into enrolment (tenant, batch_id, person_id, unit_id, state, attempts) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant, batch_id, person_id) do update set state = excluded.state, attempts = excluded.attempts`,
      [tenant, batchId, personId, unitId, state, attempts],
    );
  },

  async openTopics(tx, tenant, today) {
    const found = await rows<{ key: string }>(
      tx,
      `select distinct e.person_id || ' ' || b.topic as key from enrolment e
       join batch b on b.tenant = e.tenant and b.id = e.batch_id
       where e.tenant = $1 and e.state <> 'passed' and b.ends_on >= $2 limit 20000`,
      [tenant, today],
    );
    return new Set(found.map(({ key }) => key));
  },
};
