import type { Tx } from '@huiyin/kernel/tx';
import { maybeRow } from '@huiyin/postgres/query';
import type { NumberCounter } from '../app/ports.ts';

/** Table `number_counter`: the upsert locks the series' row, so numbers are drawn one after another. */
export const numberCounters: NumberCounter = { next };

async function next(tx: Tx, tenant: string, series: string): Promise<number> {
  const row = await maybeRow<{ last: number }>(
    tx,
    `insert into number_counter (tenant, series, last) values ($1, $2, 1)
     on conflict (tenant, series) do update set last = number_counter.last + 1
     returning last`,
    [tenant, series],
  );
  if (row === undefined) throw new Error(`number series ${series} gave no number`);
  return row.last;
}
