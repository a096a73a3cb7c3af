import { execute, maybeRow } from '@huiyin/postgres/query';
import type { OverrideRequests } from '../app/ports.ts';
import type { OverrideRequest } from '../domain/override.ts';

/** Table `override_request`: the first person's half of a change of colour by hand. */
export const overrideRequests: OverrideRequests = {
  async load(tx, tenant, clockId) {
    const row = await maybeRow<{ state: OverrideRequest }>(
      tx,
      'select state from override_request where tenant = $1 and clock_id = $2',
      [tenant, clockId],
    );
    return row?.state;
  },

  async save(tx, tenant, request) {
    await execute(
      tx,
      `insert into override_request (tenant, clock_id, state) values ($1, $2, $3)
       on conflict (tenant, clock_id) do update set state = excluded.state`,
      [tenant, request.clockId, JSON.stringify(request)],
    );
  },

  async remove(tx, tenant, clockId) {
    await execute(tx, 'delete from override_request where tenant = $1 and clock_id = $2', [tenant, clockId]);
  },
};
