import { execute, maybeRow } from '@huiyin/postgres/query';
import type { WatchedClocks } from '../app/ports.ts';

/** Table `watched_clock`. */
export const watchedClocks: WatchedClocks = {
  async keep(tx, tenant, { id, subject }) {
    await execute(
      tx,
      'insert into watched_clock (tenant, id, assignment_id) values ($1, $2, $3) on conflict do nothing',
      [tenant, id, subject],
    );
  },

  async subjectOf(tx, tenant, clockId) {
    const row = await maybeRow<{ assignment_id: string }>(
      tx,
      'select assignment_id from watched_clock where tenant = $1 and id = $2',
      [tenant, clockId],
    );
    return row?.assignment_id;
  },
};
