import type { Tx } from '@huiyin/kernel/tx';
import { maybeRow, rows } from '@huiyin/postgres/query';
import type { ClockFilter, ClockLists, ListedClock, PageOf } from '../app/ports.ts';
import type { Watch } from '../domain/watch.ts';
import { readBoard } from './board.ts';
import { IS_SUBMITTED } from './is-submitted.ts';
import { OF_GOVERNMENT } from './of-government.ts';
import { LISTED_CLOCK, listedClock, type ListedClockRow } from './listed-clock.ts';
import { cursorParts, pageOf } from './page.ts';

/** Table `clock` for people to read. */
export const clockLists: ClockLists = { read, list, board: readBoard };

async function read(tx: Tx, tenant: string, clockId: string): Promise<ListedClock | undefined> {
  const row = await maybeRow<ListedClockRow>(tx, `select ${LISTED_CLOCK} where c.tenant = $1 and c.id = $2`, [
    tenant,
    clockId,
  ]);
  return row && listedClock(row);
}

const NO_DAY = '9999-12-31';

/** Earliest due date first, those without one last; the cursor is `day~id`. */
async function list(tx: Tx, tenant: string, filter: ClockFilter): Promise<PageOf<ListedClock>> {
  const [day, id] = cursorParts(filter.cursor);
  const found = await rows<ListedClockRow>(
    tx,
    `select ${LISTED_CLOCK}
     where c.tenant = $1 and ($2 or c.status = 'open') and ($3 = '' or c.case_id = $3)
       and ($4 = '' or c.unit_id = $4) and ($5 = '' or c.colour = $5) and ($6 = '' or c.kind = $6)
       and ($7::date is null or c.due_date >= $7) and ($8::date is null or c.due_date <= $8)
       and (not $12 or ${OF_GOVERNMENT}) and (not $13 or ${IS_SUBMITTED})
       and ($9::date is null or (coalesce(c.due_date, date '9999-12-31'), c.id) > ($9, $10))
     order by coalesce(c.due_date, date '9999-12-31'), c.id limit $11`,
    [
      tenant,
      filter.includeClosed,
      filter.caseId,
      filter.unitId,
      filter.colour,
      filter.kind,
      dayOrNull(filter.dueFrom),
      dayOrNull(filter.dueUntil),
      dayOrNull(day),
      id,
      filter.limit + 1,
      filter.government,
      filter.submittedOnly,
    ],
  );
  return pageOf(found, filter.limit, {
    item: listedClock,
    cursor: ({ watch }: { watch: Watch }) => `${watch.due?.date ?? NO_DAY}~${watch.id}`,
  });
}

function dayOrNull(day: string): string | null {
  return day === '' ? null : day;
}
