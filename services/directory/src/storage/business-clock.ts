import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow } from '@huiyin/postgres/query';
import type { BusinessClockStore } from '../app/ports.ts';

/** Table `business_clock`: the one row that the migration made. */
export const businessClock: BusinessClockStore = { offsetMs, lockOffsetMs, setOffsetMs };

async function offsetMs(tx: Tx): Promise<number> {
  return offsetOf(await maybeRow(tx, 'select offset_ms from business_clock where id = 1'));
}

async function lockOffsetMs(tx: Tx): Promise<number> {
  return offsetOf(await maybeRow(tx, 'select offset_ms from business_clock where id = 1 for update'));
}

async function setOffsetMs(tx: Tx, value: number): Promise<void> {
  await execute(tx, 'update business_clock set offset_ms = $1 where id = 1', [value]);
}

function offsetOf(row: { offset_ms: number } | undefined): number {
  if (row === undefined) throw new Error('business_clock has lost its row');
  return row.offset_ms;
}
