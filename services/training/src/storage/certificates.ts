import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { CertificateStore, StoredCertificate } from '../app/ports.ts';

const COLUMNS = `id as "certificateId", number, person_id as "personId", unit_id as "unitId", topic,
  issued_on as "issuedOn", valid_until as "validUntil", expired`;

/** Tables `certificate` and `certificate_counter`. */
export const certificates: CertificateStore = {
  async nextNumber(tx, tenant, year) {
    const row = await maybeRow<{ last: number }>(
      tx,
      `insert into certificate_counter (tenant, year, last) values ($1, $2, 1)
       on conflict (tenant, year) do update set last = certificate_counter.last + 1 returning last`,
      [tenant, year],
    );
    if (row === undefined) throw new Error('a counter gave no number');
    return row.last;
  },

  async add(tx, tenant, certificate) {
    await execute(
      tx,
      `insert into certificate (tenant, id, number, person_id, unit_id, topic, issued_on, valid_until, expired)
       values ($1, $2, $3, $4, $5, $6, $7, $8, false)`,
      [
        tenant,
        certificate.certificateId,
        certificate.number,
        certificate.personId,
        certificate.unitId,
        certificate.topic,
        certificate.issuedOn,
        certificate.validUntil,
      ],
    );
  },

  list: (tx, tenant, { personId, limit, after }) =>
    rows<StoredCertificate>(
      tx,
      `select ${COLUMNS} from certificate
       where tenant = $1 and ($2 = '' or person_id = $2) and ($3 = '' or id < $3) order by id desc limit $4`,
      [tenant, personId, after, limit],
    ),

  all: (tx, tenant) =>
    rows<StoredCertificate>(tx, `select ${COLUMNS} from certificate where tenant = $1 limit 20000`, [tenant]),

  due: (tx, tenant, today, limit) =>
    rows<StoredCertificate>(
      tx,
      `select ${COLUMNS} from certificate
       where tenant = $1 and not expired and valid_until < $2 order by valid_until, id limit $3`,
      [tenant, today, limit],
    ),

  async markExpired(tx, tenant, certificateId) {
    const marked = await execute(
      tx,
      'update certificate set expired = true where tenant = $1 and id = $2 and not expired',
      [tenant, certificateId],
    );
    return marked === 1;
  },
};
