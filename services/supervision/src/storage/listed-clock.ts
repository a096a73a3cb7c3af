import type { ListedClock } from '../app/ports.ts';
import { circleOf, type CircleState } from './listed-circle.ts';
import type { OverrideRequest } from '../domain/override.ts';

/** What is selected of a clock for a list, and from where. */
export const LISTED_CLOCK = `c.case_id as "caseId", c.state as watch, f.number, f.title, f.state as circle,
  o.state as "overrideRequest"
  from clock c join case_file f on f.tenant = c.tenant and f.id = c.case_id
    left join override_request o on o.tenant = c.tenant and o.clock_id = c.id`;

/** A row of it. */
export type ListedClockRow = Omit<ListedClock, 'overrideRequest' | 'circle' | 'deputyKnown'> & {
  readonly overrideRequest: OverrideRequest | null;
  readonly circle: CircleState;
};

export function listedClock(row: ListedClockRow): ListedClock {
  return {
    ...row,
    overrideRequest: row.overrideRequest ?? undefined,
    circle: circleOf(row.circle),
    deputyKnown: true,
  };
}
