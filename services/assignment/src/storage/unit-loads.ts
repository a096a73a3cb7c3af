import { rows } from '@huiyin/postgres/query';
import type { UnitLoads } from '../app/ports.ts';
import type { UnitLoad } from '../domain/propose-units.ts';

/** Counted anew over table `assignment` each time; one row a unit. */
export const unitLoads: UnitLoads = {
  of: async (tx, tenant, unitIds) => {
    const found = await rows<UnitLoad & { readonly unitId: string }>(
      tx,
      `select unit_id as "unitId", count(*)::int as given,
         (count(*) filter (where active and status <> 'replied'))::int as "inHand",
         (count(*) filter (where status in ('returned', 'replaced')))::int as "handedBack"
       from assignment
       where tenant = $1 and unit_id = any($2) and role in ('lead', 'parallel')
       group by unit_id order by unit_id limit 100`,
      [tenant, unitIds],
    );
    return new Map(found.map(({ unitId, ...load }) => [unitId, load]));
  },
};
