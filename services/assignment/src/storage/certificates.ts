import { execute, rows } from '@huiyin/postgres/query';
import type { Certificates } from '../app/ports.ts';

/** Table `certificate`. */
export const certificates: Certificates = {
  async issued(tx, tenant, { id, personId, validUntil }) {
    await execute(
      tx,
      `insert into certificate (tenant, id, person_id, valid_until, expired) values ($1, $2, $3, $4, false)
       on conflict (tenant, id) do update set person_id = excluded.person_id, valid_until = excluded.valid_until`,
      [tenant, id, personId, validUntil],
    );
  },

  async expired(tx, tenant, certificateId) {
    await execute(tx, 'update certificate set expired = true where tenant = $1 and id = $2', [
      tenant,
      certificateId,
    ]);
  },

  async holders(tx, tenant, { personIds, day }) {
    const found = await rows<{ person_id: string }>(
      tx,
      `select distinct person_id from certificate
       where tenant = $1 and person_id = any ($2) and not expired and valid_until >= $3`,
      [tenant, personIds, day],
    );
    return found.map((row) => row.person_id);
  },
};
