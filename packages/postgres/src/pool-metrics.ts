import { observe, type Reading } from '@huiyin/metrics/instruments';
import type pg from 'pg';

/** Tells how many connections these pools have and who waits for one, whenever metrics are sent, until they end. */
export function observePools(
  pools: Readonly<Record<string, pg.Pool>>,
  onError: (error: unknown) => void,
): void {
  const each = (read: (pool: pg.Pool, name: object) => readonly Reading[]) => (): readonly Reading[] =>
    Object.entries(pools).flatMap(([name, pool]) =>
      pool.ending ? [] : read(pool, { 'db.client.connection.pool.name': name }),
    );
  observe(
    'db.client.connection.count',
    each(({ totalCount, idleCount }, name) => [
      { value: idleCount, attributes: { ...name, 'db.client.connection.state': 'idle' } },
      { value: totalCount - idleCount, attributes: { ...name, 'db.client.connection.state': 'used' } },
    ]),
    onError,
  );
  observe(
    'db.client.connection.max',
    each(({ options }, name) => [{ value: options.max, attributes: { ...name } }]),
    onError,
  );
  observe(
    'db.client.connection.pending_requests',
    each(({ waitingCount }, name) => [{ value: waitingCount, attributes: { ...name } }]),
    onError,
  );
}
